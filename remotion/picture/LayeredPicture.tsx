import type { CSSProperties, FC, ReactNode } from 'react';
import { AbsoluteFill } from 'remotion';
import { LAYER_BLEED, type Layer, type LayerBox } from '../contract/story-props';
import { type CameraPlace, layerCameraAt } from './camera';
import { FEET, isBreathing, layerState, withinBleed } from './layer-life';
import { SceneImage } from './SceneImage';

const WHOLE: LayerBox = { x: 0, y: 0, width: 1, height: 1 };

/** A picture of several layers, each moved by its depth and stirred by its life. */
export const LayeredPicture: FC<{
  layers: readonly Layer[];
  seed: number;
  framesToEnd: number;
  /** Whether whoever speaks has their mouth open. */
  isSpeaking: boolean;
  /** Told in the page when a layer cannot be loaded; in a render that fails the render. */
  onBroken: () => void;
}> = ({ layers, seed, framesToEnd, isSpeaking, onBroken }) => (
  <AbsoluteFill style={{ overflow: 'hidden' }}>
    {layers.map((layer) => {
      const { url, depth, life } = layer;
      const camera = layerCameraAt(seed, framesToEnd, depth);
      const { x, fallen, opacity, stretch } = layerState(life, seed, depth, framesToEnd, isSpeaking);
      const isFalling = life === 'rain' || life === 'snow';
      const place = { ...camera, x: withinBleed(camera.x + x, camera.scale) };
      return (
        <div key={url} style={{ ...layerStyle(isFalling ? WHOLE : (layer.box ?? WHOLE), place), opacity }}>
          {isFalling ? (
            <Falling url={url} fallen={fallen} onBroken={onBroken} />
          ) : isBreathing(life) ? (
            <Stretched box={layer.box ?? WHOLE} by={stretch}>
              <LayerImage url={url} height="100%" onBroken={onBroken} />
            </Stretched>
          ) : (
            <LayerImage url={url} height="100%" onBroken={onBroken} />
          )}
        </div>
      );
    })}
  </AbsoluteFill>
);

/** Grown from its feet on, all boxes of a frame alike. */
const Stretched: FC<{ box: LayerBox; by: number; children: ReactNode }> = ({ box, by, children }) => {
  const whole = 1 + 2 * LAYER_BLEED;
  const feet = (FEET - (box.y * whole - LAYER_BLEED)) / (box.height * whole);
  return (
    <div
      style={{
        height: '100%',
        transformOrigin: `50% ${(feet * 100).toFixed(4)}%`,
        transform: `scaleY(${by.toFixed(6)})`,
      }}
    >
      {children}
    </div>
  );
};

/** Twice the same, one above the other: as the lower one leaves below, the upper one comes after it. */
const Falling: FC<{ url: string; fallen: number; onBroken: () => void }> = ({ url, fallen, onBroken }) => (
  <div
    style={{
      height: '200%',
      willChange: 'transform',
      transform: `translateY(${((fallen - 1) * 50).toFixed(4)}%)`,
    }}
  >
    <LayerImage url={url} height="50%" onBroken={onBroken} />
    <LayerImage url={url} height="50%" onBroken={onBroken} />
  </div>
);

const LayerImage: FC<{ url: string; height: string; onBroken: () => void }> = ({ url, height, onBroken }) => (
  <SceneImage url={url} style={{ display: 'block', width: '100%', height }} onBroken={onBroken} />
);

/**
 * A box of the frame and its bleed under the camera. It is a layer of the browser's own, which it paints once
 * and then only moves.
 */
function layerStyle(box: LayerBox, { scale, x, y }: CameraPlace): CSSProperties {
  // In fractions of the frame; CSS wants moves and origin in those of the box.
  const whole = 1 + 2 * LAYER_BLEED;
  const [left, top] = [box.x * whole - LAYER_BLEED, box.y * whole - LAYER_BLEED];
  const [width, height] = [box.width * whole, box.height * whole];
  const percent = (fraction: number) => `${(fraction * 100).toFixed(4)}%`;
  return {
    position: 'absolute',
    left: percent(left),
    top: percent(top),
    width: percent(width),
    height: percent(height),
    transformOrigin: `${percent((0.5 - left) / width)} ${percent((0.5 - top) / height)}`,
    transform: `translate(${percent(x / width)}, ${percent(y / height)}) scale(${scale.toFixed(6)})`,
    willChange: 'transform',
  };
}

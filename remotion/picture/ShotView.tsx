import { type CSSProperties, type FC, useState } from 'react';
import { AbsoluteFill } from 'remotion';
import type { FormatName, Shot, Word } from '../contract/story-props';
import { FormView } from '../forms/FormView';
import { Card } from './Card';
import { ClipView } from './ClipView';
import { cameraAt, cameraTransform, PICTURE_SCALE } from './camera';
import { framingTransform } from './framings';
import { LayeredPicture } from './LayeredPicture';
import { INK } from './palette';
import { SceneImage } from './SceneImage';
import { isMouthOpen } from './spoken-lines';

/**
 * A layer of its own, which the browser paints once and then only moves: a seventh less work for each
 * frame. Painted large and scaled down, it stays sharp at the end of a zoom.
 */
const LAYER: CSSProperties = {
  position: 'absolute',
  left: `${((1 - PICTURE_SCALE) / 2) * 100}%`,
  top: `${((1 - PICTURE_SCALE) / 2) * 100}%`,
  width: `${PICTURE_SCALE * 100}%`,
  height: `${PICTURE_SCALE * 100}%`,
  willChange: 'transform',
};

/** How much is left of a picture in whose place another is still to be made. */
const DIMMED = 0.4;

interface ShotViewProps {
  shot: Shot;
  format: FormatName;
  /** On the scene's clock; past its end in the next scene. */
  ms: number;
  /** May be negative: see `cameraAt`. */
  framesToEnd: number;
  /** That somebody in the picture says; absent for none. */
  spoken?: readonly Word[];
}

/**
 * A scene's form, its clip, or its picture, in layers where it has them, or its card, under the moving camera, in the
 * framing of the moment.
 */
export const ShotView: FC<ShotViewProps> = ({ shot, format, ms, framesToEnd, spoken = [] }) => {
  const framing = shot.framings?.findLast(({ atMs }) => atMs <= ms);
  const drawn = shot.form ? (
    <FormView form={shot.form} seed={shot.seed} format={format} framesToEnd={framesToEnd} />
  ) : (
    <ShotInside shot={shot} framesToEnd={framesToEnd} isSpeaking={isMouthOpen(spoken, ms)} />
  );
  const inside = framing ? (
    <AbsoluteFill style={{ overflow: 'hidden' }}>
      <AbsoluteFill style={{ transform: framingTransform(framing) }}>{drawn}</AbsoluteFill>
    </AbsoluteFill>
  ) : (
    drawn
  );
  if (!shot.isDimmed) return inside;
  return (
    <AbsoluteFill style={{ background: INK }}>
      <AbsoluteFill style={{ opacity: DIMMED }}>{inside}</AbsoluteFill>
    </AbsoluteFill>
  );
};

interface InsideProps {
  shot: Shot;
  framesToEnd: number;
  isSpeaking: boolean;
}

const ShotInside: FC<InsideProps> = ({ shot, framesToEnd, isSpeaking }) => {
  const [isFlat, setFlat] = useState(false);
  const [isStill, setStill] = useState(false);
  if (shot.clip && !isStill) {
    return <ClipView key={shot.clip.url} clip={shot.clip} onBroken={() => setStill(true)} />;
  }
  if (shot.layers && !isFlat) {
    return (
      <LayeredPicture
        layers={shot.layers}
        seed={shot.seed}
        framesToEnd={framesToEnd}
        isSpeaking={isSpeaking}
        onBroken={() => setFlat(true)}
      />
    );
  }
  const place = cameraAt(shot.seed, framesToEnd);
  const transform = cameraTransform({
    scale: place.scale / PICTURE_SCALE,
    // Fractions of the frame, made fractions of the layer.
    x: place.x / PICTURE_SCALE,
    y: place.y / PICTURE_SCALE,
  });
  return (
    <AbsoluteFill style={{ overflow: 'hidden' }}>
      <div style={{ ...LAYER, transform }}>
        {shot.pictureUrl === null ? (
          <Card seed={shot.seed} />
        ) : (
          <Picture key={shot.pictureUrl} url={shot.pictureUrl} seed={shot.seed} />
        )}
      </div>
    </AbsoluteFill>
  );
};

/** In the page a picture that cannot be loaded becomes its card. */
const Picture: FC<{ url: string; seed: number }> = ({ url, seed }) => {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <Card seed={seed} />;
  const style = { width: '100%', height: '100%', objectFit: 'cover' } as const;
  return <SceneImage url={url} style={style} onBroken={() => setBroken(true)} />;
};

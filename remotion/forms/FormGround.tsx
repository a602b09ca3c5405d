import type { CSSProperties, FC } from 'react';
import { AbsoluteFill } from 'remotion';
import type { FormStyle } from '../contract/forms';
import { seededBetween } from '../picture/seeded';
import type { FormPalette } from './form-palette';
import type { FormSpace } from './form-space';

interface Shape {
  /** Centre and size as fractions of the frame's width and height, and of its width. */
  x: number;
  y: number;
  size: number;
  /** How far it wanders in a second, as a fraction of the frame's width. */
  drift: number;
  style: CSSProperties;
}

/** What a form stands on: the film's look without a picture, which never stands quite still. */
export const FormGround: FC<{
  style: FormStyle;
  palette: FormPalette;
  seed: number;
  frame: number;
  space: FormSpace;
}> = ({ style, palette, seed, frame, space }) => {
  const { width, height } = space.frame;
  const [top, bottom] = palette.ground;
  return (
    <AbsoluteFill
      style={{ background: `linear-gradient(180deg, ${top} 0%, ${bottom} 100%)`, overflow: 'hidden' }}
    >
      {shapesOf(style, palette, seed).map((shape) => {
        const size = shape.size * width;
        const away = (frame / 30) * shape.drift * width;
        return (
          <div
            key={`${shape.x} ${shape.y} ${shape.size}`}
            style={{
              position: 'absolute',
              left: shape.x * width - size / 2,
              top: shape.y * height - size / 2,
              width: size,
              height: size,
              borderRadius: size / 2,
              transform: `translate(${away.toFixed(2)}px, ${(-away * 0.4).toFixed(2)}px)`,
              ...shape.style,
            }}
          />
        );
      })}
    </AbsoluteFill>
  );
};

/** A round of paper on its own shade, which is two rounds a little larger. */
function sheet(place: Omit<Shape, 'style'>, style: CSSProperties, ink: string): Shape[] {
  const shade = (grown: number): Shape => ({
    ...place,
    size: place.size + grown,
    y: place.y + 0.003,
    style: wash(ink, 0.035),
  });
  return [shade(0.03), shade(0.015), { ...place, style }];
}

/** A tube of light with its glow. */
function lamp(place: Omit<Shape, 'style'>, color: string): Shape[] {
  return [
    { ...place, size: place.size + 0.05, style: glow(color, 60) },
    { ...place, size: place.size + 0.022, style: glow(color, 32) },
    { ...place, style: tube(color) },
  ];
}

/** The shapes of a look, far ones first; the same seed always gives the same. */
function shapesOf(style: FormStyle, { accent, second, ink, card }: FormPalette, seed: number): Shape[] {
  const between = (name: string, low: number, high: number) =>
    seededBetween(seed, `ground ${name}`, low, high);
  const side = between('side', 0, 1) < 0.5 ? 0 : 1;
  const near = (at: number) => (side === 0 ? at : 1 - at);
  switch (style) {
    case 'papercut':
      return [
        ...sheet({ x: near(0.08), y: 0.1, size: 0.95, drift: 0.004 }, paper(second, 0.22), ink),
        ...sheet({ x: near(0.02), y: 0.05, size: 0.62, drift: 0.007 }, paper(accent, 0.3), ink),
        ...sheet({ x: near(0.98), y: 0.97, size: 1.15, drift: -0.005 }, paper(second, 0.28), ink),
        ...sheet({ x: near(1.02), y: 1.02, size: 0.8, drift: -0.009 }, paper(card, 0.75), ink),
      ];
    case 'watercolor':
      return [0.9, 0.74, 0.58].flatMap((size, ring): Shape[] => [
        {
          x: near(0.16),
          y: between('first', 0.12, 0.22),
          size,
          drift: 0.006,
          style: wash(second, 0.1 + ring * 0.02),
        },
        {
          x: near(0.9),
          y: between('other', 0.8, 0.92),
          size: size * 1.1,
          drift: -0.006,
          style: wash(accent, 0.08),
        },
      ]);
    case 'gouache':
      return [
        { x: near(0.94), y: 0.08, size: between('sun', 0.5, 0.7), drift: -0.006, style: wash(card, 0.6) },
        { x: near(0.1), y: 0.96, size: 0.9, drift: 0.006, style: wash(second, 0.34) },
        { x: near(0.3), y: 1.02, size: 0.5, drift: 0.01, style: wash(accent, 0.3) },
      ];
    case 'neon':
      return [
        ...lamp({ x: near(0.86), y: 0.14, size: 0.62, drift: -0.008 }, accent),
        ...lamp({ x: near(0.86), y: 0.14, size: 0.44, drift: -0.012 }, second),
        ...lamp({ x: near(0.12), y: 0.94, size: 0.8, drift: 0.008 }, second),
      ];
    case 'silhouette':
      return [
        { x: near(0.74), y: 0.16, size: 0.5, drift: -0.004, style: wash(second, 0.5) },
        { x: near(0.2), y: 1.2, size: 1.5, drift: 0.004, style: wash(ink, 0.22) },
        { x: near(0.9), y: 1.26, size: 1.7, drift: -0.004, style: wash(ink, 0.3) },
      ];
  }
}

const paper = (color: string, opacity: number): CSSProperties => ({ background: alpha(color, opacity) });
const wash = (color: string, opacity: number): CSSProperties => ({ background: alpha(color, opacity) });
const tube = (color: string): CSSProperties => ({ border: `7px solid ${color}`, boxSizing: 'border-box' });
/** Light around a tube, in rings: a blurred shadow takes longer to draw than all else. */
const glow = (color: string, width: number): CSSProperties => ({
  border: `${width}px solid ${alpha(color, 0.14)}`,
  boxSizing: 'border-box',
});

/** A colour such as `#ff8800`, as far as it covers what is behind it. */
export function alpha(color: string, opacity: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `rgba(${channels.join(', ')}, ${opacity.toFixed(3)})`;
}

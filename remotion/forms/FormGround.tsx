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

/** The shapes of a look, far ones first; the same seed always gives the same. */
function shapesOf(style: FormStyle, { accent, second, ink, card }: FormPalette, seed: number): Shape[] {
  const between = (name: string, low: number, high: number) =>
    seededBetween(seed, `ground ${name}`, low, high);
  const side = between('side', 0, 1) < 0.5 ? 0 : 1;
  const near = (at: number) => (side === 0 ? at : 1 - at);
  switch (style) {
    case 'papercut':
      return [
        { x: near(0.08), y: 0.1, size: 0.95, drift: 0.004, style: paper(second, 0.22) },
        { x: near(0.02), y: 0.05, size: 0.62, drift: 0.007, style: paper(accent, 0.3) },
        { x: near(0.98), y: 0.97, size: 1.15, drift: -0.005, style: paper(second, 0.28) },
        { x: near(1.02), y: 1.02, size: 0.8, drift: -0.009, style: paper(card, 0.75) },
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
        { x: near(0.86), y: 0.14, size: 0.62, drift: -0.008, style: tube(accent) },
        { x: near(0.86), y: 0.14, size: 0.44, drift: -0.012, style: tube(second) },
        { x: near(0.12), y: 0.94, size: 0.8, drift: 0.008, style: tube(second) },
      ];
    case 'silhouette':
      return [
        { x: near(0.74), y: 0.16, size: 0.5, drift: -0.004, style: wash(second, 0.5) },
        { x: near(0.2), y: 1.2, size: 1.5, drift: 0.004, style: wash(ink, 0.22) },
        { x: near(0.9), y: 1.26, size: 1.7, drift: -0.004, style: wash(ink, 0.3) },
      ];
  }
}

const paper = (color: string, opacity: number): CSSProperties => ({
  background: alpha(color, opacity),
  boxShadow: '0 10px 30px rgba(40, 20, 10, 0.16)',
});
const wash = (color: string, opacity: number): CSSProperties => ({ background: alpha(color, opacity) });
const tube = (color: string): CSSProperties => ({
  border: `7px solid ${color}`,
  boxShadow: `0 0 46px ${alpha(color, 0.75)}`,
  boxSizing: 'border-box',
});

/** A colour such as `#ff8800`, as far as it covers what is behind it. */
export function alpha(color: string, opacity: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `rgba(${channels.join(', ')}, ${opacity.toFixed(3)})`;
}

/** What a form stands on: the film's look without a picture, which never stands quite still. Pure. */
import type { FormStyle } from '../../contract/forms';
import { FPS } from '../../contract/story-props';
import { seededBetween } from '../../picture/seeded';
import { alpha } from '../setting/alpha';
import type { FormSpace } from '../setting/form-space';
import type { FormPalette } from './form-palette';

/** A round, or a ring. */
interface Shape {
  /** Centre and size as fractions of the frame's width and height, and of its width. */
  x: number;
  y: number;
  size: number;
  /** How far it wanders in a second, as a fraction of the frame's width. */
  drift: number;
  /** CSS */
  color: string;
  /** Of a ring's line, px; absent for a round. */
  line?: number;
}

/** A round or a ring of the ground, px. */
export interface GroundShape {
  /** Of its middle, at the first frame. */
  x: number;
  y: number;
  size: number;
  /** CSS */
  color: string;
  /** Of a ring's line, which is within its size; null for a round. */
  line: number | null;
}

/** Shapes that wander together. */
export interface GroundLayer {
  shapes: readonly GroundShape[];
  /** How far they have gone at a frame, px. */
  awayAt(frame: number): { x: number; y: number };
}

/** Rises a little as it wanders. */
const RISE = 0.4;

/** The shapes of a look, far ones first; the same seed always gives the same. */
export function groundLayers(
  style: FormStyle,
  palette: FormPalette,
  seed: number,
  { frame: { width, height } }: FormSpace,
): GroundLayer[] {
  const together = Map.groupBy(shapesOf(style, palette, seed), ({ drift }) => drift);
  return Array.from(together, ([drift, shapes]) => ({
    shapes: shapes.map(({ x, y, size, color, line = null }) => ({
      ...{ x: x * width, y: y * height, size: size * width },
      ...{ color, line },
    })),
    awayAt: (frame) => {
      const away = (frame / FPS) * drift * width;
      return { x: away, y: -away * RISE };
    },
  }));
}

type Place = Omit<Shape, 'color' | 'line'>;

/** A round of paper on its own shade, which is two rounds a little larger. */
function sheet(place: Place, color: string, ink: string): Shape[] {
  const shade = (grown: number): Shape => ({
    ...place,
    size: place.size + grown,
    y: place.y + 0.003,
    color: alpha(ink, 0.035),
  });
  return [shade(0.03), shade(0.015), { ...place, color }];
}

/** A tube of light with its glow in rings: a blurred shadow takes longer to draw than all else. */
function lamp(place: Place, color: string): Shape[] {
  const glow = alpha(color, 0.14);
  return [
    { ...place, size: place.size + 0.05, color: glow, line: 60 },
    { ...place, size: place.size + 0.022, color: glow, line: 32 },
    { ...place, color, line: 7 },
  ];
}

function shapesOf(style: FormStyle, { accent, second, ink, card }: FormPalette, seed: number): Shape[] {
  const between = (name: string, low: number, high: number) =>
    seededBetween(seed, `ground ${name}`, low, high);
  const side = between('side', 0, 1) < 0.5 ? 0 : 1;
  const near = (at: number) => (side === 0 ? at : 1 - at);
  switch (style) {
    case 'papercut':
      return [
        ...sheet({ x: near(0.08), y: 0.1, size: 0.95, drift: 0.004 }, alpha(second, 0.22), ink),
        ...sheet({ x: near(0.02), y: 0.05, size: 0.62, drift: 0.007 }, alpha(accent, 0.3), ink),
        ...sheet({ x: near(0.98), y: 0.97, size: 1.15, drift: -0.005 }, alpha(second, 0.28), ink),
        ...sheet({ x: near(1.02), y: 1.02, size: 0.8, drift: -0.009 }, alpha(card, 0.75), ink),
      ];
    case 'watercolor':
      return [0.9, 0.74, 0.58].flatMap((size, ring): Shape[] => [
        {
          ...{ x: near(0.16), y: between('first', 0.12, 0.22), size, drift: 0.006 },
          color: alpha(second, 0.1 + ring * 0.02),
        },
        {
          ...{ x: near(0.9), y: between('other', 0.8, 0.92), size: size * 1.1, drift: -0.006 },
          color: alpha(accent, 0.08),
        },
      ]);
    case 'gouache':
      return [
        { x: near(0.94), y: 0.08, size: between('sun', 0.5, 0.7), drift: -0.006, color: alpha(card, 0.6) },
        { x: near(0.1), y: 0.96, size: 0.9, drift: 0.006, color: alpha(second, 0.34) },
        { x: near(0.3), y: 1.02, size: 0.5, drift: 0.01, color: alpha(accent, 0.3) },
      ];
    case 'neon':
      return [
        ...lamp({ x: near(0.86), y: 0.14, size: 0.62, drift: -0.008 }, accent),
        ...lamp({ x: near(0.86), y: 0.14, size: 0.44, drift: -0.012 }, second),
        ...lamp({ x: near(0.12), y: 0.94, size: 0.8, drift: 0.008 }, second),
      ];
    case 'silhouette':
      return [
        { x: near(0.74), y: 0.16, size: 0.5, drift: -0.004, color: alpha(second, 0.5) },
        { x: near(0.2), y: 1.2, size: 1.5, drift: 0.004, color: alpha(ink, 0.22) },
        { x: near(0.9), y: 1.26, size: 1.7, drift: -0.004, color: alpha(ink, 0.3) },
      ];
  }
}

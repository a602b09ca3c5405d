/** What a compositor would make of a layout in floating point, one pixel after the other. */
import type { FrameLayout } from '#jobs/render/canvas/compositor.ts';
import type { Pixels } from '#jobs/render/canvas/node-canvas.ts';
import type { LaidPlace } from '#remotion/paint/picture-places.ts';

export interface FloatLayer {
  image: Pixels;
  place: LaidPlace;
}

/** A `FrameLayout` of images that are not in any memory. */
export interface FloatLayout extends Pick<FrameLayout, 'shift' | 'darkness'> {
  images: readonly FloatLayer[];
  former: { images: readonly FloatLayer[]; presence: number } | null;
  writings: readonly { image: Pixels; left: number; top: number; opacity: number }[];
}

export interface Size {
  width: number;
  height: number;
}

type Color = readonly [red: number, green: number, blue: number, alpha: number];
/** Luma and both differences of colour in a film's range, and alpha. */
type Value = [luma: number, cb: number, cr: number, alpha: number];

/** A film's values by ITU-R BT.709, times alpha. @param color from 0 to 255 each */
export function filmValueOf([red, green, blue, alpha]: Color): Value {
  const [r, g, b] = [red / 255, green / 255, blue / 255];
  const luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const part = alpha / 255;
  const [cb, cr] = [(224 * (b - luma)) / 1.8556, (224 * (r - luma)) / 1.5748];
  return [(16 + 219 * luma) * part, (128 + cb) * part, (128 + cr) * part, part];
}

/**
 * The planes of a layout: luma, then both differences of colour at half size.
 * @param ground colour behind all
 */
export function floatFrame(layout: FloatLayout, frame: Size, ground: Color): number[] {
  const planes = [1, 2, 2].map((by, plane) => planeOf(layout, { ...frame, by, plane }, filmValueOf(ground)));
  return planes.flat();
}

interface Sought extends Size {
  /** How many pixels of the frame are one of the plane, in each direction. */
  by: number;
  plane: number;
}

function planeOf(
  { images, shift, former, writings, darkness }: FloatLayout,
  sought: Sought,
  ground: Value,
): number[] {
  const { width, height, by, plane } = sought;
  const clip: [number, number] = [Math.max(0, Math.round(shift)), Math.min(width, width + Math.round(shift))];
  const all: [number, number] = [0, width];
  const base = ground[plane] ?? 0;
  const pictures = images.map((layer) => layerOf(moved(layer, shift), clip, by, plane));
  const left = (former?.images ?? []).map((layer) => layerOf(layer, all, by, plane));
  const written = writings.map(({ image, opacity, ...at }) =>
    layerOf({ image, place: { ...at, width: image.width, height: image.height, opacity } }, all, by, plane),
  );
  const presence = former && former.presence < 1 ? former.presence : 1;
  const values: number[] = [];
  for (let y = 0; y < height / by; y++)
    for (let x = 0; x < width / by; x++) {
      const over = (value: number, layers: Layer[]) => layers.reduce((was, layer) => layer(x, y, was), value);
      const leaving = over(base, left);
      const mixed =
        presence < 1 ? presence * over(base, pictures) + (1 - presence) * leaving : over(leaving, pictures);
      values.push(over(mixed, written) * (1 - darkness) + base * darkness);
    }
  return values;
}

/** What a plane's pixel is when an image is laid over it. */
type Layer = (x: number, y: number, was: number) => number;

function layerOf(
  { image, place }: FloatLayer,
  [from, to]: [number, number],
  by: number,
  plane: number,
): Layer {
  const values = reduced(image, by);
  const [wide, high] = [Math.ceil(image.width / by), Math.ceil(image.height / by)];
  const at = (x: number, y: number) =>
    values[Math.min(high - 1, Math.max(0, y)) * wide + Math.min(wide - 1, Math.max(0, x))] ?? [0, 0, 0, 0];
  return (x, y, was) => {
    const u = ((x + 0.5 - place.left / by) * image.width) / place.width - 0.5;
    const v = ((y + 0.5 - place.top / by) * image.height) / place.height - 0.5;
    const isSeen = u >= -0.5 && v >= -0.5 && u < image.width / by - 0.5 && v < image.height / by - 0.5;
    if (!isSeen || x + 0.5 < from / by || x + 0.5 > to / by) return was;
    const [x0, y0] = [Math.floor(u), Math.floor(v)];
    const between = (c: number) => {
      const row = (y1: number) => (at(x0, y1)[c] ?? 0) * (1 - u + x0) + (at(x0 + 1, y1)[c] ?? 0) * (u - x0);
      return row(y0) * (1 - v + y0) + row(y0 + 1) * (v - y0);
    };
    return was * (1 - between(3) * place.opacity) + between(plane) * place.opacity;
  };
}

/** An image's values, each the mean of so many pixels in both directions as there are. */
function reduced({ data, width, height }: Pixels, by: number): Value[] {
  const values: Value[] = [];
  for (let y = 0; y < height; y += by)
    for (let x = 0; x < width; x += by) {
      const sum: Value = [0, 0, 0, 0];
      for (let dy = 0; dy < by; dy++)
        for (let dx = 0; dx < by; dx++) {
          const at = 4 * (Math.min(height - 1, y + dy) * width + Math.min(width - 1, x + dx));
          const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4);
          for (const [c, value] of filmValueOf([red, green, blue, alpha]).entries())
            sum[c] = (sum[c] ?? 0) + value / by ** 2;
        }
      values.push(sum);
    }
  return values;
}

function moved({ image, place }: FloatLayer, by: number): FloatLayer {
  return { image, place: { ...place, left: place.left + by } };
}

import { describe, expect, it } from 'vitest';
import { composePicture } from '#jobs/studio/illustrator/compose.ts';
import { STYLES } from '#jobs/studio/illustrator/drawing/styles.ts';
import { areaOf, boxesAround, CELL, type CellBox, cellsFor } from '#jobs/studio/illustrator/raster/cells.ts';
import type { Pixels } from '#jobs/studio/illustrator/raster/pixels.ts';
import { renderPlanes } from '#jobs/studio/illustrator/raster/planes.ts';
import { readScene } from '#jobs/studio/reading/reading.ts';
import { FORMATS, LAYER_BLEED, type LayerLife } from '#remotion/contract/story-props.ts';
import { type CameraPlace, layerCameraAt } from '#remotion/picture/camera.ts';
import { layerState, withinBleed } from '#remotion/picture/layer-life.ts';

interface Kept {
  pixels: Pixels;
  boxes: CellBox[];
  depth: number;
  life: LayerLife;
}

const SCENES = [
  ['A hare stands beside an owl in the meadow at noon. Clear sky. Wide shot.', 'papercut', '9:16'],
  ['Oona, a woman, sails on the open sea in a storm at night. Wide shot.', 'watercolor', '1:1'],
  ['A girl reads beside a dragon in the library. Medium shot.', 'gouache', '16:9'],
  ['A hedgehog stands in the forest at night. Clear sky. Wide shot.', 'silhouette', '9:16'],
] as const;

/** Moments of many scenes: of every move, from its beginning to the transition after its end. */
const MOMENTS = Array.from({ length: 24 }, (_, at) => at * 7919).flatMap((seed) =>
  [-11, 0, 37, 110, 230, 420].map((framesToEnd) => ({ seed, framesToEnd })),
);

/** Colour of a plane at a point of the frame (fractions from its centre), or null where it is not kept. */
function colourAt({ pixels, boxes }: Kept, { scale, x, y }: CameraPlace, [u, v]: readonly [number, number]) {
  const whole = 1 + 2 * LAYER_BLEED;
  const column = Math.floor(((u - x) / scale / whole + 0.5) * pixels.width);
  const row = Math.floor(((v - y) / scale / whole + 0.5) * pixels.height);
  const isKept = boxes.some(
    ({ left, top, right, bottom }) =>
      column >= left * CELL && column < right * CELL && row >= top * CELL && row < bottom * CELL,
  );
  const at = (row * pixels.width + column) * 4;
  return { isKept, colour: pixels.data.subarray(at, at + 4) };
}

/** What is seen at a point at a moment: of the whole planes, and of what is kept of them. */
function seenAt(planes: readonly Kept[], moment: (typeof MOMENTS)[number], point: readonly [number, number]) {
  const [whole, kept] = [
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ];
  for (const plane of planes) {
    const camera = layerCameraAt(moment.seed, moment.framesToEnd, plane.depth);
    const { x, opacity } = layerState(plane.life, moment.seed, plane.depth, moment.framesToEnd);
    const place = { ...camera, x: withinBleed(camera.x + x, camera.scale) };
    const { isKept, colour } = colourAt(plane, place, point);
    for (const sum of isKept ? [whole, kept] : [whole]) {
      const keep = 1 - ((colour[3] ?? 0) / 255) * opacity;
      for (let k = 0; k < 4; k++) sum[k] = (colour[k] ?? 0) * opacity + (sum[k] ?? 0) * keep;
    }
  }
  return { whole, kept };
}

describe.each(SCENES)('of “%s” in %s, %s', (prompt, style, format) => {
  it('is kept all that the camera ever shows, and little else', async () => {
    const drawing = composePicture(readScene(prompt), format, STYLES[style], 5, { bleed: true });
    const planes: Kept[] = [];
    await renderPlanes(drawing, async ({ pixels, ...plane }) => {
      planes.push({ ...plane, pixels: { ...pixels, data: pixels.data.slice() } });
    });
    let worst = 0;
    for (const moment of MOMENTS) {
      for (let v = -0.4999; v < 0.5; v += 0.0357) {
        for (let u = -0.4999; u < 0.5; u += 0.0714) {
          const { whole, kept } = seenAt(planes, moment, [u, v]);
          for (let k = 0; k < 4; k++) worst = Math.max(worst, Math.abs((whole[k] ?? 0) - (kept[k] ?? 0)));
        }
      }
    }
    expect(worst).toBeLessThan(8);
    const { width, height } = FORMATS[format];
    const area = planes.flatMap(({ boxes }) => boxes).reduce((sum, box) => sum + areaOf(box), 0);
    expect((area * CELL ** 2) / (width * height)).toBeLessThan(4.2);
  });
});

describe('boxesAround', () => {
  const marked = (...boxes: CellBox[]) => {
    const cells = cellsFor({ width: 80 * CELL, height: 50 * CELL }, 0);
    for (const { left, top, right, bottom } of boxes) {
      for (let y = top; y < bottom; y++) cells.flags.fill(1, y * 80 + left, y * 80 + right);
    }
    return cells;
  };
  const branch = { left: 60, top: 2, right: 80, bottom: 12 };
  const grass = { left: 0, top: 40, right: 80, bottom: 50 };
  const flower = { left: 5, top: 36, right: 8, bottom: 40 };

  it('leaves out what is empty, between things too', () => {
    expect(boxesAround(marked(branch, grass), 3, 10)).toEqual([branch, grass]);
    expect(boxesAround(marked(), 3, 10)).toEqual([]);
  });

  it('never cuts through a thing', () => {
    expect(boxesAround(marked(grass, flower), 3, 10)).toEqual([{ ...grass, top: 36 }]);
  });

  it('makes no more boxes than wanted, and none that saves little', () => {
    expect(boxesAround(marked(branch, grass), 1, 10)).toEqual([{ ...grass, top: 2 }]);
    expect(boxesAround(marked(branch, grass), 3, 3000)).toHaveLength(1);
  });
});

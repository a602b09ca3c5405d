import { describe, expect, it } from 'vitest';
import { contrastOf, lightOf, luminanceOf } from '#jobs/render/inspection/light.ts';
import { PictureMeter } from '#jobs/render/inspection/picture-meter.ts';
import { framePlanes } from '#jobs/render/inspection/reduced-size.ts';

const SIZE = { width: 40, height: 60 };

/** A frame of one tone, with a dot that may move. */
function frameOf(luma: number, dot: number | null = null) {
  const bytes = new Uint8Array((SIZE.width * SIZE.height * 3) / 2).fill(128);
  bytes.fill(luma, 0, SIZE.width * SIZE.height);
  if (dot !== null) bytes.fill(200, dot, dot + 8);
  return framePlanes(bytes, SIZE);
}

describe('light', () => {
  it('is that of WCAG for film white, film black and the primary colours', () => {
    expect(luminanceOf(235, 128, 128)).toBeCloseTo(1, 2);
    expect(luminanceOf(16, 128, 128)).toBeCloseTo(0, 3);
    const [red, green, blue] = lightOf(63, 102, 240);
    expect(red).toBeGreaterThan(0.97);
    expect(green).toBeLessThan(0.01);
    expect(blue).toBeLessThan(0.01);
    expect(contrastOf(0, 1)).toBeCloseTo(21);
    expect(contrastOf(0.5, 0.5)).toBe(1);
  });
});

describe('a picture', () => {
  it('is black and still where it is, and for as long', () => {
    const meter = new PictureMeter(SIZE);
    for (let frame = 0; frame < 10; frame += 1) meter.add(frameOf(120, 40 * frame));
    for (let frame = 0; frame < 6; frame += 1) meter.add(frameOf(20));
    for (let frame = 0; frame < 5; frame += 1) meter.add(frameOf(120, 40 * frame));
    const { frames, black, still } = meter.measures();
    expect(frames).toBe(21);
    expect(black.map(({ atMs, toMs }) => [Math.round(atMs), Math.round(toMs)])).toEqual([[333, 533]]);
    // The first black frame is not the one before.
    expect(still.map(({ atMs, toMs }) => [Math.round(atMs), Math.round(toMs)])).toEqual([[367, 533]]);
  });

  it('is black though captions are seen below, and is not where anything is seen above', () => {
    const meter = new PictureMeter(SIZE);
    for (let frame = 0; frame < 4; frame += 1) meter.add(frameOf(20, SIZE.width * 45));
    for (let frame = 0; frame < 4; frame += 1) {
      const lit = frameOf(20);
      lit.y.fill(90, 0, SIZE.width * 4);
      meter.add(lit);
    }
    const [black, ...others] = meter.measures().black;
    expect(others).toEqual([]);
    expect(black?.toMs).toBeCloseTo(133, 0);
  });
});

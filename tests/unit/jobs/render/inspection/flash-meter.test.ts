import { describe, expect, it } from 'vitest';
import { FlashMeter, redness } from '#jobs/render/inspection/flash-meter.ts';

const CELLS = 16;

/** What is found in a film of a second before, a while of flashes in a part of the cells, and a second after. */
function flashesOf({
  high,
  low,
  period,
  part = 1,
  frames = 60,
  calm = low,
}: {
  high: [luminance: number, redness: number];
  low: [luminance: number, redness: number];
  /** Frames of a flash, light and dark. */
  period: number;
  part?: number;
  frames?: number;
  calm?: [luminance: number, redness: number];
}): FlashMeter {
  const meter = new FlashMeter(CELLS);
  for (let frame = 0; frame < frames + 60; frame += 1) {
    const isOn = frame >= 30 && frame < frames + 30 && (frame - 30) % period < period / 2;
    const luminances = new Float32Array(CELLS).fill(calm[0]);
    const rednesses = new Float32Array(CELLS).fill(calm[1]);
    for (let cell = 0; cell < CELLS * part; cell += 1) {
      luminances[cell] = (isOn ? high : low)[0];
      rednesses[cell] = (isOn ? high : low)[1];
    }
    meter.add(luminances, rednesses);
  }
  return meter;
}

describe('general flashes', () => {
  it('are found from the first to the last where there are more than three in a second', () => {
    const [stretch, ...others] = flashesOf({ high: [0.6, 0], low: [0.2, 0], period: 6 }).flashing;
    expect(others).toEqual([]);
    expect(stretch?.atMs).toBeCloseTo(1000, 0);
    expect(stretch?.toMs).toBeGreaterThanOrEqual(3000 - 200);
    expect(stretch?.toMs).toBeLessThanOrEqual(4000);
  });

  it.each([
    ['three in a second', { high: [0.6, 0], low: [0.2, 0], period: 10 }],
    ['changes of less than a tenth', { high: [0.29, 0], low: [0.2, 0], period: 6 }],
    ['changes between light tones', { high: [0.98, 0], low: [0.82, 0], period: 6 }],
    ['less than a quarter of the picture', { high: [0.6, 0], low: [0.2, 0], period: 6, part: 0.18 }],
    ['three flashes and no more', { high: [0.6, 0], low: [0.2, 0], period: 6, frames: 18 }],
  ] as const)('are none too many: %s', (_, { high, low, ...rest }) => {
    const meter = flashesOf({ high: [...high], low: [...low], ...rest });
    expect(meter.flashing).toEqual([]);
  });

  it('are found where a quarter of the picture flashes four times', () => {
    expect(
      flashesOf({ high: [0.6, 0], low: [0.2, 0], period: 6, part: 0.25, frames: 24 }).flashing,
    ).toHaveLength(1);
  });

  it('are counted by turns: one change in several steps is one', () => {
    const meter = new FlashMeter(1);
    for (let frame = 0; frame < 90; frame += 1)
      meter.add(Float32Array.of(Math.min(0.9, frame * 0.11)), Float32Array.of(0));
    expect(meter.flashing).toEqual([]);
  });
});

describe('red flashes', () => {
  it('are found where nothing gets lighter', () => {
    const meter = flashesOf({ high: [0.21, 320], low: [0.21, 0], period: 6 });
    expect(meter.flashing).toEqual([]);
    expect(meter.redFlashing).toHaveLength(1);
  });

  it('are none where red changes little', () => {
    expect(flashesOf({ high: [0.2, 18], low: [0.2, 0], period: 6 }).redFlashing).toEqual([]);
  });

  it('are of saturated red alone', () => {
    expect(redness([1, 0, 0])).toBe(320);
    expect(redness([0.8, 0.1, 0.1])).toBeCloseTo(192);
    expect(redness([0.7, 0.2, 0.1])).toBe(0);
    expect(redness([0, 0, 0])).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import {
  applyBiquads,
  type Biquad,
  FilterChain,
  highPass,
  highShelf,
  lowPass,
  peaking,
} from '#jobs/sound/audio/biquad.ts';
import { compress, limitTruePeak } from '#jobs/sound/audio/dynamics.ts';
import { fadeEnds, slidingMaximum, slidingMinimum, smoothedByWindow } from '#jobs/sound/audio/envelope.ts';
import { normaliseLoudness } from '#jobs/sound/audio/normalise.ts';
import { truePeakDb } from '#jobs/sound/audio/true-peak.ts';
import { babble, joined, levelAt, noise, sine } from './signals';

const RATE = 48_000;
const tone = (levelDb: number, seconds = 1) => sine({ frequency: 1000, levelDb, seconds });

describe('filters', () => {
  const gainAt = (filter: Biquad, frequency: number) =>
    levelAt(applyBiquads(sine({ frequency, levelDb: 0, seconds: 1 }), [filter]), frequency, RATE);

  it('go on from piece to piece as over the whole', () => {
    const filters = [highPass({ frequency: 300, q: 1 }, RATE), lowPass({ frequency: 3000, q: 1 }, RATE)];
    const whole = noise(5000, 0.5);
    const pieces = whole.slice();
    const chain = new FilterChain(filters);
    for (const [from, to] of [
      [0, 1],
      [1, 1777],
      [1777, 5000],
    ])
      chain.run(pieces.subarray(from, to));
    expect(pieces).toEqual(applyBiquads(whole, filters));
  });

  it('high-pass and low-pass are 3 dB down at their corner and 12 dB per octave beyond', () => {
    const high = highPass({ frequency: 1000, q: Math.SQRT1_2 }, RATE);
    const low = lowPass({ frequency: 1000, q: Math.SQRT1_2 }, RATE);
    expect(gainAt(high, 1000)).toBeCloseTo(-3, 1);
    expect(gainAt(high, 250)).toBeCloseTo(-24, 0);
    expect(gainAt(low, 1000)).toBeCloseTo(-3, 1);
    expect(gainAt(low, 4000)).toBeCloseTo(-24, 0);
  });

  it('a peak lifts its centre and leaves the rest', () => {
    const filter = peaking({ frequency: 1000, q: 2, gainDb: 6 }, RATE);
    expect(gainAt(filter, 1000)).toBeCloseTo(6, 1);
    expect(gainAt(filter, 50)).toBeCloseTo(0, 1);
  });

  it('a high shelf lowers the highs alone', () => {
    const filter = highShelf({ frequency: 2000, q: Math.SQRT1_2, gainDb: -8 }, RATE);
    expect(gainAt(filter, 15_000)).toBeCloseTo(-8, 0);
    expect(gainAt(filter, 100)).toBeCloseTo(0, 1);
  });
});

describe('compress', () => {
  const settings = { thresholdDb: -20, ratio: 4, kneeDb: 6, attackMs: 5, releaseMs: 50 };

  it('lets what is quiet pass', () => {
    const quiet = tone(-40);
    expect(levelAt(compress(quiet, RATE, settings), 1000, RATE)).toBeCloseTo(-40, 1);
  });

  it('brings what is loud nearer', () => {
    const range =
      levelAt(compress(tone(0), RATE, settings), 1000, RATE) -
      levelAt(compress(tone(-20), RATE, settings), 1000, RATE);
    expect(range).toBeGreaterThan(3);
    expect(range).toBeLessThan(12);
  });
});

describe('limitTruePeak', () => {
  const limited = (channels: Float32Array[], ceilingDb: number, gainDb = 0): Float32Array[] => {
    const copies = channels.map((channel) => channel.slice());
    limitTruePeak(copies, RATE, { ceilingDb, gainDb });
    return copies;
  };

  it('holds the ceiling between samples too', () => {
    const hot = joined(
      tone(-20),
      sine({ frequency: 11_987, levelDb: 3, seconds: 0.5 }),
      babble(1, 2),
      tone(-20),
    );
    const peaks = limited([hot, noise(hot.length, 1.4)], -1.8);
    expect(truePeakDb(peaks, -120)).toBeLessThan(-1.6);
  });

  it('leaves quiet stretches as they are', () => {
    const samples = joined(tone(-12), tone(3, 0.2), tone(-12));
    const [held = new Float32Array(0)] = limited([samples], -1);
    expect(held.slice(0, 40_000)).toEqual(samples.slice(0, 40_000));
  });

  it('moves both channels together, so that the stereo picture stands still', () => {
    const loud = tone(4);
    const soft = tone(-16);
    const [left = loud, right = soft] = limited([loud, soft], -1);
    const index = 24_013;
    expect((left[index] ?? 0) / (loud[index] ?? 1)).toBeCloseTo((right[index] ?? 0) / (soft[index] ?? 1), 4);
  });

  it('is the same wherever its stretches begin', () => {
    // Peaks on both sides of where the first stretch of samples ends.
    const sound = joined(noise(65_000, 0.3), noise(1_200, 1.6), noise(9_000, 0.3));
    const later = joined(new Float32Array(700), sound);
    const [one = sound] = limited([sound], -1);
    const [other = sound] = limited([later], -1);
    const apart = one.map((sample, at) => Math.abs(sample - (other[at + 700] ?? 0)));
    expect(Math.max(...apart)).toBeLessThan(1e-4);
  });

  it('makes no jump in its gain', () => {
    const constant = joined(
      new Float32Array(4800).fill(0.5),
      new Float32Array(48).fill(2),
      new Float32Array(4800).fill(0.5),
    );
    const [held = constant] = limited([constant], -1);
    let largest = 0;
    for (let index = 1; index < 4700; index++) {
      largest = Math.max(largest, Math.abs((held[index] ?? 0) - (held[index - 1] ?? 0)));
    }
    expect(largest).toBeLessThan(0.01);
  });
});

describe('normaliseLoudness', () => {
  it('reaches its target under its ceiling even when the limiter has to work', () => {
    const speech = babble(6, -30);
    const loudness = normaliseLoudness([speech, speech.slice()], RATE, { lufs: -15, ceilingDb: -1.8 });
    expect(loudness.integratedLufs).toBeCloseTo(-15, 0);
    expect(loudness.truePeakDb).toBeLessThan(-1.6);
  });

  it('leaves silence silent', () => {
    const silence = new Float32Array(9600);
    const loudness = normaliseLoudness([silence], RATE, { lufs: -15, ceilingDb: -1 });
    expect(loudness.integratedLufs).toBe(-70);
    expect(silence.every((sample) => sample === 0)).toBe(true);
  });
});

describe('envelopes', () => {
  const values = new Float32Array([5, 3, 4, 1, 6, 2, 7]);

  it('sliding minimum and maximum look both ways', () => {
    expect([...slidingMinimum(values, 1)]).toEqual([3, 3, 1, 1, 1, 2, 2]);
    expect([...slidingMaximum(values, 2, 0)]).toEqual([5, 5, 5, 4, 6, 6, 7]);
    expect([...slidingMaximum(values, 0, 1)]).toEqual([5, 4, 4, 6, 6, 7, 7]);
  });

  it('smoothing keeps constants and the mean of an inner bump', () => {
    expect([...smoothedByWindow(new Float32Array(9).fill(2), 4)]).toEqual(new Array(9).fill(2));
    const bump = new Float32Array(101);
    bump[50] = 1;
    const smooth = smoothedByWindow(bump, 10);
    expect(smooth.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
    expect(smooth[39]).toBeCloseTo(0, 6);
    expect(smooth[50]).toBeGreaterThan(smooth[45] ?? 1);
  });

  it('fades reach zero at both ends and touch nothing between', () => {
    const samples = new Float32Array(100).fill(1);
    fadeEnds(samples, 10, 20);
    expect(samples[0]).toBe(0);
    expect(samples[99]).toBe(0);
    expect([...samples.slice(10, 80)]).toEqual(new Array(70).fill(1));
  });
});

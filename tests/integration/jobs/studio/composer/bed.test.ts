import { describe, expect, it } from 'vitest';
import { integratedLoudness, measureLoudness, momentaryLoudness } from '#jobs/sound/audio/loudness.ts';
import { decodeWav } from '#jobs/sound/audio/wav.ts';
import { MUSIC_MOODS } from '#jobs/story/order/options.ts';
import { composeBed } from '#jobs/studio/composer/bed.ts';

const SECONDS = 10;
const bedOf = (mood: (typeof MUSIC_MOODS)[number], seed = 1, durationMs = SECONDS * 1000) =>
  decodeWav(composeBed({ mood, durationMs, seed }));

describe('composeBed', () => {
  it('has at least eight moods', () => expect(MUSIC_MOODS.length).toBeGreaterThanOrEqual(8));

  it.each(MUSIC_MOODS)('%s: −23 LUFS, no peak, exact length, no jump, a soft end, stereo', (mood) => {
    const { sampleRate, channels } = bedOf(mood);
    const [left = new Float32Array(0), right = new Float32Array(0)] = channels;
    const { integratedLufs, truePeakDb } = measureLoudness(channels, sampleRate);
    expect(sampleRate).toBe(48_000);
    expect(left).toHaveLength(SECONDS * 48_000);
    expect(integratedLufs).toBeCloseTo(-23, 0);
    expect(truePeakDb).toBeLessThan(-5.5);
    expect(Math.abs(left.at(-1) ?? 1)).toBeLessThan(1e-3);
    const lastBreath = channels.map((channel) => channel.slice(-12_000));
    expect(integratedLoudness(lastBreath, sampleRate)).toBeLessThan(-34);
    expect(left.some((sample, index) => Math.abs(sample - (right[index] ?? 0)) > 0.005)).toBe(true);
    let largest = 0;
    for (let index = 1; index < left.length; index++) {
      largest = Math.max(largest, Math.abs((left[index] ?? 0) - (left[index - 1] ?? 0)));
    }
    expect(largest).toBeLessThan(0.15);
    expect(Math.max(...momentaryLoudness(channels, sampleRate))).toBeLessThan(-14);
    const sides = channels.map((channel) => integratedLoudness([channel], sampleRate));
    expect(Math.abs((sides[0] ?? 0) - (sides[1] ?? 1))).toBeLessThan(0.3);
  });

  it('is the same for the same seed and another for another', () => {
    const request = { mood: 'magical', durationMs: 5000 } as const;
    const first = composeBed({ ...request, seed: 5 });
    expect(composeBed({ ...request, seed: 5 })).toEqual(first);
    expect(composeBed({ ...request, seed: 6 })).not.toEqual(first);
  });

  it.each([33.333, 100, 1000, 2500.7, 4033.333])('copes with %d ms', (durationMs) => {
    const { channels } = bedOf('calm', 1, durationMs);
    expect(channels[0]).toHaveLength(Math.round(durationMs * 48));
    expect(channels[0]?.every((sample) => Number.isFinite(sample))).toBe(true);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a length of %d ms', (durationMs) => {
    expect(() => composeBed({ mood: 'calm', durationMs, seed: 1 })).toThrow(RangeError);
  });
});

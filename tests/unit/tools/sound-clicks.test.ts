import { describe, expect, it } from 'vitest';
import { clicksAt } from '#tests/tools/gallery/sound-clicks.ts';
import { timingErrors } from '#tests/tools/gallery/sound-timing.ts';

const RATE = 48_000;

/** A second of a voice's pulses at 120 Hz, each a short ringing. */
function pulses(): Float32Array {
  return Float32Array.from({ length: RATE }, (_, at) => {
    const since = (at % 400) / RATE;
    return 0.5 * Math.exp(-400 * since) * Math.sin(2 * Math.PI * 700 * since);
  });
}

describe('clicks', () => {
  it('are not heard in a voice or in silence', () => {
    expect(clicksAt([pulses()], [200, 500, 800])).toBe(0);
    expect(clicksAt([new Float32Array(RATE)], [200, 500])).toBe(0);
  });

  it('are heard where a sound is cut off in the middle of a wave', () => {
    const tone = Float32Array.from({ length: RATE }, (_, at) =>
      at < 24_010 ? 0.3 * Math.cos((2 * Math.PI * 200 * at) / RATE) : 0,
    );
    expect(clicksAt([new Float32Array(RATE), tone], [500])).toBe(1);
    expect(clicksAt([tone], [200])).toBe(0);
  });

  it('are heard where one sample is wrong', () => {
    const broken = pulses();
    broken[24_000] = 0.9;
    expect(clicksAt([broken], [495])).toBe(1);
  });
});

describe('the measure of words’ times', () => {
  it('finds by how much a word is told too late', () => {
    const sound = new Float32Array(2 * RATE);
    sound.set(pulses().subarray(0, RATE / 2), RATE);
    const errors = timingErrors(sound, RATE, [{ text: 'word', startMs: 1040, endMs: 1500 }]);
    expect(errors).toHaveLength(1);
    expect(Math.abs((errors[0] ?? 0) - 40)).toBeLessThan(6);
  });
});

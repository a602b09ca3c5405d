import { describe, expect, it } from 'vitest';
import { breaksOffByReading, breaksOffByTranscript } from '#jobs/sound/alignment/broken-off.ts';
import { speakSyllables } from '#tests/support/openai-server/syllable-voice.ts';

const WRITTEN = 'She carried the warm lantern home through the dark'.split(' ');
/** Each word takes 300 ms. */
const heardOf = (words: readonly string[]) =>
  words.map((text, at) => ({ text, startMs: at * 300, endMs: (at + 1) * 300 }));

describe('speech of which a transcript is there', () => {
  const breaksOff = (heard: readonly string[], silenceMs: number) =>
    breaksOffByTranscript(WRITTEN, heardOf(heard), heard.length * 300 + silenceMs);

  it('is whole where all of it was heard', () => {
    expect(breaksOff(WRITTEN, 0)).toBe(false);
    expect(breaksOff(WRITTEN, 400)).toBe(false);
  });

  it('breaks off where the last words were not, and the sound ends there', () => {
    expect(breaksOff(WRITTEN.slice(0, 6), 40)).toBe(true);
    expect(breaksOff(WRITTEN.slice(0, 8), 20)).toBe(true);
  });

  it('is whole where something was heard in their place, or there was time for them', () => {
    expect(breaksOff([...WRITTEN.slice(0, 8), 'bark'], 0)).toBe(false);
    expect(breaksOff([...WRITTEN.slice(0, 8), 'zucchini'], 0)).toBe(false);
    expect(breaksOff(WRITTEN.slice(0, 7), 700)).toBe(false);
  });

  it('is not judged where a word in the middle was not heard, or nothing at all', () => {
    expect(
      breaksOff(
        WRITTEN.filter((_, at) => at !== 4),
        0,
      ),
    ).toBe(false);
    expect(breaksOffByTranscript(WRITTEN, [], 3000)).toBe(false);
    expect(breaksOffByTranscript([], heardOf(['hm']), 300)).toBe(false);
  });
});

describe('speech of which a reading is there', () => {
  const reading = speakSyllables(WRITTEN.join(' '), 1);
  const sound = (samples: Float32Array) => ({ samples, sampleRate: reading.sampleRate });

  it('is whole at any even pace', () => {
    const quick = speakSyllables(WRITTEN.join(' '), 1.4);
    expect(breaksOffByReading(quick.words, reading.words, sound(quick.samples))).toBe(false);
  });

  it('breaks off where its last words were left no time', () => {
    const squeezed = reading.words.map((word, at) => {
      const lastMs = reading.words[5]?.endMs ?? 0;
      const late = at < 6 ? 0 : lastMs + (at - 6) * 30;
      return at < 6 ? word : { ...word, startMs: late, endMs: late + 30 };
    });
    const cut = reading.samples.subarray(0, Math.round(reading.samples.length * 0.65));
    expect(breaksOffByReading(squeezed, reading.words, sound(cut))).toBe(true);
  });

  it('is not judged without words', () => {
    expect(breaksOffByReading([], [], sound(reading.samples))).toBe(false);
    expect(breaksOffByReading(reading.words.slice(1), reading.words, sound(reading.samples))).toBe(false);
  });
});

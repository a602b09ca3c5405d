import { describe, expect, it } from 'vitest';
import { COEFFICIENTS, cepstraOf } from '#jobs/sound/alignment/cepstra.ts';
import { fourierTransform } from '#jobs/sound/alignment/fourier.ts';
import { timeByReference } from '#jobs/sound/alignment/reference-timing.ts';
import { speechSpan } from '#jobs/sound/alignment/speech-span.ts';
import { pauseAfter, spreadWords, syllablesOf } from '#jobs/sound/alignment/syllables.ts';
import { speakSyllables } from '#tests/support/openai-server/syllable-voice.ts';

describe('the Fourier transform', () => {
  it('finds a tone in its bin', () => {
    const real = Float64Array.from({ length: 64 }, (_, index) => Math.cos((2 * Math.PI * 5 * index) / 64));
    const imaginary = new Float64Array(64);
    fourierTransform(real, imaginary);
    const powers = [...real].map((value, bin) => Math.hypot(value, imaginary[bin] ?? 0));
    expect(powers[5]).toBeCloseTo(32, 9);
    expect(powers[59]).toBeCloseTo(32, 9);
    expect(powers.filter((power) => power > 1e-9)).toHaveLength(2);
  });

  it('refuses lengths that are no power of two', () => {
    expect(() => fourierTransform(new Float64Array(48), new Float64Array(48))).toThrow(RangeError);
  });
});

describe('cepstra', () => {
  it('are normalised over the sound', () => {
    const { samples, sampleRate } = speakSyllables('A fox ran over the hill.', 1);
    const { frames, values } = cepstraOf(samples, sampleRate);
    for (let index = 0; index < COEFFICIENTS; index++) {
      const track = Array.from({ length: frames }, (_, frame) => values[frame * COEFFICIENTS + index] ?? 0);
      expect(track.reduce((sum, value) => sum + value, 0) / frames).toBeCloseTo(0, 4);
    }
  });

  it('exist for a sound shorter than one window', () => {
    expect(cepstraOf(new Float32Array(100), 16_000).frames).toBe(1);
  });
});

describe('speech in a sound', () => {
  it('is found between silences', () => {
    const { samples, sampleRate, words } = speakSyllables('Hello fox.', 1);
    const span = speechSpan(samples, sampleRate);
    expect(Math.abs(span.startMs - (words[0]?.startMs ?? 0))).toBeLessThan(60);
    expect(Math.abs(span.endMs - (words.at(-1)?.endMs ?? 0))).toBeLessThan(60);
  });

  it('is the whole of a silent sound', () => {
    expect(speechSpan(new Float32Array(16_000), 16_000)).toEqual({ startMs: 0, endMs: 1000 });
  });
});

describe('times by a reference', () => {
  const TEXT = 'Marta was eleven, and a storm rolled in. She ran to her little boat over the beach.';

  it.each([0.8, 1, 1.3])('are found in a reading at another speed (%s), with other silences', (speed) => {
    const reference = speakSyllables(TEXT, 1);
    const target = speakSyllables(TEXT, speed);
    const shift = 700;
    const padded = new Float32Array(target.samples.length + (shift / 1000) * target.sampleRate);
    padded.set(target.samples, (shift / 1000) * target.sampleRate);
    const { words } = timeByReference(
      { samples: padded, sampleRate: target.sampleRate },
      reference,
      reference.words,
    );
    const errors = words
      .map(({ startMs }, index) => Math.abs(startMs - shift - (target.words[index]?.startMs ?? 0)))
      .sort((a, b) => a - b);
    expect(words.map(({ text }) => text)).toEqual(TEXT.split(' '));
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(30);
    expect(errors.at(-1)).toBeLessThan(120);
  });

  it('follow a reading whose pace is its own: hurried at first, slow after a long pause', () => {
    const [first, second] = [
      'Marta was eleven, and a storm rolled in.',
      'She ran to her little boat over the beach.',
    ];
    const reference = speakSyllables(`${first} ${second}`, 1);
    const parts = [speakSyllables(first as string, 1.35), speakSyllables(second as string, 0.8)] as const;
    const pauseMs = 900;
    const { sampleRate } = reference;
    const secondFrom = parts[0].samples.length + (pauseMs / 1000) * sampleRate;
    const samples = new Float32Array(secondFrom + parts[1].samples.length);
    samples.set(parts[0].samples);
    samples.set(parts[1].samples, secondFrom);
    const truth = [
      ...parts[0].words.map(({ startMs }) => startMs),
      ...parts[1].words.map(({ startMs }) => startMs + (secondFrom / sampleRate) * 1000),
    ];
    const { words } = timeByReference({ samples, sampleRate }, reference, reference.words);
    const errors = words
      .map(({ startMs }, index) => Math.abs(startMs - (truth[index] ?? 0)))
      .sort((a, b) => a - b);
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(40);
    expect(errors.at(-1)).toBeLessThan(250);
  });
});

describe('times by spelling', () => {
  it('count syllables', () => {
    const counts = {
      fox: 1,
      water: 2,
      made: 1,
      table: 2,
      beautiful: 3,
      NASA: 4,
      'wanted,': 2,
      '42': 3,
      '—': 1,
      狐は: 2,
    };
    expect(Object.fromEntries(Object.keys(counts).map((word) => [word, syllablesOf(word)]))).toEqual(counts);
  });

  it('know where one pauses', () => {
    expect(['fox', 'fox,', 'fox.”', '終わり。'].map(pauseAfter)).toEqual([0, 1.4, 2.5, 2.5]);
  });

  it('fill the stretch from its start to its end', () => {
    const words = spreadWords(['One', 'beautiful,', 'fox.'], 100, 1900);
    expect(words[0]?.startMs).toBe(100);
    expect(words.at(-1)?.endMs).toBeCloseTo(1900);
    expect((words[2]?.startMs ?? 0) - (words[1]?.endMs ?? 0)).toBeCloseTo((1800 / 6.4) * 1.4);
    expect(spreadWords([], 0, 1000)).toEqual([]);
  });
});

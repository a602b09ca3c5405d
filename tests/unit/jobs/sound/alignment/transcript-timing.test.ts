import { describe, expect, it } from 'vitest';
import { alignWords } from '#jobs/sound/alignment/edit-alignment.ts';
import { normaliseToken, tokenDistance } from '#jobs/sound/alignment/tokens.ts';
import { timeByTranscript } from '#jobs/sound/alignment/transcript-timing.ts';
import { orderWords } from '#jobs/sound/alignment/word-order.ts';

/** Words of 400 ms each with 100 ms between them, from 1000 ms. */
function heard(text: string) {
  return text
    .split(' ')
    .map((word, index) => ({ text: word, startMs: 1000 + index * 500, endMs: 1400 + index * 500 }));
}
const starts = (written: string, said: string) =>
  timeByTranscript(written.split(' '), heard(said), 30_000).words.map(({ startMs }) => startMs);

describe('normalised words', () => {
  it('are alike however they are spelt', () => {
    expect(['“Café,”', 'CAFÉ', 'ﬁre!', '—', '1,204'].map(normaliseToken)).toEqual([
      'cafe',
      'cafe',
      'fire',
      '',
      '1204',
    ]);
    expect(tokenDistance('colour', 'color')).toBeCloseTo(1 / 6);
    expect(tokenDistance('', '')).toBe(0);
    expect(tokenDistance('fox', '')).toBe(1);
  });
});

describe('times of a transcript', () => {
  it('go to the author’s words, which stay as they are', () => {
    const { words, recognised } = timeByTranscript(
      ['“The', 'fox,”', 'he', 'said.'],
      heard('the fox he said'),
      5000,
    );
    expect(words.map(({ text }) => text)).toEqual(['“The', 'fox,”', 'he', 'said.']);
    expect(words.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [1000, 1400],
      [1500, 1900],
      [2000, 2400],
      [2500, 2900],
    ]);
    expect(recognised).toBe(1);
  });

  it('find words that are heard in several pieces, and pieces heard as one', () => {
    expect(starts('a well-known red fox', 'a well known red fox')).toEqual([1000, 1500, 2500, 3000]);
    const together = starts('every one of us knew', 'everyone of us knew');
    expect(together.toSpliced(1, 1)).toEqual([1000, 1500, 2000, 2500]);
    expect(together[1]).toBeGreaterThan(1100);
    expect(together[1]).toBeLessThan(1350);
  });

  it('pass over words that were heard but not written', () => {
    expect(starts('the fox slept', 'um the fox uh slept')).toEqual([1500, 2000, 3000]);
  });

  it('give a misheard word the time of what was heard in its place', () => {
    expect(starts('in 1984 the fox slept', 'in nineteen eighty four the fox slept')).toEqual([
      1000, 1500, 3000, 3500, 4000,
    ]);
  });

  it('put a word that was not heard between its neighbours', () => {
    const result = starts('the quick fox slept', 'the fox slept');
    expect(result[1]).toBeGreaterThanOrEqual(1360);
    expect(result[1]).toBeLessThanOrEqual(1500);
    expect(result[3]).toBe(2000);
  });

  it('tell how little was recognised when something else was said', () => {
    const { words, recognised } = timeByTranscript(
      'the fox slept all day'.split(' '),
      heard('thanks for watching'),
      5000,
    );
    expect(recognised).toBeLessThan(0.4);
    expect(words).toHaveLength(5);
  });

  it('survive silence and times without sense', () => {
    expect(timeByTranscript(['Hello,', 'fox.'], [], 2000)).toMatchObject({
      recognised: 0,
      words: [{ startMs: 0 }, {}],
    });
    const mad = [
      { text: 'hello', startMs: Number.NaN, endMs: 1 },
      { text: 'fox', startMs: 900, endMs: 300 },
    ];
    const { words } = timeByTranscript(['Hello,', 'fox.'], mad, 2000);
    expect(words.every(({ startMs, endMs }) => endMs > startMs)).toBe(true);
  });

  it('cover both sequences once and in order, whatever they are', () => {
    const vocabulary = ['a', 'fox', 'ran', 'home', 'homeward', 'well', 'wellknown'];
    let state = 1;
    const pick = () => {
      state = (state * 48_271) % 0x7fff_ffff;
      return vocabulary[state % vocabulary.length] as string;
    };
    for (let round = 0; round < 100; round++) {
      const written = Array.from({ length: round % 9 }, pick);
      const said = Array.from({ length: (round * 7) % 11 }, pick);
      const matches = alignWords(written, said);
      let at = [0, 0];
      for (const match of matches) {
        expect([match.writtenFrom, match.heardFrom]).toEqual(at);
        at = [match.writtenTo, match.heardTo];
      }
      expect(at).toEqual([written.length, said.length]);
    }
  });
});

describe('the order of words', () => {
  const word = (startMs: number, endMs: number) => ({ text: 'w', startMs, endMs });

  it('is left alone where it is right', () => {
    const words = [word(100, 300), word(300, 420), word(800, 1000)];
    expect(orderWords(words, 1000)).toEqual(words);
  });

  it('is made where it is wrong', () => {
    const ordered = orderWords([word(500, 400), word(480, 2000), word(490, 495), word(1990, 2500)], 2000);
    ordered.forEach(({ startMs, endMs }, index) => {
      expect(endMs - startMs).toBeGreaterThanOrEqual(40);
      expect(startMs).toBeGreaterThanOrEqual(ordered[index - 1]?.endMs ?? 0);
      expect(endMs).toBeLessThanOrEqual(2000);
    });
  });

  it('is kept even where there is hardly any time', () => {
    const ordered = orderWords(
      Array.from({ length: 10 }, () => word(0, 0)),
      55,
    );
    expect(new Set(ordered.map(({ startMs }) => startMs)).size).toBe(10);
    expect(ordered.at(-1)?.endMs).toBeLessThanOrEqual(55);
  });
});

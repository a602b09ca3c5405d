import { describe, expect, it } from 'vitest';
import { type ExpectedPhone, wordOfPhones } from '#jobs/studio/narrator/engine/phone-alignment.ts';
import { wordTimes } from '#jobs/studio/narrator/word-times.ts';

/** Words as phones, parted by `/`. */
function expectedOf(words: string): ExpectedPhone[] {
  return words.split('/').flatMap((phones, word) =>
    phones
      .trim()
      .split(' ')
      .map((name) => ({ name, word })),
  );
}

describe('wordOfPhones', () => {
  it('follows words that are said as expected', () => {
    expect(wordOfPhones(expectedOf('dh ax / k ae t'), ['dh', 'ax', 'k', 'ae', 't'])).toEqual([0, 0, 1, 1, 1]);
  });

  it('follows a changed vowel, a lost and an added consonant', () => {
    const expected = expectedOf('dh ax / ow l d / m ae n');
    expect(wordOfPhones(expected, ['dh', 'iy', 'ow', 'l', 'm', 'ae', 'n', 't'])).toEqual([
      0, 0, 1, 1, 2, 2, 2, 2,
    ]);
  });

  it('never takes a pause for a sound', () => {
    const expected = expectedOf('pau / w ah n pau / t uw pau');
    const spoken = ['pau', 'w', 'ah', 'pau', 't', 'uw', 'pau'];
    expect(wordOfPhones(expected, spoken)).toEqual([0, 1, 1, 1, 2, 2, 2]);
  });

  it('copes with nothing expected and nothing spoken', () => {
    expect(wordOfPhones([], ['aa'])).toEqual([0]);
    expect(wordOfPhones(expectedOf('aa'), [])).toEqual([]);
  });
});

describe('wordTimes', () => {
  const tokens = (text: string) =>
    text.split(' ').map((word) => ({ text: word, breakAfter: 'space' as const }));
  const narration = (times: ({ start: number; end: number } | null)[]) => ({
    sampleRate: 1000,
    samples: new Float32Array(1000),
    times,
  });

  it('gives ms from samples', () => {
    const words = wordTimes(
      tokens('one two'),
      narration([
        { start: 100, end: 300 },
        { start: 300, end: 550 },
      ]),
    );
    expect(words).toEqual([
      { text: 'one', startMs: 100, endMs: 300 },
      { text: 'two', startMs: 300, endMs: 550 },
    ]);
  });

  it.each([
    ['in the middle', [{ start: 100, end: 300 }, null, { start: 400, end: 600 }]],
    ['in the middle without room', [{ start: 100, end: 300 }, null, { start: 300, end: 600 }]],
    ['at the beginning', [null, { start: 100, end: 300 }, { start: 300, end: 600 }]],
    ['at the end', [{ start: 100, end: 300 }, { start: 300, end: 600 }, null]],
    ['twice', [null, null, { start: 300, end: 600 }]],
    ['everywhere', [null, null, null]],
    [
      'by running backwards',
      [
        { start: 300, end: 500 },
        { start: 200, end: 250 },
        { start: 500, end: 600 },
      ],
    ],
  ])('keeps order where a time is lost %s', (_where, times) => {
    const words = wordTimes(tokens('one twooo three'), narration(times));
    expect(words.map(({ text }) => text)).toEqual(['one', 'twooo', 'three']);
    let clock = 0;
    for (const { startMs, endMs } of words) {
      expect(startMs).toBeGreaterThanOrEqual(clock);
      expect(endMs).toBeGreaterThan(startMs);
      clock = endMs;
    }
    expect(clock).toBeLessThanOrEqual(1000);
  });
});

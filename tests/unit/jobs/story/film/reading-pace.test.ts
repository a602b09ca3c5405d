import { describe, expect, it } from 'vitest';
import { readingTimes } from '#jobs/story/film/reading-times.ts';
import type { Speed } from '#jobs/story/order/options.ts';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';
import { STORIES_BY_LANGUAGE } from '#tests/support/stories-by-language.ts';

const SAMPLE = SAMPLE_STORIES[0]?.story ?? '';

/** Minutes from the first word’s start to the last one’s end. */
function minutesOf(text: string, speed: Speed = 'normal'): number {
  const words = readingTimes(text, speed);
  return ((words.at(-1)?.endMs ?? 0) - (words[0]?.startMs ?? 0)) / 60_000;
}

describe('reading times', () => {
  it.each(Object.entries(STORIES_BY_LANGUAGE))(
    'lose no character of %s and stand in order',
    (_language, story) => {
      const words = readingTimes(story, 'normal');
      const bare = (text: string) => text.replace(/\s/gu, '');
      expect(bare(words.map(({ text }) => text).join(''))).toBe(bare(story));
      let clock = 0;
      for (const { text, startMs, endMs } of words) {
        expect(text).toMatch(/[\p{L}\p{N}]/u);
        expect(startMs).toBeGreaterThanOrEqual(clock);
        expect(endMs).toBeGreaterThan(startMs);
        clock = endMs;
      }
    },
  );

  it.each([
    ['slow', 125, 145],
    ['normal', 155, 172],
    ['fast', 185, 205],
  ] satisfies [Speed, number, number][])(
    'are at %s pace, in English, %d to %d words a minute',
    (speed, least, most) => {
      const pace = SAMPLE.split(/\s+/u).length / minutesOf(SAMPLE, speed);
      expect(pace).toBeGreaterThan(least);
      expect(pace).toBeLessThan(most);
    },
  );

  it.each([
    ['zh-Hans', 200, 260],
    ['ja', 280, 360],
    ['ko', 240, 330],
    ['th', 480, 640],
  ] satisfies [keyof typeof STORIES_BY_LANGUAGE, number, number][])(
    'are in %s %d to %d letters a minute',
    (language, least, most) => {
      const story = STORIES_BY_LANGUAGE[language];
      const pace = (story.match(/\p{L}/gu)?.length ?? 0) / minutesOf(story);
      expect(pace).toBeGreaterThan(least);
      expect(pace).toBeLessThan(most);
    },
  );

  it('cut scripts without spaces into words', () => {
    expect(readingTimes('若いきつねは月を見ました。', 'normal').map(({ text }) => text)).toEqual([
      '若いきつねは',
      '月を',
      '見ました。',
    ]);
    expect(readingTimes('สุนัขจิ้งจอกเห็นพระจันทร์', 'normal').length).toBeGreaterThan(2);
  });

  it('rest longer at a full stop than at a comma, and not after a title', () => {
    const [yes, no, mr, end] = readingTimes('Yes, no. Mr. Fox', 'normal');
    const rest = (before?: { endMs: number }, after?: { startMs: number }) =>
      (after?.startMs ?? 0) - (before?.endMs ?? 0);
    expect(rest(yes, no)).toBeGreaterThan(150);
    expect(rest(no, mr)).toBeGreaterThan(rest(yes, no) + 150);
    expect(rest(mr, end)).toBe(0);
  });

  it('give longer words more time', () => {
    const [short, long] = readingTimes('sea lighthouse', 'normal').map(
      ({ startMs, endMs }) => endMs - startMs,
    );
    expect(long).toBeGreaterThan((short ?? 0) * 1.5);
  });

  it('leave loose signs with the word before, or after where there is none', () => {
    expect(readingTimes('— The fox — 🦊 saw it …', 'normal').map(({ text }) => text)).toEqual([
      '— The',
      'fox — 🦊',
      'saw',
      'it …',
    ]);
  });

  it('show even a text without letters', () => {
    expect(readingTimes('🦊 🌕', 'normal')).toHaveLength(1);
  });
});

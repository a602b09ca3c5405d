import { GlobalFonts } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { FormOf } from '#remotion/contract/forms.ts';
import type { FormatName, Word } from '#remotion/contract/story-props.ts';
import type { FormFacts } from '#remotion/forms/form-painter.ts';
import { formSpace } from '#remotion/forms/setting/form-space.ts';
import { quoteForm } from '#remotion/forms/words/quote-form.ts';
import type { Direction } from '#remotion/text/writing.ts';
import { formFacts, grown, isWithin, seenAt, spaceOf } from '../../../support/media/painted-forms';

// The font that sizes are worked out for.
GlobalFonts.registerFromPath('public/fonts/fraunces-600-latin.woff2', 'Quote');

const spoken = (text: string): Word[] =>
  text.split(' ').map((word, at) => ({ text: word, startMs: at * 300, endMs: at * 300 + 270 }));
const SHORT = spoken('What lies behind us');
const LONG = spoken(
  'What lies behind us and what lies before us are tiny matters compared to what lies within us all the days',
);
const TWO_PAGES = spoken('Nobody came at all. What lies behind us and before us are tiny matters, jj gg qq.');
const NAME =
  'Somebody who wrote all of it down in a long letter that was found behind the walls of the old house';

function facts(
  words: readonly Word[],
  {
    by,
    about,
    format = '9:16',
    direction = 'ltr',
  }: { by?: string; about?: string; format?: FormatName; direction?: Direction } = {},
): FormFacts<FormOf<'quote'>> {
  const content = {
    kind: 'quote',
    ...(by !== undefined && { by }),
    ...(about !== undefined && { about }),
  } as const;
  const given = formFacts(content, { words, format, direction });
  const families = { sans: 'Form', serif: 'Quote' };
  return {
    ...given,
    space: formSpace(format, false),
    typography: { ...given.typography, families },
  };
}

describe('a quote', () => {
  it('is there from the beginning and becomes plain, then stands still', () => {
    const given = facts(SHORT, { by: 'Emerson' });
    const paint = quoteForm(given);
    const plain = (ms: number) => seenAt(paint, ms, '9:16').inkOf(given.palette.ink)?.width ?? 0;
    const [first, last] = [0, 4000].map((ms) => seenAt(paint, ms, '9:16').ink()?.width ?? 0);
    expect(first).toBeCloseTo(last ?? 0, -1);
    expect(plain(200)).toBeGreaterThan(0);
    expect(plain(900)).toBeGreaterThan(plain(200) * 1.5);
    expect(paint(1000)?.state).not.toBe(paint(1500)?.state);
    expect(paint(1500)?.state).toBe(paint(4000)?.state);
  });

  it('is nothing without words', () => {
    expect(quoteForm(facts([], { by: 'Emerson' }))(1000)).toBeNull();
  });

  it('looks the same wherever its state is the same, and only there', () => {
    const paint = quoteForm(facts(SHORT, { by: 'Emerson', about: '1803–1882', format: '1:1' }));
    let last = seenAt(paint, 0, '1:1');
    for (const ms of [60, 180, 300, 420, 540, 700, 900, 1300, 2000]) {
      const seen = seenAt(paint, ms, '1:1');
      expect(seen.pixels.equals(last.pixels)).toBe(seen.state === last.state);
      last = seen;
    }
  });

  it('tells whose it is under its last page', () => {
    const given = facts(TWO_PAGES, { by: 'Emerson' });
    const paint = quoteForm(given);
    const bar = (ms: number) => seenAt(paint, ms, '9:16').inkOf(given.palette.accent, given.space.middle);
    expect(bar(1000)).toBeNull();
    expect(bar(2400)).toMatchObject({ height: 9 });
  });

  it.each<FormatName>(['9:16', '1:1', '16:9'])('holds all of itself in its box, in %s', (format) => {
    for (const [direction, words] of [
      ['ltr', TWO_PAGES],
      ['rtl', LONG],
    ] as const) {
      const paint = quoteForm(facts(words, { by: NAME, about: '1803–1882', format, direction }));
      for (const ms of [0, 120, 9000]) {
        const { ink, box } = seenAt(paint, ms, format);
        expect(isWithin(ink(), box)).toBe(true);
      }
    }
  });

  it('is mirrored where it is read from right to left', () => {
    const barOf = (direction: Direction) => {
      const given = facts(SHORT, { by: 'Emerson', direction });
      return seenAt(quoteForm(given), 4000, '9:16').inkOf(given.palette.accent, given.space.middle);
    };
    const [left, right] = [barOf('ltr'), barOf('rtl')];
    expect(left?.left).toBeCloseTo(100, -1);
    expect(right?.width).toBe(left?.width);
    expect((right?.left ?? 0) + (right?.width ?? 0)).toBe(1080 - (left?.left ?? 0));
  });

  it.each<FormatName>(['9:16', '16:9'])(
    'keeps within its form, however long the name is, in %s',
    (format) => {
      const given = facts(LONG, { by: NAME, about: '1803–1882', format });
      const { ink } = seenAt(quoteForm(given), 9000, format);
      expect(isWithin(ink(), grown(spaceOf(given), 4))).toBe(true);
    },
  );

  it('stands where it does whether or not it is told whose it is', () => {
    const [named, alone] = [{ by: 'Emerson', about: '1803–1882' }, {}].map((rest) => {
      const given = facts(SHORT, rest);
      return seenAt(quoteForm(given), 4000, '9:16').inkOf(given.palette.accent)?.top;
    });
    expect(named).toBe(alone);
  });
});

import { describe, expect, it } from 'vitest';
import type { FormOf } from '#remotion/contract/forms.ts';
import type { FormatName, Word } from '#remotion/contract/story-props.ts';
import type { FormFacts } from '#remotion/forms/form-painter.ts';
import { formSpace } from '#remotion/forms/setting/form-space.ts';
import { type KineticLayout, layoutOf } from '#remotion/forms/words/kinetic.ts';
import { wordsForm } from '#remotion/forms/words/words-form.ts';
import type { Direction } from '#remotion/text/writing.ts';
import { formFacts, grown, isWithin, seenAt, spaceOf } from '../../../support/media/painted-forms';

const spoken = (text: string): Word[] =>
  text.split(' ').map((word, at) => ({ text: word, startMs: 200 + at * 300, endMs: 470 + at * 300 }));
const ONE_PAGE = spoken('The lamp burned all night');
const TWO_PAGES = spoken('Nobody came. Then the door opened by itself and jumped shut');

/** @param layout of the first page */
function facts(
  words: readonly Word[],
  {
    layout = 'start',
    format = '9:16',
    direction = 'ltr',
    stress,
  }: { layout?: KineticLayout; format?: FormatName; direction?: Direction; stress?: string } = {},
): FormFacts<FormOf<'words'>> {
  const content = { kind: 'words', ...(stress !== undefined && { stress }) } as const;
  const seed = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((each) => layoutOf(each, 0) === layout) ?? 0;
  const space = formSpace(format, false);
  return { ...formFacts(content, { words, format, direction }), seed, space };
}

describe('words as they are spoken', () => {
  it('come one after the other, and stand still once all are there and have grown', () => {
    const paint = wordsForm(facts(ONE_PAGE));
    const inks = [400, 700, 1600].map((ms) => seenAt(paint, ms, '9:16').ink());
    expect(inks[1]?.width).toBeGreaterThan((inks[0]?.width ?? 0) * 1.5);
    expect(inks[2]?.height).toBeGreaterThan((inks[1]?.height ?? 0) * 1.5);
    expect(paint(2000)?.state).not.toBe(paint(3000)?.state);
    expect(paint(3800)?.state).toBe(paint(9000)?.state);
  });

  it('are not there before they are spoken, nor without any', () => {
    expect(wordsForm(facts(ONE_PAGE))(100)).toBeNull();
    expect(wordsForm(facts([]))(1000)).toBeNull();
  });

  it('look the same wherever their state is the same, and only there', () => {
    const paint = wordsForm(facts(TWO_PAGES, { format: '1:1' }));
    let last = seenAt(paint, 180, '1:1');
    // Within the rounding of the state a moment later is the same.
    for (const ms of [180.01, 260, 400, 520, 640, 700, 5000, 9000]) {
      const seen = seenAt(paint, ms, '1:1');
      expect(seen.pixels.equals(last.pixels)).toBe(seen.state === last.state);
      last = seen;
    }
    expect(seenAt(paint, 180.01, '1:1').state).toBe(seenAt(paint, 180, '1:1').state);
  });

  it.each<[FormatName, KineticLayout]>([
    ['9:16', 'stairs'],
    ['1:1', 'start'],
    ['16:9', 'middle'],
  ])('hold all of themselves in their box, in %s', (format, layout) => {
    for (const direction of ['ltr', 'rtl'] as const) {
      const paint = wordsForm(facts(TWO_PAGES, { layout, format, direction }));
      for (const ms of [300, 690, 830, 9000]) {
        const { ink, box } = seenAt(paint, ms, format);
        expect(isWithin(ink(), box)).toBe(true);
      }
    }
  });

  it('are mirrored where they are read from right to left', () => {
    const inkOf = (direction: Direction) =>
      seenAt(wordsForm(facts(spoken('HOH'), { direction })), 9000, '9:16').ink();
    const [left, right] = [inkOf('ltr'), inkOf('rtl')];
    expect(left?.left).toBeLessThan(120);
    expect(right?.width).toBe(left?.width);
    const end = (right?.left ?? 0) + (right?.width ?? 0);
    expect(Math.abs(1080 - end - (left?.left ?? 0))).toBeLessThanOrEqual(1);
  });

  it('keep within their room, however long they are', () => {
    const long = facts(spoken('Donaudampfschifffahrtsgesellschaftskapitän'));
    const { ink } = seenAt(wordsForm(long), 9000, '9:16');
    expect(ink()?.width).toBeGreaterThan(long.space.width * 0.9);
    expect(isWithin(ink(), grown(spaceOf(long), long.space.width * 0.02))).toBe(true);
  });

  it('have what is stressed largest', () => {
    const stressed = facts(ONE_PAGE, { stress: 'The lamp' });
    const [given, chosen] = [stressed, facts(ONE_PAGE)].map((each) => {
      const { inkOf } = seenAt(wordsForm(each), 9000, '9:16');
      return inkOf(each.palette.accent);
    });
    expect(given?.top).toBeLessThan(chosen?.top ?? 0);
  });
});

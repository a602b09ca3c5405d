import { describe, expect, it } from 'vitest';
import type { FormOf } from '#remotion/contract/forms.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';
import { numberForm } from '#remotion/forms/number/number-form.ts';
import { formFacts, grown, isWithin, seenAt, spaceOf } from '../../../support/media/painted-forms';

const number = (rest: Partial<FormOf<'number'>>): FormOf<'number'> => ({
  ...{ kind: 'number', value: 73, shown: '73%' },
  ...rest,
});
const SCORE = number({ value: 3, shown: '3–1', label: 'at half time' });
const SERIES = number({
  ...{ value: 5, shown: '5' },
  series: [
    { label: '2021', value: 20 },
    { label: '2022', value: 5 },
    { label: '2023', value: 10 },
  ],
});
const FULL: typeof SERIES = {
  ...SERIES,
  label: 'cups',
  before: { value: 1_000_000, shown: '1,000,000 cups that were drunk in a day' },
};

describe('a number', () => {
  it('moves until it is there, then stands still', () => {
    const paint = numberForm(formFacts(number({ label: 'of all homes' })));
    const states = [100, 300, 600, 1000, 1350].map((ms) => paint(ms)?.state);
    expect(new Set(states).size).toBe(5);
    expect(paint(1800)?.state).toBe(paint(3900)?.state);
    expect(states).not.toContain(paint(1800)?.state);
  });

  it('is there a little after it is named', () => {
    const words = [{ text: '73', startMs: 2000, endMs: 2400 }];
    const paint = numberForm(formFacts(number({}), { words }));
    expect(paint(1800)?.state).not.toBe(paint(3000)?.state);
    expect(paint(2800)?.state).toBe(paint(3000)?.state);
  });

  it('looks the same wherever its state is the same, and only there', () => {
    const paint = numberForm(formFacts(SCORE, { format: '1:1' }));
    let last = seenAt(paint, 0, '1:1');
    for (let ms = 120; ms < 2000; ms += 120) {
      const seen = seenAt(paint, ms, '1:1');
      expect(seen.pixels.equals(last.pixels)).toBe(seen.state === last.state);
      last = seen;
    }
  });

  it.each<[string, FormatName, FormOf<'number'>]>([
    ['a share', '9:16', number({ label: 'of all homes', before: { value: 50, shown: '50%' } })],
    ['a score', '16:9', SCORE],
    ['a series', '1:1', FULL],
  ])('holds all of %s in its box, in %s', (_, format, content) => {
    const paint = numberForm(formFacts(content, { format }));
    for (const ms of [0, 150, 400, 700, 1420, 3000]) {
      const { ink, box } = seenAt(paint, ms, format);
      expect(isWithin(ink(), box)).toBe(true);
    }
  });

  it('keeps within its space, however much there is of it', () => {
    const facts = formFacts(FULL, { format: '1:1' });
    const paint = numberForm(facts);
    // What strikes the old number out is a little longer than that.
    const space = grown(spaceOf(facts), 40);
    for (const ms of [33, 500, 3000]) expect(isWithin(seenAt(paint, ms, '1:1').ink(), space)).toBe(true);
  });

  it('has bars as high as their values, the last one marked', () => {
    const facts = formFacts(SERIES);
    const { inkOf } = seenAt(numberForm(facts), 3000, '9:16');
    const [others, last] = [facts.palette.second, facts.palette.accent].map((color) => inkOf(color, 600));
    // The highest of the others is twice as high as the last.
    expect((others?.height ?? 0) / (last?.height ?? 0)).toBeCloseTo(2, 1);
    expect((others?.top ?? 0) + (others?.height ?? 0)).toBe((last?.top ?? 0) + (last?.height ?? 0));
    expect((others?.left ?? 0) + (others?.width ?? 0)).toBeLessThan(last?.left ?? 0);
  });

  it('has a score in the order in which it is read', () => {
    const firstOf = (direction: 'ltr' | 'rtl') => {
      const facts = formFacts(SCORE, { direction });
      return seenAt(numberForm(facts), 3000, '9:16').inkOf(facts.palette.accent);
    };
    const [left, right] = [firstOf('ltr'), firstOf('rtl')];
    expect((left?.left ?? 0) + (left?.width ?? 0)).toBeLessThan(540);
    expect(right?.left).toBeGreaterThan(540);
  });
});

import { describe, expect, it } from 'vitest';
import type { FormOf } from '#remotion/contract/forms.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';
import { listForm } from '#remotion/forms/list/list-form.ts';
import { listLines } from '#remotion/forms/list/list-lines.ts';
import { formFacts, grown, isWithin, seenAt, spaceOf } from '../../../support/media/painted-forms';

const LONG = 'An item that is longer than anybody would want it to be, of boots and of coats and of maps';
const list = (rest: Partial<FormOf<'list'>>): FormOf<'list'> => ({
  ...{ kind: 'list', items: ['A coat', LONG, 'Bread', 'A map', 'A friend'], at: 0, mark: 'number' },
  ...rest,
});

describe('a list', () => {
  it('comes in at its beginning, then stands still', () => {
    const paint = listForm(formFacts(list({ heading: 'Five things to pack' })));
    const states = [0, 100, 250, 400, 520].map((ms) => paint(ms)?.state);
    expect(new Set(states).size).toBe(5);
    expect(paint(700)?.state).toBe(paint(3900)?.state);
  });

  it('keeps its places afterwards: the item that is told alone comes in', () => {
    const paint = listForm(formFacts(list({ heading: 'Five things to pack', at: 2 }), { format: '1:1' }));
    const [early, late] = [seenAt(paint, 0, '1:1'), seenAt(paint, 3000, '1:1')];
    expect(early.state).not.toBe(late.state);
    expect(early.ink()?.top).toBe(late.ink()?.top);
    expect(early.inkOf('#fffaf0')?.left).toBeLessThan((late.inkOf('#fffaf0')?.left ?? 0) - 60);
  });

  it('ticks what is done', () => {
    const paint = listForm(formFacts(list({ mark: 'check' })));
    expect(paint(690)?.state).not.toBe(paint(710)?.state);
    expect(listForm(formFacts(list({ mark: 'bullet' })))(690)?.state).toBe(
      listForm(formFacts(list({ mark: 'bullet' })))(710)?.state,
    );
  });

  it('looks the same wherever its state is the same, and only there', () => {
    const paint = listForm(formFacts(list({ heading: 'Things', mark: 'check' }), { format: '1:1' }));
    let last = seenAt(paint, 0, '1:1');
    for (let ms = 120; ms < 1200; ms += 120) {
      const seen = seenAt(paint, ms, '1:1');
      expect(seen.pixels.equals(last.pixels)).toBe(seen.state === last.state);
      last = seen;
    }
  });

  it.each<[FormatName, FormOf<'list'>]>([
    ['9:16', list({ heading: LONG })],
    ['1:1', list({ at: 1 })],
    ['16:9', list({ heading: LONG, at: 1, mark: 'check' })],
  ])('holds all of itself in its box and in its space, in %s', (format, content) => {
    for (const direction of ['ltr', 'rtl'] as const) {
      const facts = formFacts(content, { format, direction });
      const paint = listForm(facts);
      for (const ms of [0, 150, 350, 3000]) {
        const { ink, box } = seenAt(paint, ms, format);
        expect(isWithin(ink(), box)).toBe(true);
        if (ms === 3000) expect(isWithin(ink(), grown(spaceOf(facts), 2))).toBe(true);
      }
    }
  });

  it('is mirrored where it is read from right to left', () => {
    const badgeOf = (direction: 'ltr' | 'rtl') => {
      const facts = formFacts(list({ heading: '' }), { direction });
      return seenAt(listForm(facts), 3000, '9:16').inkOf(facts.palette.accent);
    };
    const [left, right] = [badgeOf('ltr'), badgeOf('rtl')];
    expect(left?.left).toBeLessThan(200);
    expect((right?.left ?? 0) + (right?.width ?? 0)).toBe(1080 - (left?.left ?? 0));
    expect(right?.width).toBe(left?.width);
  });

  it('leaves its rows room for a badge, however long its heading is', () => {
    const facts = formFacts(list({ heading: `${LONG} and ${LONG}`, mark: 'bullet' }), { format: '16:9' });
    const { inkOf } = seenAt(listForm(facts), 3000, '16:9');
    const told = inkOf(facts.palette.card);
    expect(told?.height).toBeGreaterThanOrEqual(48);
  });
});

describe('an item', () => {
  it('stands on a line or two, without spaces too, and whole', () => {
    expect(listLines('Bread')).toEqual(['Bread']);
    expect(listLines(LONG).join(' ')).toBe(LONG);
    const japanese = '丘を越える長い道のりのための丈夫な長靴と地図、そしてパンと友達を忘れずに';
    expect(listLines(japanese).join('')).toBe(japanese);
    for (const text of [LONG, japanese]) {
      const [first = '', second = '', ...more] = listLines(text);
      expect(more).toEqual([]);
      expect(Math.abs(first.length - second.length)).toBeLessThan(12);
    }
  });
});

import { describe, expect, it } from 'vitest';
import type { FormOf } from '#remotion/contract/forms.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';
import { drawingsOf, placeForm } from '#remotion/forms/place/place-form.ts';
import type { Drawing } from '#remotion/paint/context-2d.ts';
import type { Direction } from '#remotion/text/writing.ts';
import { formFacts, isWithin, seenAt, spaceOf } from '../../../support/media/painted-forms';

const LAND = '#00ff00';
/** Land wherever there is a world. */
const flat: Drawing = {
  paint: (context, { left, top, width, height }) => {
    context.fillStyle = LAND;
    context.fillRect(left, top, width, height);
  },
};

const place = (rest: Partial<FormOf<'place'>>): FormOf<'place'> => ({ kind: 'place', ...rest });
const WINTER = place({ date: 'Winter 1903', name: 'Ohio' });
const OHIO = place({ ...WINTER, at: { lon: -83, lat: 40 }, country: '840' });
const SAILED = place({
  name: 'Lisbon',
  at: { lon: -9.1, lat: 38.7 },
  to: { name: 'Rio', at: { lon: -43.2, lat: -22.9 } },
});

function factsOf(content: FormOf<'place'>, rest: { format?: FormatName; direction?: Direction } = {}) {
  const facts = formFacts(content, rest);
  return { ...facts, drawings: new Map(drawingsOf(content, facts.isDark).map((path) => [path, flat])) };
}

describe('a place', () => {
  it('is written letter by letter, then stands still', () => {
    const paint = placeForm(factsOf(WINTER));
    const states = [300, 500, 700, 1000, 1300].map((ms) => paint(ms)?.state);
    expect(new Set(states).size).toBe(5);
    expect(paint(1600)?.state).toBe(paint(3900)?.state);
    expect(states).not.toContain(paint(1600)?.state);
  });

  it.each([
    ['without a map', WINTER],
    ['on its map', SAILED],
  ])('looks the same wherever its state is the same, and only there, %s', (_, content) => {
    const paint = placeForm(factsOf(content, { format: '1:1' }));
    let last = seenAt(paint, 0, '1:1');
    for (let ms = 150; ms < 3900; ms += 150) {
      const seen = seenAt(paint, ms, '1:1');
      expect(seen.pixels.equals(last.pixels)).toBe(seen.state === last.state);
      last = seen;
    }
  });

  it.each<[string, FormatName, FormOf<'place'>]>([
    ['a date', '9:16', place({ date: 'ÅÇ Źjgpq, 14' })],
    ['date and name', '1:1', WINTER],
    ['a way', '16:9', SAILED],
  ])('holds all of %s in its box, in %s', (_, format, content) => {
    const paint = placeForm(factsOf(content, { format }));
    for (const ms of [400, 790, 1480, 2700]) {
      const { ink, box } = seenAt(paint, ms, format);
      expect(isWithin(ink(), box)).toBe(true);
    }
  });

  it('has its pin where it is on the map', () => {
    const facts = factsOf(OHIO);
    const { top, height } = spaceOf(facts);
    const pin = seenAt(placeForm(facts), 2500, '9:16').inkOf(facts.palette.accent, top + height / 2);
    const { frame } = facts.space;
    expect((pin?.left ?? 0) + (pin?.width ?? 0) / 2).toBeCloseTo(frame.width / 2, 0);
    expect((pin?.top ?? 0) + (pin?.height ?? 0) / 2).toBeCloseTo(frame.height / 2, 0);
  });

  it('needs the world and its country in the shade that is seen on its ground, or no map at all', () => {
    expect(drawingsOf(OHIO, true)).toEqual(['maps/world-light.svg', 'maps/840-light.svg']);
    expect(drawingsOf(SAILED, false)).toEqual(['maps/world-dark.svg']);
    expect(drawingsOf({ ...WINTER, country: '840' }, false)).toEqual([]);
  });

  it('begins its lines at the side where they are read from', () => {
    const edges = (content: FormOf<'place'>, direction: Direction) => {
      const facts = factsOf(content, { direction });
      const space = spaceOf(facts);
      const bar = seenAt(placeForm(facts), 3900, '9:16').inkOf(facts.palette.second);
      return [(bar?.left ?? 0) - space.left, space.left + space.width - (bar?.left ?? 0) - (bar?.width ?? 0)];
    };
    const [before, after] = edges(OHIO, 'ltr');
    expect(before).toBeLessThan(2);
    expect(edges(OHIO, 'rtl')).toEqual([after, before]);
    // Without a map they are centred.
    const [left, right] = edges(WINTER, 'rtl');
    expect(left).toBe(right);
  });

  it('sets a name smaller that is too long', () => {
    const facts = factsOf(place({ date: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch' }));
    const { ink } = seenAt(placeForm(facts), 3900, '9:16');
    expect(isWithin(ink(), spaceOf(facts))).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import type { Marks, SceneMark } from '#tests/tools/gallery/review/marks.ts';
import { marksSchema } from '#tests/tools/gallery/review/marks.ts';
import { marksTable } from '#tests/tools/gallery/review/marks-table.ts';

const scene = (verdict: SceneMark['verdict'], patch: Partial<SceneMark> = {}): SceneMark => ({
  words: 'Once',
  form: 'picture',
  verdict,
  ...patch,
});
const story = (slug: string, isGood: boolean, scenes: SceneMark[]): Marks['stories'][number] => ({
  slug,
  treatment: { found: 'tale', isRight: isGood },
  title: { found: 'A Title', isKept: isGood },
  mood: { found: 'calm', isRight: isGood },
  scenes,
});

const MARKS: Marks = {
  date: '2026-11-25',
  stories: [
    story('one', true, [
      scene('right', { place: 'right' }),
      scene('fits', { form: 'words' }),
      scene('wrong-figure', { place: 'wrong', repeats: true }),
      scene('wrong-thing', { place: 'none' }),
    ]),
    story('two', false, [
      scene('right', { place: 'right' }),
      scene('repeats'),
      scene('unclear'),
      scene('wrong-place', { place: 'wrong' }),
    ]),
  ],
};
const FILMS = [
  { slug: 'one', wordFaults: 2, stretchesMs: [1000, 4000], repeats: 1, scenes: 4 },
  { slug: 'two', wordFaults: 0, stretchesMs: [2000, 3000], repeats: 0, scenes: 4 },
];

/** What stands in a row, by how it begins. */
function found(marks: Marks, measure: string): string | undefined {
  const line = marksTable(marks, FILMS)
    .split('\n')
    .find((row) => row.startsWith(`| ${measure}`));
  return line?.split('|')[2]?.trim();
}

describe('the table of marks', () => {
  it.each([
    ['scene shows a wrong person', '25.0 % (2)'],
    ['right, or told', '37.5 % (3)'],
    ['place right, where one is told |', '40.0 % (2)'],
    ['place right, where one is told and shown', '50.0 % (2)'],
    ['looks like an earlier', '25.0 % (2)'],
    ['kind of telling right', '50.0 % (1)'],
    ['title one would keep', '50.0 % (1)'],
    ['music mood wrong', '50.0 % (1)'],
    ['the same by readings', '12.5 % (1)'],
    ['words lost', '2'],
    ['stretch without', '2.5 s on the mean'],
    ['the longest of each film', '3.5 s on the mean, 4.0 s at most'],
  ])('has “%s”', (measure, value) => {
    expect(found(MARKS, measure)).toBe(value);
  });

  it('has no share of what is nowhere', () => {
    const placeless: Marks = { ...MARKS, stories: [story('one', true, [scene('right')])] };
    expect(found(placeless, 'place right, where one is told |')).toBe('–');
  });
});

describe('marks as they are kept', () => {
  it('are read as they are written, and refused with a verdict that is none', () => {
    expect(marksSchema.parse(JSON.parse(JSON.stringify(MARKS)))).toEqual(MARKS);
    const wrong = JSON.parse(JSON.stringify(MARKS).replace('wrong-thing', 'nice'));
    expect(marksSchema.safeParse(wrong).success).toBe(false);
  });
});

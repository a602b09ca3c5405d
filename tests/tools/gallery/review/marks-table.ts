/** The table by which the built-in telling is judged: from marks, and from what was counted. */
import { table } from '#tests/tools/gallery/table.ts';
import type { Marks, SceneMark } from './marks';

/** What is counted of a film without looking. */
export interface CountedFilm {
  slug: string;
  /** Words lost or altered. */
  wordFaults: number;
  /** Stretches without a cut or a new thing to see, ms. */
  stretchesMs: number[];
  /** Scenes that show what an earlier one showed, by their readings. */
  repeats: number;
  scenes: number;
}

/** Each row as the share, the count behind it, and what is aimed at. */
export function marksTable(marks: Marks, films: readonly CountedFilm[]): string {
  const scenes = marks.stories.flatMap((story) => story.scenes);
  const placed = scenes.filter(({ place }) => place !== undefined);
  const shown = placed.filter(({ place }) => place !== 'none');
  const placesRight = shown.filter(({ place }) => place === 'right').length;
  const told = marks.stories.length;
  return table('measure|found|of|aim', [
    row('scene shows a wrong person or object', scenes.filter(isWrong).length, scenes.length, '≤ 3 %'),
    row('right, or told in a form that fits', scenes.filter(isRight).length, scenes.length, '≥ 85 %'),
    row('place right, where one is told', placesRight, placed.length, '≥ 80 %, else no place'),
    row('place right, where one is told and shown', placesRight, shown.length, ''),
    row('looks like an earlier scene of its film', scenes.filter(isRepeat).length, scenes.length, '≤ 10 %'),
    row('kind of telling right', marks.stories.filter(({ treatment }) => treatment.isRight).length, told, ''),
    row('title one would keep', marks.stories.filter(({ title }) => title.isKept).length, told, '≥ 89 %'),
    row('music mood wrong', marks.stories.filter(({ mood }) => !mood.isRight).length, told, '≤ 6 %'),
    ...countedRows(films),
  ]);
}

/** The rows for which nobody has to look. */
export const countedTable = (films: readonly CountedFilm[]): string =>
  table('measure|found|of|aim', countedRows(films));

function countedRows(films: readonly CountedFilm[]): string[][] {
  const sum = (of: (film: CountedFilm) => number) => films.reduce((all, film) => all + of(film), 0);
  const stretches = films.map(({ stretchesMs }) => stretchesMs.map((stretch) => stretch / 1000));
  const longest = stretches.map((all) => Math.max(0, ...all));
  return [
    row(
      'the same by readings',
      sum((film) => film.repeats),
      sum((film) => film.scenes),
      '',
    ),
    ['words lost or altered', String(sum((film) => film.wordFaults)), `${films.length} films`, '0'],
    [
      'stretch without a cut or a new thing to see',
      `${meanOf(stretches.flat()).toFixed(1)} s on the mean`,
      `${stretches.flat().length} stretches`,
      '≤ 3 s on the mean',
    ],
    [
      'the longest of each film',
      `${meanOf(longest).toFixed(1)} s on the mean, ${Math.max(0, ...longest).toFixed(1)} s at most`,
      `${films.length} films`,
      '',
    ],
  ];
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const isWrong = ({ verdict }: SceneMark): boolean => verdict === 'wrong-figure' || verdict === 'wrong-thing';
const isRight = ({ verdict }: SceneMark): boolean => verdict === 'right' || verdict === 'fits';
const isRepeat = ({ verdict, repeats }: SceneMark): boolean => verdict === 'repeats' || repeats === true;

const row = (what: string, count: number, of: number, aim: string): string[] => [
  what,
  of === 0 ? '–' : `${((100 * count) / of).toFixed(1)} % (${count})`,
  String(of),
  aim,
];

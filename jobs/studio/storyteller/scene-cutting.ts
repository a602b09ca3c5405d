/** Groups a story's sentences into scenes of like length by dynamic programming. */
import { LONGEST_MS, SHORTEST_MS, scenesForMs } from '#jobs/story/budget/scene-lengths.ts';
import { readingMs } from '#jobs/story/film/reading-times.ts';
import { SENTENCE_REST_MS } from '#remotion/contract/reading-pace.ts';
import { bestCut, type Cutting, splitLong } from './clauses';
import { type Span, sentencesOf, tidy } from './sentences';

interface Unit extends Span {
  /** How long it takes to read, with the rest after it, ms. */
  ms: number;
  /** How well a scene may begin here: higher is better. */
  opening: number;
}

/** What a ms too little or too much weighs against uneven scenes. */
const SHORTNESS_COST = 0.006;
const LENGTH_COST = 0.0006;

const OPENERS =
  /^(?:Soon|Then|Meanwhile|Suddenly|At (?:dawn|midnight|last|sunset|noon|night|first)|One |Later|But |The next|After|When |Now |Finally|That (?:night|evening|morning|day)|In the (?:morning|evening|end))/;

/** The narrations of the scenes, in order: together they are the story, word for word. */
export function narrationsOf(story: string, wantedScenes: number | null, language: string): string[] {
  const text = tidy(story);
  const spans = sentencesOf(text, language).flatMap((span) =>
    splitLong(text, span, LONGEST_MS - SENTENCE_REST_MS, language),
  );
  let units = spans.map((span) => unitOf(text, span));
  const total = units.reduce((sum, unit) => sum + unit.ms, 0);
  const wanted = Math.max(1, wantedScenes ?? scenesForMs(total));
  units = splitUntil(text, units, wanted, language, wantedScenes === null ? 'at-marks' : 'anywhere');
  let count = Math.min(wanted, units.length);
  let runs = group(units, count, total);
  while (wantedScenes === null && count < units.length && runs.some((run) => isTooLong(units, run)))
    runs = group(units, ++count, total);
  return runs.map(([from, to]) => {
    const first = units[from];
    const last = units[to - 1];
    return first && last ? text.slice(first.start, last.end).replaceAll('\n', ' ') : '';
  });
}

const isTooLong = (units: readonly Unit[], [from, to]: readonly [number, number]): boolean =>
  to - from > 1 && units.slice(from, to).reduce((sum, unit) => sum + unit.ms, 0) > LONGEST_MS;

const unitOf = (text: string, span: Span): Unit => {
  const own = text.slice(span.start, span.end);
  return {
    ...span,
    ms: readingMs(own) + SENTENCE_REST_MS,
    opening: (span.opensParagraph ? 0.25 : 0) + (OPENERS.test(own) ? 0.12 : 0),
  };
};

/**
 * Cuts the longest sentences until there are enough for the wanted scenes, as long as 2 s remain for each.
 * Where nobody asked for a number of scenes, only marks outside quotations are places to cut.
 */
function splitUntil(text: string, units: Unit[], wanted: number, language: string, cutting: Cutting): Unit[] {
  const list = [...units];
  const whole = new Set<number>();
  while (list.length < wanted) {
    const unit = list
      .filter(({ start, ms }) => ms >= SHORTEST_MS * 2 && !whole.has(start))
      .reduce<Unit | null>((longest, one) => (longest && longest.ms >= one.ms ? longest : one), null);
    if (!unit) break;
    const cut = bestCut(text.slice(unit.start, unit.end), language, cutting);
    if (cut === null) {
      whole.add(unit.start);
      continue;
    }
    const left = { ...unit, end: unit.start + text.slice(unit.start, unit.start + cut).trimEnd().length };
    const right = { start: unit.start + cut, end: unit.end, opensParagraph: false };
    list.splice(list.indexOf(unit), 1, unitOf(text, left), unitOf(text, right));
  }
  return list;
}

/** The cheapest cut of the units into `count` runs, as [from, to) pairs. */
function group(units: readonly Unit[], count: number, total: number): [number, number][] {
  const n = units.length;
  if (n === 0) return [];
  const target = total / count;
  const before = [0];
  for (const unit of units) before.push((before.at(-1) ?? 0) + unit.ms);
  const cost = (from: number, to: number): number => {
    const ms = (before[to] ?? 0) - (before[from] ?? 0);
    const short = ms < SHORTEST_MS ? (SHORTEST_MS - ms) * SHORTNESS_COST : 0;
    const long = ms > LONGEST_MS && to - from > 1 ? (ms - LONGEST_MS) * LENGTH_COST : 0;
    return (ms / target - 1) ** 2 + short + long - (from > 0 ? (units[from]?.opening ?? 0) : 0);
  };
  // No run of a good cut is several times as long as the mean one.
  const reach = Math.ceil((n / count) * 4) + 12;
  let best = Array.from({ length: n + 1 }, (_, to) => (to === 0 ? 0 : cost(0, to)));
  const cuts: number[][] = [];
  for (let k = 2; k <= count; k++) {
    const next = new Array<number>(n + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Array<number>(n + 1).fill(0);
    for (let to = k; to <= n; to++) {
      for (let at = Math.max(k - 1, to - reach); at < to; at++) {
        const sum = (best[at] ?? Number.POSITIVE_INFINITY) + cost(at, to);
        if (sum < (next[to] ?? 0)) {
          next[to] = sum;
          from[to] = at;
        }
      }
    }
    cuts.push(from);
    best = next;
  }
  const runs: [number, number][] = [];
  let end = n;
  for (let k = cuts.length - 1; k >= 0; k--) {
    const start = cuts[k]?.[end] ?? 0;
    runs.unshift([start, end]);
    end = start;
  }
  runs.unshift([0, end]);
  return runs;
}

/** Groups a story's sentences into scenes of like length by dynamic programming. */
import { bestCut, splitLong } from './clauses';
import { countWords, type Span, sentencesOf, tidy } from './sentences';

/** Words a narrator speaks in a minute. */
export const WORDS_PER_MINUTE = 150;
/** About 6 s of speech: the picture changes before one has seen enough of it. */
const WORDS_A_SCENE = 15;
/** About 2 s and 12 s of speech. */
const FEWEST_WORDS = 5;
const MOST_WORDS = 30;
/** A longer story gets longer scenes before it gets more of them. */
const USUAL_MOST_SCENES = 14;

interface Unit extends Span {
  words: number;
  /** How well a scene may begin here: higher is better. */
  opening: number;
}

const OPENERS =
  /^(?:Soon|Then|Meanwhile|Suddenly|At (?:dawn|midnight|last|sunset|noon|night|first)|One |Later|But |The next|After|When |Now |Finally|That (?:night|evening|morning|day)|In the (?:morning|evening|end))/;

/** The narrations of the scenes, in order: together they are the story, word for word. */
export function narrationsOf(story: string, wantedScenes: number | null, language: string): string[] {
  const text = tidy(story);
  const spans = sentencesOf(text, language).flatMap((span) => splitLong(text, span, MOST_WORDS, language));
  let units = spans.map((span) => unitOf(text, span, language));
  const total = units.reduce((sum, unit) => sum + unit.words, 0);
  const usual = Math.max(1, Math.min(USUAL_MOST_SCENES, Math.round(total / WORDS_A_SCENE)));
  const wanted = Math.max(1, wantedScenes ?? Math.max(usual, Math.ceil(total / (MOST_WORDS - 3))));
  units = splitUntil(text, units, wanted, language);
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
  to - from > 1 && units.slice(from, to).reduce((sum, unit) => sum + unit.words, 0) > MOST_WORDS;

const unitOf = (text: string, span: Span, language: string): Unit => {
  const own = text.slice(span.start, span.end);
  return {
    ...span,
    words: Math.max(1, countWords(own, language)),
    opening: (span.opensParagraph ? 0.25 : 0) + (OPENERS.test(own) ? 0.12 : 0),
  };
};

/** Cuts the longest sentences until there are enough for the wanted scenes, as long as 2 s remain for each. */
function splitUntil(text: string, units: Unit[], wanted: number, language: string): Unit[] {
  const list = [...units];
  while (list.length < wanted) {
    const longest = list.reduce((best, unit, i) => (unit.words > (list[best]?.words ?? 0) ? i : best), 0);
    const unit = list[longest];
    if (!unit || unit.words < FEWEST_WORDS * 2) break;
    const cut = bestCut(text.slice(unit.start, unit.end), language);
    if (cut === null) break;
    const left = { ...unit, end: unit.start + text.slice(unit.start, unit.start + cut).trimEnd().length };
    const right = { start: unit.start + cut, end: unit.end, opensParagraph: false };
    list.splice(longest, 1, unitOf(text, left, language), unitOf(text, right, language));
  }
  return list;
}

/** The cheapest cut of the units into `count` runs, as [from, to) pairs. */
function group(units: readonly Unit[], count: number, total: number): [number, number][] {
  const n = units.length;
  if (n === 0) return [];
  const target = total / count;
  const before = [0];
  for (const unit of units) before.push((before.at(-1) ?? 0) + unit.words);
  const cost = (from: number, to: number): number => {
    const words = (before[to] ?? 0) - (before[from] ?? 0);
    const short = words < FEWEST_WORDS ? (FEWEST_WORDS - words) * 2 : 0;
    const long = words > MOST_WORDS && to - from > 1 ? (words - MOST_WORDS) * 0.2 : 0;
    return (words / target - 1) ** 2 + short + long - (from > 0 ? (units[from]?.opening ?? 0) : 0);
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

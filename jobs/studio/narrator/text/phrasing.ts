/** Where a reader pauses, and for how long: from the author's punctuation and layout, and for breath. */
import { endsInAbbreviation } from './abbreviations';
import type { CaptionToken } from './caption-tokens';
import { coreOf } from './spoken-tokens';

/** `none` runs on; `breath` is for long stretches without any mark; `turn` is between two speakers. */
export type Pause = 'none' | 'breath' | 'comma' | 'clause' | 'ellipsis' | 'sentence' | 'turn' | 'paragraph';

/** Silence between the last sound before and the first sound after a pause, ms. */
export const PAUSE_MS: Record<Pause, number> = {
  none: 0,
  breath: 110,
  comma: 190,
  clause: 270,
  ellipsis: 400,
  sentence: 440,
  turn: 500,
  paragraph: 650,
};

const ENDS_SENTENCE = new Set<Pause>(['sentence', 'turn', 'paragraph']);
const SENTENCE_STARTERS =
  /^(?:The|A|An|He|She|It|They|We|I|You|But|And|So|Then|When|In|On|At|That|This|There|His|Her|Their|My|Our|After|Before|As|If|For|No|Not|What|Where|Who|How|Why|Yes)$/u;
const CONJUNCTIONS = new Set(
  'and but or because while when which who where until although though so then before after if that whose since unless'.split(
    ' ',
  ),
);
const PREPOSITIONS = new Set(
  'with through into over under across along around between from without toward towards inside behind beyond among against like in on at by for'.split(
    ' ',
  ),
);
/** A stretch of tokens longer than this wants a breath, and gives it at the best place from the fourth on. */
const LONGEST_STRETCH = 13;
const SHORTEST_STRETCH = 4;

/** The pause after every token, in order; the last one is always at least a sentence's. */
export function pausesAfter(tokens: CaptionToken[]): Pause[] {
  const marked = tokens.map((token, index) => pauseAfter(token, tokens[index + 1] ?? null));
  return withBreaths(tokens, marked);
}

/** Whether a pause ends a stretch that is spoken in one go. */
export function endsSentence(pause: Pause): boolean {
  return ENDS_SENTENCE.has(pause);
}

function pauseAfter({ text, breakAfter }: CaptionToken, next: CaptionToken | null): Pause {
  if (!next || breakAfter === 'paragraph') return 'paragraph';
  const marked = pauseOfMarks(text, next.text);
  if (breakAfter === 'line' && beginsSentence(next.text) && !ENDS_SENTENCE.has(marked)) return 'clause';
  return marked;
}

function pauseOfMarks(text: string, next: string): Pause {
  const marks = /[^\p{L}\p{N}]*$/u.exec(text)?.[0] ?? '';
  const goesOn = !beginsSentence(next);
  if (/…|\.{2,}/u.test(marks)) return goesOn ? 'ellipsis' : 'sentence';
  if (/[!?]/u.test(marks)) return goesOn ? 'comma' : endOf(marks, next);
  if (/[&+=@×÷]$/u.test(text)) return 'none';
  if (/\.["'”’»)\]]*[,;:]/u.test(marks)) return marks.endsWith(',') ? 'comma' : 'clause';
  if (marks.includes('.')) return pauseOfFullStop(text, marks, next, goesOn);
  if (/[;:]/u.test(marks) || /[-–—―]/u.test(marks) || /^[-–—―](?!\d)/u.test(next)) return 'clause';
  if (/[,)\]}]/u.test(marks) || /^[([{“«„"]/u.test(next)) return 'comma';
  return 'none';
}

function pauseOfFullStop(text: string, marks: string, next: string, goesOn: boolean): Pause {
  const closed = /[^.]/u.test(marks.slice(marks.indexOf('.') + 1));
  const kind = closed ? 'no' : endsInAbbreviation(coreOf(text), coreOf(next));
  if (kind === 'never_final') return 'none';
  if (kind === 'maybe_final') {
    return SENTENCE_STARTERS.test(coreOf(next).replace(/['’].*$/u, '')) ? 'sentence' : 'none';
  }
  return goesOn ? 'comma' : endOf(marks, next);
}

function endOf(marks: string, next: string): Pause {
  return /["”»]/u.test(marks) && /^["“«]/u.test(next) ? 'turn' : 'sentence';
}

/** A capital, a digit or an opening quote: what follows is no continuation of the sentence. */
function beginsSentence(text: string): boolean {
  return /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(text);
}

function withBreaths(tokens: CaptionToken[], pauses: Pause[]): Pause[] {
  const breathing = [...pauses];
  let start = 0;
  for (let end = 0; end < tokens.length; end++) {
    if (breathing[end] === 'none') continue;
    addBreaths(tokens, breathing, start, end);
    start = end + 1;
  }
  return breathing;
}

/** Halves the stretch from `start` to `end` (both included) at its best places until no part is too long. */
function addBreaths(tokens: CaptionToken[], pauses: Pause[], start: number, end: number): void {
  const length = end - start + 1;
  if (length <= LONGEST_STRETCH) return;
  const middle = start + length / 2;
  let best = -1;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let last = start + SHORTEST_STRETCH - 1; last <= end - SHORTEST_STRETCH; last++) {
    const cost = Math.abs(last + 1 - middle) / length + breakCost(coreOf(tokens[last + 1]?.text ?? ''));
    if (cost < bestCost) {
      best = last;
      bestCost = cost;
    }
  }
  if (best < 0) return;
  pauses[best] = 'breath';
  addBreaths(tokens, pauses, start, best);
  addBreaths(tokens, pauses, best + 1, end);
}

/** How little a breath is welcome before a word: least before a conjunction that joins clauses. */
function breakCost(word: string): number {
  const key = word.toLowerCase();
  if (CONJUNCTIONS.has(key)) return 0;
  return PREPOSITIONS.has(key) ? 0.35 : 0.8;
}

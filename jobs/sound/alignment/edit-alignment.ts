/** Which of the words that were heard are which of the words that were written. */
import { tokenDistance } from './tokens';

/**
 * Consecutive written words that were heard as consecutive heard words; ends are exclusive. An empty range of
 * heard words means that the written ones were not recognised, an empty range of written ones that something
 * was heard which is not in the text.
 */
export interface WordMatch {
  writtenFrom: number;
  writtenTo: number;
  heardFrom: number;
  heardTo: number;
}

/** Words farther apart than this are not taken for the same one. */
const LARGEST_DISTANCE = 0.5;
/** The same where several words stand for one, which fits by chance more easily. */
const LARGEST_MERGED_DISTANCE = 0.34;
const MERGE_COST = 0.2;
const GAP_COST = 0.3;
/** Most words that one word may stand for: whole phrases are heard apart in scripts without spaces. */
const LARGEST_MERGE = 12;

interface Step {
  cost: number;
  written: number;
  heard: number;
}

/**
 * Global alignment of two word sequences by dynamic programming (S. Needleman and C. Wunsch 1970), where
 * besides one-to-one matches one word may match several together ("well-known" – "well known", "every one" –
 * "everyone"). Takes normalised words; gives matches in order that cover both sequences.
 */
export function alignWords(written: readonly string[], heard: readonly string[]): WordMatch[] {
  const width = heard.length + 1;
  const steps: Step[] = [{ cost: 0, written: 0, heard: 0 }];
  for (let w = 0; w <= written.length; w++) {
    for (let h = 0; h <= heard.length; h++) {
      if (w + h === 0) continue;
      let best: Step = { cost: Number.POSITIVE_INFINITY, written: 0, heard: 0 };
      const offer = (fromWritten: number, fromHeard: number, stepCost: number) => {
        const before = steps[(w - fromWritten) * width + (h - fromHeard)] as Step;
        const cost = before.cost + stepCost;
        if (cost < best.cost) best = { cost, written: fromWritten, heard: fromHeard };
      };
      for (const [fromWritten, fromHeard, cost] of matchesEndingAt(written, heard, w, h)) {
        offer(fromWritten, fromHeard, cost);
      }
      if (w > 0) offer(1, 0, GAP_COST);
      if (h > 0) offer(0, 1, GAP_COST);
      steps[w * width + h] = best;
    }
  }
  return traceBack(steps, written.length, heard.length);
}

function* matchesEndingAt(
  written: readonly string[],
  heard: readonly string[],
  w: number,
  h: number,
): Generator<[number, number, number]> {
  const lastWritten = written[w - 1];
  const lastHeard = heard[h - 1];
  if (lastWritten === undefined || lastHeard === undefined) return;
  const distance = tokenDistance(lastWritten, lastHeard);
  if (distance <= LARGEST_DISTANCE) yield [1, 1, distance];
  for (const [count, cost] of merges(lastWritten, heard, h)) yield [1, count, cost];
  for (const [count, cost] of merges(lastHeard, written, w)) yield [count, 1, cost];
}

/** How well 2, 3, … words that end before `end` stand for one word together. */
function* merges(one: string, many: readonly string[], end: number): Generator<[number, number]> {
  let together = many[end - 1] ?? '';
  for (let count = 2; count <= Math.min(LARGEST_MERGE, end); count++) {
    together = (many[end - count] ?? '') + together;
    if (together.length > one.length * 1.5) return;
    if (together.length * 1.5 < one.length) continue;
    const distance = tokenDistance(one, together);
    if (distance <= LARGEST_MERGED_DISTANCE) yield [count, distance + MERGE_COST];
  }
}

function traceBack(steps: readonly Step[], writtenCount: number, heardCount: number): WordMatch[] {
  const width = heardCount + 1;
  const matches: WordMatch[] = [];
  let w = writtenCount;
  let h = heardCount;
  while (w + h > 0) {
    const step = steps[w * width + h] as Step;
    matches.push({
      writtenFrom: w - step.written,
      writtenTo: w,
      heardFrom: h - step.heard,
      heardTo: h,
    });
    w -= step.written;
    h -= step.heard;
  }
  return matches.reverse();
}

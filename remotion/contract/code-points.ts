/** Sets of characters as short texts: runs of code points in hexadecimal, such as `41-5a,c0`. */

/** A run of code points, both ends included. */
export type CodePointRun = readonly [first: number, last: number];

/** Reads a text of runs. */
export function readRuns(text: string): CodePointRun[] {
  if (text === '') return [];
  return text.split(',').map((run) => {
    const [first = '', last = first] = run.split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}

/** Writes ascending code points as a text of runs. */
export function writeRuns(codePoints: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const codePoint of codePoints) {
    const run = runs.at(-1);
    if (run && run[1] === codePoint - 1) run[1] = codePoint;
    else runs.push([codePoint, codePoint]);
  }
  return runs
    .map(([first, last]) =>
      first === last ? first.toString(16) : `${first.toString(16)}-${last.toString(16)}`,
    )
    .join(',');
}

/** Whether ascending runs hold a code point; by bisection. */
export function runsHold(runs: readonly CodePointRun[], codePoint: number): boolean {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = runs[middle] ?? [0, -1];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}

/** A text of runs as CSS `unicode-range`. */
export function unicodeRange(runs: string): string {
  return runs
    .split(',')
    .map((run) => `U+${run}`)
    .join(', ');
}

/**
 * Cuts a row of things into consecutive groups at the least total cost, by dynamic programming (the
 * method of Knuth and Plass, "Breaking paragraphs into lines", 1981, for line breaking).
 *
 * @param count how many things there are
 * @param longest the most things that a group may hold
 * @param cost of a group of the things from `from` up to but not including `to`; Infinity forbids it. A
 *   group of one must never be forbidden.
 * @returns the index one past each group's last thing, in order; empty when there is nothing to cut.
 */
export function cheapestPartition(
  count: number,
  longest: number,
  cost: (from: number, to: number) => number,
): number[] {
  const best = [0];
  const cutBefore = [0];
  for (let to = 1; to <= count; to++) {
    best[to] = Number.POSITIVE_INFINITY;
    for (let from = to - 1; from >= Math.max(0, to - longest); from--) {
      const total = (best[from] ?? Number.POSITIVE_INFINITY) + cost(from, to);
      if (total < (best[to] ?? Number.POSITIVE_INFINITY)) {
        best[to] = total;
        cutBefore[to] = from;
      }
    }
  }
  const ends: number[] = [];
  for (let end = count; end > 0; end = cutBefore[end] ?? 0) ends.unshift(end);
  return ends;
}

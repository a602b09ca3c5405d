/** The order of transitions by their ids, decimal numbers that may be larger than JavaScript's safe ones. */

/** Whether one came after the other. */
export function isLater(id: string, since: string): boolean {
  return BigInt(id) > BigInt(since);
}

/** In which order rows may be written. Pure. */

/** One table's reference to another one. */
export interface Reference {
  from: string;
  to: string;
}

/** The tables in an order in which each comes after all that it refers to. @throws Error for a circle */
export function referencedFirst(tables: readonly string[], references: readonly Reference[]): string[] {
  const ordered: string[] = [];
  let rest = [...tables].sort();
  while (rest.length > 0) {
    const isFree = (table: string) =>
      !references.some(({ from, to }) => from === table && to !== table && rest.includes(to));
    const free = rest.filter(isFree);
    if (free.length === 0) throw new Error(`Tables refer to each other in a circle: ${rest.join(', ')}.`);
    ordered.push(...free);
    rest = rest.filter((table) => !free.includes(table));
  }
  return ordered;
}

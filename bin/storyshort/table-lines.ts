/** Rows in columns, for a terminal. Pure. */

/** Cells padded so that they stand below each other; the last of a row is as long as it likes. */
export function tableLines(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, at) => Math.max(widest[at] ?? 0, cell.length)),
    [],
  );
  return rows
    .map((row) =>
      row.map((cell, at) => (at < row.length - 1 ? cell.padEnd(widths[at] ?? 0) : cell)).join('  '),
    )
    .join('\n');
}

/** A length as people write it, such as `1:05`; empty where there is none. @param ms null for none */
export function lengthText(ms: number | null): string {
  if (ms === null) return '';
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

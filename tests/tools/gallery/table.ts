/** A table in Markdown; `header` names its columns, parted by `|`. */
export function table(header: string, rows: readonly (readonly (string | number | undefined)[])[]): string {
  const columns = header.split('|');
  const lines = [columns, columns.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

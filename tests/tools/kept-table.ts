/** A page of the documentation that holds the tables of a command's last run, between marks of their own. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const END = '<!-- end of table -->';

/**
 * Writes what a run found into a page, in place of what is there.
 * @param page name of the page, such as `reliability.md`
 * @param command how the run is begun, which its mark names
 * @throws where the page has no place for it
 */
export async function keepTable(page: string, command: string, lines: readonly string[]): Promise<void> {
  const file = fileURLToPath(new URL(`../../docs/${page}`, import.meta.url));
  await writeFile(file, withTable(await readFile(file, 'utf8'), command, lines));
}

/** The page's text with these lines in their place. Pure. @throws where it has no place for them */
export function withTable(text: string, command: string, lines: readonly string[]): string {
  const beginning = `<!-- table: ${command} -->`;
  const [before, rest] = text.split(beginning);
  const after = rest?.slice(rest.indexOf(END) + END.length);
  if (before === undefined || after === undefined || !rest?.includes(END))
    throw new Error(`There is no place for the table of ${command}.`);
  return `${before}${beginning}\n\n${lines.join('\n')}\n\n${END}${after}`;
}

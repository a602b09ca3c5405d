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
  const file = fileOf(page);
  await writeFile(file, withTable(await readFile(file, 'utf8'), command, lines));
}

/** The lines that a page holds of a command's last run. @throws where the page has no place for them */
export async function keptTable(page: string, command: string): Promise<string[]> {
  const [, rest] = (await readFile(fileOf(page), 'utf8')).split(beginningOf(command));
  if (!rest?.includes(END)) throw new Error(`There is no place for the table of ${command}.`);
  return rest.slice(0, rest.indexOf(END)).trim().split('\n');
}

/** The page's text with these lines in their place. Pure. @throws where it has no place for them */
export function withTable(text: string, command: string, lines: readonly string[]): string {
  const beginning = beginningOf(command);
  const [before, rest] = text.split(beginning);
  const after = rest?.slice(rest.indexOf(END) + END.length);
  if (before === undefined || after === undefined || !rest?.includes(END))
    throw new Error(`There is no place for the table of ${command}.`);
  return `${before}${beginning}\n\n${lines.join('\n')}\n\n${END}${after}`;
}

const fileOf = (page: string) => fileURLToPath(new URL(`../../docs/${page}`, import.meta.url));
const beginningOf = (command: string) => `<!-- table: ${command} -->`;

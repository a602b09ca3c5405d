/**
 * Writes `remotion/fonts/tables/`: for each font which characters each of its files has, and for all of them
 * together which characters a film can show. Run after changing a font:
 * `npx tsx jobs/render/fonts/collect-font-tables.ts`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeRuns } from '#remotion/contract/code-points.ts';
import { FONTS } from '#remotion/fonts/font-list.ts';
import { fontFiles } from './font-files.server';
import { woff2Characters } from './woff2-characters';

const TABLES = fileURLToPath(new URL('../../../remotion/fonts/tables/', import.meta.url));

/** Letters that the fonts of other scripts bring for names; the film takes them from its main fonts. */
const SUBSETS_LEFT_OUT = /-(?:latin|latin-ext|cyrillic|vietnamese)-wght-normal\.woff2$/u;
const MAIN_FONTS = ['montserrat', 'fraunces'];
/** Latin letters end here. */
const END_OF_LATIN = 0x250;

await mkdir(TABLES, { recursive: true });
const isLatin = (file: string) => file.endsWith('-latin.woff2');
const files = (await fontFiles()).sort((a, b) => Number(isLatin(b)) - Number(isLatin(a)));
const everything = new Set<number>();
for (const { name, file, technique } of FONTS) {
  const table: Record<string, string> = {};
  const seen = new Set<number>();
  // A character that several files of a font have belongs to the first: the Latin ones, where there are any.
  const isOwn = (character: number) => {
    if (technique !== undefined || /\p{Mark}/u.test(String.fromCodePoint(character))) return true;
    if (character < 0x20 || (!MAIN_FONTS.includes(name) && character < END_OF_LATIN)) return false;
    return !seen.has(character);
  };
  for (const found of files) {
    const base = path.basename(found);
    if (!file.test(base)) continue;
    if (name.startsWith('noto-sans-') && SUBSETS_LEFT_OUT.test(base)) continue;
    const characters = woff2Characters(await readFile(found)).filter(isOwn);
    for (const character of characters) seen.add(character);
    if (characters.length > 0) table[base] = writeRuns(characters);
    for (const character of characters) everything.add(character);
  }
  if (Object.keys(table).length === 0) throw new Error(`No file of the font “${name}” was found.`);
  await writeFile(path.join(TABLES, `${name}.json`), `${JSON.stringify(table, null, 2)}\n`);
}
const all = [...everything].sort((a, b) => a - b);
await writeFile(path.join(TABLES, 'coverage.json'), `${JSON.stringify({ runs: writeRuns(all) }, null, 2)}\n`);

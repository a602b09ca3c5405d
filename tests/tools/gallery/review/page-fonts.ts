/** The film's fonts for pages that are shot, whatever this machine has. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Files of `public/fonts/`, by the family that the pages name. */
const OWN = {
  'Page Devanagari': 'noto-sans-devanagari-devanagari-wght-normal.woff2',
  'Page Arabic': 'noto-sans-arabic-arabic-wght-normal.woff2',
  'Page Emoji': 'noto-color-emoji-colrv1.woff2',
} as const;

const JAPANESE = '@fontsource-variable/noto-sans-jp/index.css';

/** A style sheet for a page. @param urlOf where a font's file is found, by its name */
export async function pageFonts(urlOf: (name: string) => string): Promise<string> {
  const own = Object.entries(OWN).map(
    ([family, file]) =>
      `@font-face { font-family: '${family}'; font-weight: 100 900; src: url(${urlOf(file)}); }`,
  );
  const japanese = await readFile(createRequire(import.meta.url).resolve(JAPANESE), 'utf8');
  const families = [...Object.keys(OWN), 'Noto Sans JP Variable'].map((family) => `'${family}'`);
  return [
    ...own,
    japanese.replaceAll('./files/', urlOf('')),
    `:root { font-family: 'DejaVu Sans', ${families.join(', ')}, sans-serif; }`,
  ].join('\n');
}

/** The film's fonts for canvases without a page. */
import path from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';
import { fontFiles } from '#jobs/render/fonts/font-files.server.ts';
import { chooseFontFiles } from '#remotion/fonts/font-choice.ts';
import type { Face } from '#remotion/fonts/glyph-widths.ts';
import type { TextByFace } from '#remotion/fonts/load-fonts.ts';
import type { EastAsianLanguage } from '#remotion/text/writing.ts';

/** Paths by the files' names. */
let known: Promise<ReadonlyMap<string, string>> | undefined;

/**
 * Loads the files that the texts need. Each is a family of its own: of several files of one family the first alone
 * would be drawn with.
 * @returns CSS `font-family` of each face: its files in the order in which a character is looked for
 * @throws Error `Could not load font <file>` when one cannot be had
 */
export async function loadCanvasFonts(
  texts: TextByFace,
  language: EastAsianLanguage,
): Promise<Record<Face, string>> {
  const familiesOf = async (face: Face) => {
    const chosen = await chooseFontFiles(texts[face], face, language);
    const names = await Promise.all(chosen.map(({ file }) => familyOf(file)));
    return [...names, face === 'sans' ? 'sans-serif' : 'serif'].join(', ');
  };
  return { sans: await familiesOf('sans'), serif: await familiesOf('serif') };
}

async function familyOf(file: string): Promise<string> {
  const family = `Story ${path.parse(file).name}`;
  if (!GlobalFonts.has(family)) {
    known ??= fontFiles().then((all) => new Map(all.map((each) => [path.basename(each), each])));
    const found = (await known).get(file);
    if (!found || !GlobalFonts.registerFromPath(found, family))
      throw new Error(`Could not load font ${file}`);
  }
  return `'${family}'`;
}

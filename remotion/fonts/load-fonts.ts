/**
 * Loads the fonts that come with the film: of each font those files alone that hold a character of the text.
 * Never fetched from another host. Without Remotion, so that a page can show captions by themselves.
 */
import type { EastAsianLanguage } from '../text/writing';
import { chooseFontFiles, type FontFile } from './font-choice';
import type { Face } from './glyph-widths';

/** What is written in each face. */
export type TextByFace = Readonly<Record<Face, string>>;

/** The URL of a font's file. */
export type FontUrl = (file: string) => string;

/** By their file: each is registered and loaded once. */
const loading = new Map<string, Promise<unknown>>();

/** Loads the files that the texts need. @throws when one cannot be had */
export async function loadFonts(
  texts: TextByFace,
  language: EastAsianLanguage,
  urlOf: FontUrl,
): Promise<void> {
  const chosen = await Promise.all([
    chooseFontFiles(texts.sans, 'sans', language),
    chooseFontFiles(texts.serif, 'serif', language),
  ]);
  await Promise.all(chosen.flat().map((file) => loadFile(file, urlOf)));
}

function loadFile(
  { file, family, weight, unicodeRange, technique }: FontFile,
  urlOf: FontUrl,
): Promise<unknown> {
  // It would draw nothing; the system's own font of the kind then serves the page.
  if (technique !== null && !CSS.supports(`font-tech(${technique})`)) return Promise.resolve();
  const begun = loading.get(file);
  if (begun) return begun;
  const source = `url('${urlOf(file)}') format('woff2')`;
  const face = new FontFace(family, source, { weight, unicodeRange });
  document.fonts.add(face);
  const loaded = face.load().catch((cause: unknown) => {
    // Another text may try again.
    loading.delete(file);
    document.fonts.delete(face);
    throw new Error(`Could not load font ${file}`, { cause });
  });
  loading.set(file, loaded);
  return loaded;
}

/** Which of the bundled fonts' files a text needs: from its characters alone. */
import { type CodePointRun, readRuns, runsHold, unicodeRange } from '../contract/code-points';
import type { EastAsianLanguage } from '../text/writing';
import { FONTS, type Font } from './font-list';
import type { Face } from './glyph-widths';

/** A file of a font, as CSS knows it. */
export interface FontFile {
  file: string;
  family: string;
  weight: string;
  unicodeRange: string;
  /** CSS `font-tech` that a browser must have to draw it, or null. */
  technique: string | null;
}

/** Joiners, variation selectors and the like: fonts need not have them. */
const INVISIBLE = /[\p{Cf}\p{Cc}\s\p{Variation_Selector}]/u;

/** CSS weight of each face, where the font has it. */
export const FONT_WEIGHTS: Record<Face, number> = { sans: 800, serif: 600 };

/** The fonts of a face in the order in which a character is looked for, a language's own ideographs first. */
function fontOrder(face: Face, language: EastAsianLanguage): Font[] {
  const rank = (font: Font) => (font.language === undefined ? 0 : font.language === language ? 1 : 2);
  return FONTS.filter((font) => font.faces.includes(face)).sort((a, b) => rank(a) - rank(b));
}

/** CSS `font-family` of a face; what no bundled font has falls to the system. */
export function fontFamilies(face: Face, language: EastAsianLanguage): string {
  const names = fontOrder(face, language).map(({ family }) => `'${family}'`);
  return [...names, face === 'sans' ? 'sans-serif' : 'serif'].join(', ');
}

const SPACE = 0x20;

/**
 * The files that hold a text's characters: for each the first font in order that has it. The face's own font is always
 * among them, with its space: the first font that has one tells how tall lines are, and without it that would be one of
 * the system's.
 * @throws what loading a font's table throws
 */
export async function chooseFontFiles(
  text: string,
  face: Face,
  language: EastAsianLanguage,
): Promise<FontFile[]> {
  let wanted = new Set(
    Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment).filter(
      (cluster) => visible(cluster).length > 0,
    ),
  );
  if (wanted.size === 0) return [];
  const chosen: FontFile[] = [];
  const [own, ...others] = fontOrder(face, language);
  for (const font of own ? [own, ...others] : []) {
    if (font !== own && ![...wanted].some((cluster) => font.scripts.test(cluster))) continue;
    const files = readTable(await font.table());
    const used = new Set(font === own ? files.filter(({ runs }) => runsHold(runs, SPACE)) : []);
    const left = new Set<string>();
    for (const cluster of wanted) {
      const found = filesOf(cluster, files);
      if (found.length === 0) left.add(cluster);
      for (const file of found) used.add(file);
    }
    chosen.push(
      ...[...used].map((file) => ({
        file: file.file,
        family: font.family,
        weight: font.weight,
        // What joins a sequence is in no table and must not be looked for elsewhere.
        unicodeRange: unicodeRange(`${file.text},200d,fe0f`),
        technique: font.technique ?? null,
      })),
    );
    wanted = left;
  }
  return chosen;
}

interface TableFile {
  file: string;
  text: string;
  runs: CodePointRun[];
}

function readTable(table: Readonly<Record<string, string>>): TableFile[] {
  return Object.entries(table).map(([file, text]) => ({ file, text, runs: readRuns(text) }));
}

/** One file that holds a cluster's characters, or several that do together; none if they do not. */
function filesOf(cluster: string, files: readonly TableFile[]): TableFile[] {
  const characters = visible(cluster);
  const has = (character: number) => (file: TableFile) => runsHold(file.runs, character);
  const whole = files.find((file) => characters.every((character) => has(character)(file)));
  if (whole) return [whole];
  const found = characters.map((character) => files.find(has(character)));
  return found.every((file) => file !== undefined) ? [...new Set(found)] : [];
}

function visible(cluster: string): number[] {
  return [...cluster].filter((character) => !INVISIBLE.test(character)).map((c) => c.codePointAt(0) ?? 0);
}

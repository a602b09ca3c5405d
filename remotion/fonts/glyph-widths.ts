/**
 * How wide text is in the bundled fonts, without a browser: so that captions are broken and sized by pure
 * functions, the same in a test, in the page and in the renderer.
 */
import advances from './tables/advances.json';

/** The bundled faces by use; see `font-list.ts` for their fonts. */
export const FACES = ['sans', 'serif'] as const;
export type Face = (typeof FACES)[number];

/**
 * Advance widths in hundredths of an em, as a browser measures them at the face's weight, kerning left out.
 * An Arabic letter followed by a tatweel stands for its shape where another letter joins it.
 */
const ADVANCES: Record<Face, Readonly<Record<string, string>>> = advances;

const SPACES: Record<Face, number> = { sans: 29, serif: 22 };
/** A letter that the table lacks: as wide as a capital, since too small is better than cut off. */
const UNKNOWN_LETTER = 80;
/** Ideographs and kana fill a square, and so nearly do hangul. */
const SQUARE = 100;
const EMOJI = 128;
const SQUARE_GLYPH =
  /[\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60]/u;
/** A cluster that is drawn as one picture, however many characters it has. */
const PICTURE = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f?|\u20e3/u;
const ARABIC_LETTER = /^[\p{Script=Arabic}\u0640]/u;
const TATWEEL = '\u0640';

const tables: Record<Face, ReadonlyMap<string, number>> = {
  sans: widthTable('sans'),
  serif: widthTable('serif'),
};
let segmenter: Intl.Segmenter | undefined;

/** Width of a text set on one line, in em. */
export function textWidth(text: string, face: Face): number {
  segmenter ??= new Intl.Segmenter();
  const clusters = Array.from(segmenter.segment(text), ({ segment }) => segment);
  const widths = clusters.map((cluster, at) => clusterWidth(cluster, clusters[at + 1] ?? '', tables[face]));
  return widths.reduce((whole, width) => whole + width, 0) / 100;
}

/**
 * The largest font size in px, up to `size`, at which every line fits in `width` px.
 */
export function fitFontSize(lines: readonly string[], face: Face, size: number, width: number): number {
  const widest = Math.max(0, ...lines.map((line) => textWidth(line, face)));
  return widest * size <= width ? size : Math.max(1, Math.floor(width / widest));
}

/** Of what a reader takes for one letter, in hundredths of an em. */
function clusterWidth(cluster: string, next: string, table: ReadonlyMap<string, number>): number {
  if (SQUARE_GLYPH.test(cluster)) return SQUARE;
  const known = table.get(cluster);
  if (known !== undefined && !(ARABIC_LETTER.test(cluster) && ARABIC_LETTER.test(next))) return known;
  if (PICTURE.test(cluster)) return EMOJI;
  let width = 0;
  // Decomposed, an accented letter is as wide as its base letter.
  for (const glyph of cluster.normalize('NFD')) {
    const joined = ARABIC_LETTER.test(next) ? table.get(glyph + TATWEEL) : undefined;
    const alone = joined ?? table.get(glyph);
    if (alone !== undefined) width += alone;
    // Accents, joiners and variation selectors stand on the letter before them.
    else if (!/[\p{Mark}\p{Cf}]/u.test(glyph)) width += UNKNOWN_LETTER;
  }
  return width;
}

function widthTable(face: Face): ReadonlyMap<string, number> {
  const table = new Map([[' ', SPACES[face]]]);
  for (const [width, glyphs] of Object.entries(ADVANCES[face])) {
    for (const glyph of glyphs.split(' ')) table.set(glyph, Number(width));
  }
  return table;
}

/**
 * How wide text is in the bundled fonts, without a browser: so that captions are broken and sized by pure
 * functions, the same in a test, in the page and in the renderer.
 */

/** The bundled faces by use; see `fonts.ts` for their files. */
export const FACES = ['sans', 'serif'] as const;
export type Face = (typeof FACES)[number];

/** Advance widths in hundredths of an em, read from the fonts' own `hmtx` tables (kerning left out). */
const ADVANCES: Record<Face, ReadonlyArray<readonly [width: number, glyphs: string]>> = {
  // Montserrat ExtraBold (800)
  sans: [
    [24, "'"],
    [28, ',.:;‘’‚'],
    [29, ' '],
    [30, '!¡'],
    [31, 'il|ı'],
    [32, 'j·'],
    [34, 'I'],
    [37, '()'],
    [39, '-[]•'],
    [41, '1f{}'],
    [43, '/\\ª°'],
    [45, 'rt*"'],
    [50, '_–'],
    [56, 's“”„Jz'],
    [60, '23?`c¢¿'],
    [61, '+5<=>L^~«»×÷'],
    [63, 'vxyð7a'],
    [65, 'FTe$69S'],
    [68, '8EoøZk£'],
    [70, '0Y4bdhnpqßþgu'],
    [74, '#CPRXÞ&K'],
    [78, 'BGVAU'],
    [82, 'HN€D'],
    [85, 'OQØ…'],
    [91, '%'],
    [96, 'Mw'],
    [105, 'æ—@mœ'],
    [110, 'Æ™'],
    [118, 'WŒ'],
  ],
  // Fraunces SemiBold (600)
  serif: [
    [18, "'"],
    [22, ' '],
    [25, '`‘’‚'],
    [28, '.:;,|·'],
    [32, '!ijlı¡'],
    [36, '[]()'],
    [39, 't"'],
    [41, 'f{}-I•°'],
    [49, '1“”„r^s_z'],
    [51, '/\\J¿'],
    [53, '7?e<>c×–'],
    [56, '+3=avx÷'],
    [58, 'gy'],
    [60, '5«»$oøðFSbqþ'],
    [63, '*2689dk4Lpu'],
    [66, '#EZhn~£'],
    [70, '0YCPTÞßB€'],
    [75, 'VXARU'],
    [78, '%GNK'],
    [80, 'DOQØ'],
    [84, 'æw—H'],
    [93, '@Mœ…'],
    [98, 'm&'],
    [106, 'WÆŒ™'],
  ],
};

/** A letter that the table lacks: as wide as a capital, since too small is better than cut off. */
const UNKNOWN_LETTER = 80;
/** Ideographs, kana, hangul and emoji fill a square. */
const FULL_WIDTH = 104;
const FULL_WIDTH_GLYPH =
  /\p{Extended_Pictographic}|\p{Ideographic}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;
/** Accents, joiners and variation selectors stand on the letter before them. */
const WIDTHLESS_GLYPH = /[\p{Mark}\p{Cf}]/u;

const tables: Record<Face, ReadonlyMap<string, number>> = {
  sans: widthTable('sans'),
  serif: widthTable('serif'),
};

/** Width of a text set on one line, in em. */
export function textWidth(text: string, face: Face): number {
  let hundredths = 0;
  // Decomposed, an accented letter is as wide as its base letter.
  for (const glyph of text.normalize('NFD')) {
    if (WIDTHLESS_GLYPH.test(glyph)) continue;
    hundredths += tables[face].get(glyph) ?? (FULL_WIDTH_GLYPH.test(glyph) ? FULL_WIDTH : UNKNOWN_LETTER);
  }
  return hundredths / 100;
}

/**
 * The largest font size in px, up to `size`, at which every line fits in `width` px.
 */
export function fitFontSize(lines: readonly string[], face: Face, size: number, width: number): number {
  const widest = Math.max(0, ...lines.map((line) => textWidth(line, face)));
  return widest * size <= width ? size : Math.max(1, Math.floor(width / widest));
}

function widthTable(face: Face): ReadonlyMap<string, number> {
  return new Map(
    ADVANCES[face].flatMap(([width, glyphs]) => [...glyphs].map((glyph) => [glyph, width] as const)),
  );
}

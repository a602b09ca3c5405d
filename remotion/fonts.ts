/**
 * The fonts that come with the film, loaded before any frame that needs them is drawn.
 *
 * Files are in `public/fonts/` with their licences (all SIL OFL 1.1).
 */
import { useEffect, useState } from 'react';
import { getRemotionEnvironment, staticFile, useDelayRender } from 'remotion';
import type { Face } from './glyph-widths';

const SANS = 'Story Sans';
const SERIF = 'Story Serif';
const EMOJI = 'Story Emoji';

/** CSS `font-family` of each face; what no bundled font has falls to the system. */
export const FONT_FAMILIES: Record<Face, string> = {
  sans: `'${SANS}', '${EMOJI}', sans-serif`,
  serif: `'${SERIF}', '${EMOJI}', serif`,
};

/** CSS `font-weight` of each face: the only weight that is bundled. */
export const FONT_WEIGHTS: Record<Face, number> = { sans: 800, serif: 600 };

interface FontFile {
  family: string;
  weight: number;
  file: string;
  /** CSS `unicode-range`, as Google Fonts cuts its subsets. */
  unicodeRange: string;
}

const LATIN =
  'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD';
const LATIN_EXT =
  'U+0100-0130, U+0132-0151, U+0154-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF';
const VIETNAMESE = 'U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF1';
const CYRILLIC = 'U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116';
const CYRILLIC_EXT = 'U+0460-048F, U+0492-04AF, U+04B2-052F, U+1C80-1C8A, U+20B4, U+2DE0-2DFF, U+A640-A69F';
const PICTOGRAPHS =
  'U+200D, U+203C, U+2049, U+20E3, U+2139, U+2194-21AA, U+231A-23FF, U+24C2, U+25AA-27BF, U+2934-2935, U+2B05-2B55, U+3030, U+303D, U+3297, U+3299, U+FE0F, U+1F000-1FAFF, U+E0020-E007F';

const FONT_FILES: readonly FontFile[] = [
  { family: SANS, weight: 800, file: 'montserrat-800-latin.woff2', unicodeRange: LATIN },
  { family: SANS, weight: 800, file: 'montserrat-800-latin-ext.woff2', unicodeRange: LATIN_EXT },
  { family: SANS, weight: 800, file: 'montserrat-800-vietnamese.woff2', unicodeRange: VIETNAMESE },
  { family: SANS, weight: 800, file: 'montserrat-800-cyrillic.woff2', unicodeRange: CYRILLIC },
  { family: SANS, weight: 800, file: 'montserrat-800-cyrillic-ext.woff2', unicodeRange: CYRILLIC_EXT },
  { family: SERIF, weight: 600, file: 'fraunces-600-latin.woff2', unicodeRange: LATIN },
  { family: SERIF, weight: 600, file: 'fraunces-600-latin-ext.woff2', unicodeRange: LATIN_EXT },
  { family: SERIF, weight: 600, file: 'fraunces-600-vietnamese.woff2', unicodeRange: VIETNAMESE },
  { family: EMOJI, weight: 700, file: 'noto-emoji-700.woff2', unicodeRange: PICTOGRAPHS },
];

/**
 * Loads what a text needs of the bundled fonts and holds the renderer back until it is there. In the page
 * a font that cannot be had leaves the system's; in a render it fails the render, since a film must not
 * silently come out in another font.
 */
export function useStoryFonts(text: string): void {
  const { delayRender, continueRender, cancelRender } = useDelayRender();
  // Held from the first draw on, not from the effect after it. A server draws no frame and needs no font.
  const [handle] = useState(() => (typeof document === 'undefined' ? null : delayRender('Loading fonts')));
  useEffect(() => {
    if (handle === null) return;
    loadFonts(text).then(
      () => continueRender(handle),
      (reason: unknown) => {
        if (getRemotionEnvironment().isRendering) cancelRender(reason);
        else continueRender(handle);
      },
    );
  }, [handle, text, continueRender, cancelRender]);
}

let registered = false;

async function loadFonts(text: string): Promise<void> {
  if (!registered) {
    for (const { family, weight, file, unicodeRange } of FONT_FILES) {
      const source = `url('${staticFile(`fonts/${file}`)}') format('woff2')`;
      document.fonts.add(new FontFace(family, source, { weight: String(weight), unicodeRange }));
    }
    registered = true;
  }
  // Loads those files alone whose range covers a character of the text.
  await Promise.all(
    [`800 40px '${SANS}'`, `600 40px '${SERIF}'`, `700 40px '${EMOJI}'`].map((font) =>
      document.fonts.load(font, text || ' '),
    ),
  );
}

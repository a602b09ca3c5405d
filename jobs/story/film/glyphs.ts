/** Which characters a film can show, from what the bundled fonts have: known before anything is drawn. */
import { readRuns, runsHold } from '#remotion/contract/code-points.ts';
import coverage from '#remotion/fonts/tables/coverage.json';

const COVERED = readRuns(coverage.runs);
/** Spaces, controls, joiners and variation selectors show nothing of their own. */
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Zs}\p{Zl}\p{Zp}\p{Variation_Selector}]/u;

/**
 * The letters and signs of a text that no bundled font has, each once, in order of appearance; with its
 * accents where they are what is missing. Empty when a film shows the whole text.
 */
export function missingGlyphs(text: string): string[] {
  const missing = new Set<string>();
  for (const { segment } of new Intl.Segmenter().segment(text.normalize('NFC'))) {
    const isCovered = [...segment].every(
      (glyph) => INVISIBLE.test(glyph) || runsHold(COVERED, glyph.codePointAt(0) ?? 0),
    );
    if (!isCovered) missing.add(segment);
  }
  return [...missing];
}

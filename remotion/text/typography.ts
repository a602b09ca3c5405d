/** How the words of a film are written, for all that draws words. */
import { type CSSProperties, createContext, useContext, useMemo } from 'react';
import { FONT_WEIGHTS, fontFamilies } from '../fonts/font-choice';
import type { Face } from '../fonts/glyph-widths';
import type { Direction, EastAsianLanguage } from './writing';

export interface Typography {
  /** Of the paragraph: where a line begins. */
  direction: Direction;
  /** Whose ideographs are drawn. */
  language: EastAsianLanguage;
  /** CSS `font-family` of each face, where fonts go by other names than in a page; absent for a page's. */
  families?: Readonly<Record<Face, string>>;
}

export const TypographyContext = createContext<Typography>({ direction: 'ltr', language: 'zh-Hans' });

export function useTypography(): Typography {
  return useContext(TypographyContext);
}

/** The CSS of a face in the film's language. */
export function useTypeface(face: Face): Pick<CSSProperties, 'fontFamily' | 'fontWeight'> {
  const { language } = useTypography();
  return useMemo(
    () => ({ fontFamily: fontFamilies(face, language), fontWeight: FONT_WEIGHTS[face] }),
    [face, language],
  );
}

const TALL =
  /[\p{Script=Arabic}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Hebrew}\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** What a text adds to CSS `line-height`: scripts with signs above and below, or full squares, need more. */
export function leading(text: string): number {
  return TALL.test(text) ? 0.16 : 0;
}

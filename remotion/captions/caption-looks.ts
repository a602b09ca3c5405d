/** What draws each caption style. Without Remotion, so that a page can show the styles by themselves. */
import type { FC } from 'react';
import type { CaptionStyle } from '../contract/story-props';
import { BigCaptions } from './BigCaptions';
import type { CaptionPageProps } from './caption-page-props';
import { KaraokeCaptions } from './KaraokeCaptions';
import { PopCaptions } from './PopCaptions';
import { SubtleCaptions } from './SubtleCaptions';

/** What draws each style; needs nothing but its props and the typography. */
export const CAPTION_LOOKS: Record<CaptionStyle, FC<CaptionPageProps>> = {
  pop: PopCaptions,
  karaoke: KaraokeCaptions,
  subtle: SubtleCaptions,
  big: BigCaptions,
};

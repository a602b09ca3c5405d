import { type FC, useMemo } from 'react';
import { useCurrentFrame } from 'remotion';
import type { CaptionStyle, FormatName, Word } from '../contract/story-props';
import { frameMoment } from '../contract/timing';
import { captionPlace } from '../text/layout';
import { BigCaptions } from './BigCaptions';
import type { CaptionLookProps } from './caption-look';
import { captionGrouping, captionPages, pageAt } from './captions';
import { KaraokeCaptions } from './KaraokeCaptions';
import { PopCaptions } from './PopCaptions';
import { SubtleCaptions, SubtleShade } from './SubtleCaptions';

/** What draws each style; needs nothing but its props and the typography. */
export const CAPTION_LOOKS: Record<CaptionStyle, FC<CaptionLookProps>> = {
  pop: PopCaptions,
  karaoke: KaraokeCaptions,
  subtle: SubtleCaptions,
  big: BigCaptions,
};

/** A scene's captions: at each frame the page whose words are being spoken, in the chosen style. */
export const CaptionTrack: FC<{ words: Word[]; captionStyle: CaptionStyle; format: FormatName }> = ({
  words,
  captionStyle,
  format,
}) => {
  const ms = frameMoment(useCurrentFrame());
  const pages = useMemo(
    () => captionPages(words, captionGrouping(captionStyle, format)),
    [words, captionStyle, format],
  );
  const page = pageAt(pages, ms);
  const place = captionPlace(captionStyle, format);
  const Look = CAPTION_LOOKS[captionStyle];
  return (
    <>
      {captionStyle === 'subtle' ? <SubtleShade place={place} /> : null}
      {page ? <Look page={page} ms={ms} place={place} /> : null}
    </>
  );
};

import { type FC, useMemo } from 'react';
import { useCurrentFrame } from 'remotion';
import type { CaptionStyle, FormatName, Word } from '../contract/story-props';
import { frameMoment } from '../contract/timing';
import { captionPlace } from '../text/layout';
import { CAPTION_LOOKS } from './caption-looks';
import { captionGrouping, captionPages, pageAt } from './captions';
import { SubtleShade } from './SubtleCaptions';

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

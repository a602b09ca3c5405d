import type { FC } from 'react';
import type { Word } from '../contract/story-props';
import { groupOpacity } from '../picture/group-opacity';
import { ACCENT, INK, PAPER } from '../picture/palette';
import type { Direction } from '../text/writing';
import { CaptionBlock } from './CaptionBlock';
import type { CaptionPageProps } from './caption-page-props';
import { CAPTION_SETTINGS, PLATE_RADIUS } from './caption-settings';
import { spokenPart } from './captions';

const { arrival } = CAPTION_SETTINGS.karaoke;

/** A line or two on a dark plate; colour runs through the words as they are spoken. */
export const KaraokeCaptions: FC<CaptionPageProps> = ({ page, ms, place }) => (
  <CaptionBlock
    captionStyle="karaoke"
    page={page}
    place={place}
    style={{ borderRadius: PLATE_RADIUS, background: `${INK}cc`, ...groupOpacity(arrival(page, ms)) }}
  >
    {({ word, text, direction }) => <FillingWord word={word} text={text} direction={direction} ms={ms} />}
  </CaptionBlock>
);

/** Filled from where it is begun to be read. */
const FillingWord: FC<{ word: Word; text: string; direction: Direction; ms: number }> = ({
  word,
  text,
  direction,
  ms,
}) => {
  const part = spokenPart(word, ms);
  const isSpoken = ms >= word.endMs;
  if (part === 0 || isSpoken) {
    return <div style={{ color: isSpoken ? ACCENT : PAPER }}>{text}</div>;
  }
  const rest = `${((1 - part) * 100).toFixed(2)}%`;
  return (
    <div style={{ position: 'relative', color: PAPER }}>
      {text}
      <div
        style={{
          position: 'absolute',
          inset: 0,
          color: ACCENT,
          // Above and below there is room for what reaches out of the line.
          clipPath: direction === 'rtl' ? `inset(-20% 0 -20% ${rest})` : `inset(-20% ${rest} -20% 0)`,
        }}
      >
        {text}
      </div>
    </div>
  );
};

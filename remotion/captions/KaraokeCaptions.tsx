import type { FC } from 'react';
import type { Word } from '../contract/story-props';
import { groupOpacity } from '../picture/group-opacity';
import { easeOut, ramp } from '../picture/motion';
import { ACCENT, INK, PAPER } from '../picture/palette';
import type { Direction } from '../text/writing';
import { CaptionBlock } from './CaptionBlock';
import type { CaptionPageProps } from './caption-page-props';
import { spokenPart } from './captions';

/** Sideways room inside the plate, px. */
const PADDING = 40;

/** A line or two on a dark plate; colour runs through the words as they are spoken. */
export const KaraokeCaptions: FC<CaptionPageProps> = ({ page, ms, place }) => (
  <CaptionBlock
    page={page}
    place={place}
    setting={{
      face: 'sans',
      fontSize: 60,
      room: place.width - 2 * PADDING,
      lineHeight: 1.36,
      wordGap: 0.29,
    }}
    style={{
      padding: `${PADDING * 0.55}px ${PADDING}px`,
      borderRadius: 34,
      background: `${INK}cc`,
      ...groupOpacity(easeOut(ramp(ms, page.startMs - 30, page.startMs + 160))),
    }}
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

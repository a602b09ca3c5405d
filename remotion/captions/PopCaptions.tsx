import type { FC } from 'react';
import { isUnspaced } from '../contract/story-words';
import { groupOpacity } from '../picture/group-opacity';
import { ACCENT, INK, PAPER } from '../picture/palette';
import { CaptionBlock } from './CaptionBlock';
import type { CaptionPageProps } from './caption-page-props';
import { CAPTION_SETTINGS, JUMP, jumpOf, POP_RISE } from './caption-settings';
import { currentWord } from './captions';

const { outline, shadow, arrival } = CAPTION_SETTINGS.pop;

/** A few heavy words at a time; the one being spoken jumps up in colour. */
export const PopCaptions: FC<CaptionPageProps> = ({ page, ms, place }) => {
  const current = currentWord(page, ms);
  const arrived = arrival(page, ms);
  return (
    <CaptionBlock
      captionStyle="pop"
      page={page}
      place={place}
      style={{
        ...groupOpacity(arrived),
        transform: `translateY(${((1 - arrived) * POP_RISE).toFixed(2)}px)`,
      }}
    >
      {({ word, text, size }) => {
        const jump = word === current ? jumpOf(word, ms) : 0;
        return (
          <div
            style={{
              color: word === current ? ACCENT : PAPER,
              WebkitTextStroke: `${(size * outline).toFixed(1)}px ${INK}`,
              paintOrder: 'stroke fill',
              strokeLinejoin: 'round',
              textShadow: `0 ${(size * shadow).toFixed(1)}px 0 ${INK}`,
              // Words that touch rise instead of swelling over their neighbours.
              transform: isUnspaced(word.text)
                ? `translateY(${(-JUMP.rise * jump).toFixed(4)}em)`
                : `scale(${(1 + JUMP.growth * jump).toFixed(4)})`,
            }}
          >
            {text}
          </div>
        );
      }}
    </CaptionBlock>
  );
};

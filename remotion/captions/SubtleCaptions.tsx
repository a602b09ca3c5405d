import type { FC } from 'react';

import { groupOpacity } from '../picture/group-opacity';
import { ramp, smooth } from '../picture/motion';
import { PAPER, QUIET_PAPER } from '../picture/palette';
import { Fill } from '../text/Fill';
import type { TextPlace } from '../text/layout';
import { CaptionBlock } from './CaptionBlock';
import type { CaptionPageProps } from './caption-page-props';
import { currentWord } from './captions';

/** Small book type; the word being spoken stands out by its brightness alone. */
export const SubtleCaptions: FC<CaptionPageProps> = ({ page, ms, place }) => {
  const current = currentWord(page, ms);
  return (
    <CaptionBlock
      page={page}
      place={place}
      setting={{ face: 'serif', fontSize: 56, room: place.width, lineHeight: 1.36, wordGap: 0.24 }}
      style={{
        padding: '0.2em',
        ...groupOpacity(smooth(ramp(ms, page.startMs - 40, page.startMs + 220))),
      }}
    >
      {({ word, text }) => (
        <div
          style={{
            color: word === current ? PAPER : QUIET_PAPER,
            textShadow: '0 2px 0 rgba(21,18,31,0.7)',
          }}
        >
          {text}
        </div>
      )}
    </CaptionBlock>
  );
};

/** The soft shade under them, which stays while pages come and go. */
export const SubtleShade: FC<{ place: TextPlace }> = ({ place }) => (
  <Fill
    style={{
      top: `${(place.middle - 0.2) * 100}%`,
      height: `${(1.2 - place.middle) * 100}%`,
      background:
        // Dark enough under the text for a white picture: 4.5 to 1 and more for every word.
        'linear-gradient(180deg, rgba(21,18,31,0) 0%, rgba(21,18,31,0.74) 36%, rgba(21,18,31,0.82) 100%)',
    }}
  />
);

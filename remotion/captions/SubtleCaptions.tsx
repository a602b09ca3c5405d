import type { FC } from 'react';

import { groupOpacity } from '../picture/group-opacity';
import { PAPER, QUIET_PAPER } from '../picture/palette';
import { Fill } from '../text/Fill';
import type { TextPlace } from '../text/layout';
import { CaptionBlock } from './CaptionBlock';
import type { CaptionPageProps } from './caption-page-props';
import { CAPTION_SETTINGS, SHADE } from './caption-settings';
import { currentWord } from './captions';

const { arrival } = CAPTION_SETTINGS.subtle;

/** Small book type; the word being spoken stands out by its brightness alone. */
export const SubtleCaptions: FC<CaptionPageProps> = ({ page, ms, place }) => {
  const current = currentWord(page, ms);
  return (
    <CaptionBlock captionStyle="subtle" page={page} place={place} style={groupOpacity(arrival(page, ms))}>
      {({ word, text }) => (
        <div
          style={{
            color: word === current ? PAPER : QUIET_PAPER,
            textShadow: `0 ${SHADE.fall}px 0 ${SHADE.letter}`,
          }}
        >
          {text}
        </div>
      )}
    </CaptionBlock>
  );
};

const STOPS = SHADE.stops.map(([at, color]) => `${color} ${at * 100}%`).join(', ');

/** The soft shade under them, which stays while pages come and go. */
export const SubtleShade: FC<{ place: TextPlace }> = ({ place }) => (
  <Fill
    style={{
      top: `${(place.middle - SHADE.above) * 100}%`,
      height: `${(SHADE.height - place.middle) * 100}%`,
      background: `linear-gradient(180deg, ${STOPS})`,
    }}
  />
);

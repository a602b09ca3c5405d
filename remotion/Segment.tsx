import { type CSSProperties, type FC, useMemo } from 'react';
import { AbsoluteFill, useCurrentFrame } from 'remotion';
import { CaptionTrack } from './captions/CaptionTrack';
import { showsItsWords } from './contract/forms';
import type { SegmentProps } from './contract/story-props';
import { END_CARD_FRAMES, frameMoment, sceneFrames, TITLE_FRAMES } from './contract/timing';
import { FontsContext, useStoryFonts } from './fonts/fonts';
import { groupOpacity } from './picture/group-opacity';
import { INK } from './picture/palette';
import { ShotView } from './picture/ShotView';
import { segmentMoment } from './picture/segment-moment';
import { spokenWords } from './picture/spoken-lines';
import { EndCard } from './text/EndCard';
import { segmentText } from './text/segment-text';
import { TitleCard } from './text/TitleCard';
import { TypographyContext } from './text/typography';

/** One scene's stretch of the film: all that is drawn while it is on screen, without its sound. */
export const Segment: FC<SegmentProps> = (props) => {
  const { format, captionStyle, scene, previousShot, title, endCard = '', language, transition } = props;
  const { isUncaptioned = false } = props;
  const frame = useCurrentFrame();
  const frames = sceneFrames(scene.durationMs);
  const { isArriving, presence, darkness } = segmentMoment(props, frame);
  const { form } = scene.shot;
  const { heading, typography, texts } = useMemo(
    () =>
      segmentText({
        ...{ scene, title, captionStyle, endCard },
        ...(language === undefined ? {} : { language }),
      }),
    [scene, title, captionStyle, endCard, language],
  );
  const areFontsThere = useStoryFonts(texts, typography.language);
  const lines = useMemo(() => spokenWords(scene.words), [scene.words]);
  const headingFrames = Math.min(TITLE_FRAMES, frames);
  return (
    <TypographyContext.Provider value={typography}>
      <FontsContext.Provider value={areFontsThere}>
        <AbsoluteFill style={{ background: INK, overflow: 'hidden' }}>
          {isArriving && previousShot ? (
            <ShotView
              shot={previousShot}
              format={format}
              ms={Number.POSITIVE_INFINITY}
              framesToEnd={-frame}
            />
          ) : null}
          <AbsoluteFill style={(transition ?? 'fade') === 'fade' ? groupOpacity(presence) : slidIn(presence)}>
            <ShotView
              shot={scene.shot}
              format={format}
              ms={frameMoment(frame)}
              framesToEnd={frames - frame}
              spoken={lines}
            />
          </AbsoluteFill>
          {isUncaptioned || (form && showsItsWords(form.content)) ? null : (
            <CaptionTrack words={scene.words} captionStyle={captionStyle} format={format} />
          )}
          {heading !== '' && frame < headingFrames ? (
            <TitleCard title={heading} format={format} frames={headingFrames} />
          ) : null}
          {endCard !== '' ? (
            <EndCard text={endCard} format={format} since={Math.max(0, frames - END_CARD_FRAMES)} />
          ) : null}
          {darkness > 0 ? <AbsoluteFill style={{ background: INK, opacity: darkness }} /> : null}
        </AbsoluteFill>
      </FontsContext.Provider>
    </TypographyContext.Provider>
  );
};

/** A picture on its way in from the right. */
function slidIn(presence: number): CSSProperties {
  return presence === 1 ? {} : { transform: `translateX(${(1 - presence) * 100}%)` };
}

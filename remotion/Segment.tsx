import { type CSSProperties, type FC, useMemo } from 'react';
import { AbsoluteFill, useCurrentFrame } from 'remotion';
import { CaptionTrack } from './captions/CaptionTrack';
import { openingWords } from './captions/captions';
import { showsItsWords, textOf } from './contract/forms';
import type { SceneProps, SegmentProps } from './contract/story-props';
import {
  END_CARD_FRAMES,
  ENDING_FRAMES,
  frameMoment,
  sceneFrames,
  TITLE_FRAMES,
  transitionFrames,
} from './contract/timing';
import { useStoryFonts } from './fonts/fonts';
import { groupOpacity } from './picture/group-opacity';
import { easeOut, ramp, smooth } from './picture/motion';
import { INK } from './picture/palette';
import { ShotView } from './picture/ShotView';
import { spokenWords } from './picture/spoken-lines';
import { EndCard } from './text/EndCard';
import { TitleCard } from './text/TitleCard';
import { TypographyContext } from './text/typography';
import { eastAsianLanguage, textDirection } from './text/writing';

/** One scene's stretch of the film: all that is drawn while it is on screen, without its sound. */
export const Segment: FC<SegmentProps> = ({
  format,
  captionStyle,
  scene,
  previousShot,
  title,
  isLast,
  endCard = '',
  language,
  transition = 'fade',
}) => {
  const frame = useCurrentFrame();
  const frames = sceneFrames(scene.durationMs);
  const arrival = transitionFrames(transition);
  const isArriving = previousShot !== null && frame < arrival;
  const arrived = ramp(frame + 1, 0, arrival + 1);
  const presence = isArriving ? (transition === 'whip' ? easeOut(arrived) : smooth(arrived)) : 1;
  const { form } = scene.shot;
  // A form opens the film by itself: two texts would lie over each other.
  const heading = form ? '' : headingOf(title, scene);
  const spoken = scene.words.map((word) => word.text).join(' ');
  const shown = form ? `${spoken} ${textOf(form.content)}` : spoken;
  const typography = useMemo(
    () => ({
      direction: textDirection(spoken || heading),
      language: eastAsianLanguage(`${heading} ${spoken}`, language),
    }),
    [spoken, heading, language],
  );
  const isSerif = captionStyle === 'subtle';
  useStoryFonts(
    {
      sans: `${form || !isSerif ? shown : ''}${endCard}`,
      serif: form?.content.kind === 'quote' || isSerif ? `${heading} ${spoken}` : heading,
    },
    typography.language,
  );
  const lines = useMemo(() => spokenWords(scene.words), [scene.words]);
  const headingFrames = Math.min(TITLE_FRAMES, frames);
  const darkness = isLast ? smooth(ramp(frame + 1, frames - ENDING_FRAMES, frames)) : 0;
  return (
    <TypographyContext.Provider value={typography}>
      <AbsoluteFill style={{ background: INK, overflow: 'hidden' }}>
        {isArriving ? (
          <ShotView shot={previousShot} format={format} ms={Number.POSITIVE_INFINITY} framesToEnd={-frame} />
        ) : null}
        <AbsoluteFill style={transition === 'fade' ? groupOpacity(presence) : slidIn(presence)}>
          <ShotView
            shot={scene.shot}
            format={format}
            ms={frameMoment(frame)}
            framesToEnd={frames - frame}
            spoken={lines}
          />
        </AbsoluteFill>
        {form && showsItsWords(form.content) ? null : (
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
    </TypographyContext.Provider>
  );
};

/** A picture on its way in from the right. */
function slidIn(presence: number): CSSProperties {
  return presence === 1 ? {} : { transform: `translateX(${(1 - presence) * 100}%)` };
}

/** The film's title in its first scene; on a card, which shows nothing else, the scene's first words. */
function headingOf(title: string | null, scene: SceneProps): string {
  if (title !== null) return title.trim();
  return scene.shot.pictureUrl === null ? openingWords(scene.words) : '';
}

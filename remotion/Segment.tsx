import { type FC, useMemo } from 'react';
import { AbsoluteFill, useCurrentFrame } from 'remotion';
import { CaptionTrack } from './CaptionTrack';
import { openingWords } from './captions';
import { useStoryFonts } from './fonts';
import { groupOpacity } from './group-opacity';
import { ramp, smooth } from './motion';
import { INK } from './palette';
import { ShotView } from './ShotView';
import type { SceneProps, SegmentProps } from './story-props';
import { TitleCard } from './TitleCard';
import { ENDING_FRAMES, sceneFrames, TITLE_FRAMES, TRANSITION_FRAMES } from './timing';
import { TypographyContext } from './typography';
import { eastAsianLanguage, textDirection } from './writing';

/** One scene's stretch of the film: all that is drawn while it is on screen, without its sound. */
export const Segment: FC<SegmentProps> = ({
  format,
  captionStyle,
  scene,
  previousShot,
  title,
  isLast,
  language,
}) => {
  const frame = useCurrentFrame();
  const frames = sceneFrames(scene.durationMs);
  const isArriving = previousShot !== null && frame < TRANSITION_FRAMES;
  const presence = isArriving ? smooth(ramp(frame + 1, 0, TRANSITION_FRAMES + 1)) : 1;
  const heading = headingOf(title, scene);
  const spoken = scene.words.map((word) => word.text).join(' ');
  const typography = useMemo(
    () => ({
      direction: textDirection(spoken || heading),
      language: eastAsianLanguage(`${heading} ${spoken}`, language),
    }),
    [spoken, heading, language],
  );
  const isSerif = captionStyle === 'subtle';
  useStoryFonts(
    { sans: isSerif ? '' : spoken, serif: isSerif ? `${heading} ${spoken}` : heading },
    typography.language,
  );
  const headingFrames = Math.min(TITLE_FRAMES, frames);
  const darkness = isLast ? smooth(ramp(frame + 1, frames - ENDING_FRAMES, frames)) : 0;
  return (
    <TypographyContext.Provider value={typography}>
      <AbsoluteFill style={{ background: INK, overflow: 'hidden' }}>
        {isArriving ? <ShotView shot={previousShot} framesToEnd={-frame} /> : null}
        <AbsoluteFill style={groupOpacity(presence)}>
          <ShotView shot={scene.shot} framesToEnd={frames - frame} />
        </AbsoluteFill>
        <CaptionTrack words={scene.words} captionStyle={captionStyle} format={format} />
        {heading !== '' && frame < headingFrames ? (
          <TitleCard title={heading} format={format} frames={headingFrames} />
        ) : null}
        {darkness > 0 ? <AbsoluteFill style={{ background: INK, opacity: darkness }} /> : null}
      </AbsoluteFill>
    </TypographyContext.Provider>
  );
};

/** The film's title in its first scene; on a card, which shows nothing else, the scene's first words. */
function headingOf(title: string | null, scene: SceneProps): string {
  if (title !== null) return title.trim();
  return scene.shot.pictureUrl === null ? openingWords(scene.words) : '';
}

import { type FC, useMemo } from 'react';
import { AbsoluteFill, Audio, Series } from 'remotion';
import { FPS, type StoryProps } from './contract/story-props';
import { segmentProps } from './contract/story-segments';
import { storyTimeline } from './contract/timing';
import { INK } from './picture/palette';
import { Segment } from './Segment';

/** About as far below the voice as in the mixed film: 13 dB. */
const UNDER = 0.22;

/** The whole film with its voices, for Studio and for the player in the page. */
export const Story: FC<StoryProps> = (story) => {
  const { starts, lengths } = storyTimeline(story.scenes);
  // The same objects from frame to frame, so that captions are grouped once.
  const segments = useMemo(() => story.scenes.map((_, index) => segmentProps(story, index)), [story]);
  return (
    <AbsoluteFill style={{ background: INK }}>
      <Series>
        {story.scenes.map((scene, index) => {
          const segment = segments[index];
          return segment ? (
            <Series.Sequence
              key={starts[index]}
              name={`Scene ${index + 1}`}
              durationInFrames={lengths[index] ?? 1}
              premountFor={FPS}
            >
              <Segment {...segment} />
              {scene.audioUrl === null ? null : <Audio src={scene.audioUrl} />}
              {scene.clipSound ? (
                <Audio
                  src={scene.clipSound.url}
                  loop
                  trimBefore={Math.round((scene.clipSound.startMs * FPS) / 1000)}
                  volume={scene.clipSound.isUnder ? UNDER : 1}
                />
              ) : null}
            </Series.Sequence>
          ) : null;
        })}
      </Series>
    </AbsoluteFill>
  );
};

import type { FC } from 'react';
import { Composition } from 'remotion';
import { sampleStory } from './contract/sample-story';
import { FORMATS, FPS, segmentPropsSchema, storyPropsSchema } from './contract/story-props';
import { segmentProps } from './contract/story-segments';
import { sceneFrames, storyTimeline } from './contract/timing';
import { Segment } from './Segment';
import { Story } from './Story';

/** What Remotion can draw: the whole `Story`, and one `Segment` of it. */
export const Root: FC = () => {
  const story = sampleStory();
  return (
    <>
      <Composition
        id="Story"
        component={Story}
        schema={storyPropsSchema}
        defaultProps={story}
        fps={FPS}
        calculateMetadata={({ props }) => ({
          ...FORMATS[props.format],
          durationInFrames: storyTimeline(props.scenes).total,
        })}
      />
      <Composition
        id="Segment"
        component={Segment}
        schema={segmentPropsSchema}
        defaultProps={segmentProps(story, 1)}
        fps={FPS}
        calculateMetadata={({ props }) => ({
          ...FORMATS[props.format],
          durationInFrames: sceneFrames(props.scene.durationMs),
        })}
      />
    </>
  );
};

import { Player } from '@remotion/player';
import { Story } from '../../remotion/Story';
import { FORMATS, FPS, type StoryProps } from '../../remotion/story-props';
import { storyTimeline } from '../../remotion/timing';

/** The film as it will be, drawn live by the same components. Heavy: load it when it is needed. */
export default function FilmPreview({ story }: { story: StoryProps }) {
  const { width, height } = FORMATS[story.format];
  return (
    <Player
      component={Story}
      inputProps={story}
      durationInFrames={storyTimeline(story.scenes).total}
      fps={FPS}
      compositionWidth={width}
      compositionHeight={height}
      acknowledgeRemotionLicense
      controls
      // With it the player would take the keyboard's focus as soon as it appears.
      spaceKeyToPlayOrPause={false}
      style={{ width: '100%', height: '100%' }}
    />
  );
}

import { Player, type PlayerRef } from '@remotion/player';
import { useEffect, useRef } from 'react';
import { soundAlone } from '#app/shell/one-sound.ts';
import { FORMATS, FPS, type StoryProps } from '#remotion/contract/story-props.ts';
import { storyTimeline } from '#remotion/contract/timing.ts';
import { Story } from '#remotion/Story.tsx';

/** The film as it will be, drawn live by the same components. Heavy: load it when it is needed. */
export default function FilmPreview({ story }: { story: StoryProps }) {
  const { width, height } = FORMATS[story.format];
  const player = useRef<PlayerRef>(null);
  useEffect(() => {
    const shown = player.current;
    if (!shown) return;
    const stop = () => shown.pause();
    const onPlay = () => soundAlone(stop);
    shown.addEventListener('play', onPlay);
    return () => {
      shown.removeEventListener('play', onPlay);
      stop();
    };
  }, []);
  return (
    <Player
      ref={player}
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

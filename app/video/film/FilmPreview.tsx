import { Player, type PlayerRef } from '@remotion/player';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '#app/shell/Icon.tsx';
import { soundAlone } from '#app/shell/one-sound.ts';
import { FORMATS, FPS, type StoryProps } from '#remotion/contract/story-props.ts';
import { storyTimeline } from '#remotion/contract/timing.ts';
import { Story } from '#remotion/Story.tsx';

/**
 * The film as it will be, drawn live by the same components, with its controls below the picture: on it they
 * would hide the captions. Heavy: load it when it is needed.
 */
export default function FilmPreview({ story }: { story: StoryProps }) {
  const { width, height } = FORMATS[story.format];
  const { total } = storyTimeline(story.scenes);
  const player = useRef<PlayerRef>(null);
  const { isPlaying, frame } = usePlayback(player);
  return (
    <>
      <Player
        ref={player}
        component={Story}
        inputProps={story}
        durationInFrames={total}
        fps={FPS}
        compositionWidth={width}
        compositionHeight={height}
        acknowledgeRemotionLicense
        clickToPlay
        // With it the player would take the keyboard's focus as soon as it appears.
        spaceKeyToPlayOrPause={false}
        style={{ width: '100%' }}
      />
      <div className="preview-controls">
        <button
          type="button"
          className="preview-play"
          aria-label={isPlaying ? 'Pause the preview' : 'Play the preview'}
          onClick={(event) => player.current?.toggle(event)}
        >
          <Icon name={isPlaying ? 'pause' : 'play'} />
        </button>
        <input
          type="range"
          aria-label="Position in the preview"
          min={0}
          max={total - 1}
          value={frame}
          onChange={(event) => player.current?.seekTo(event.currentTarget.valueAsNumber)}
        />
      </div>
    </>
  );
}

/** Follows the player; it is silenced when anything else sounds, and when it goes. */
function usePlayback(player: { current: PlayerRef | null }): { isPlaying: boolean; frame: number } {
  const [isPlaying, setPlaying] = useState(false);
  const [frame, setFrame] = useState(0);
  useEffect(() => {
    const shown = player.current;
    if (!shown) return;
    const stop = () => shown.pause();
    const onPlay = () => {
      soundAlone(stop);
      setPlaying(true);
    };
    const onStop = () => setPlaying(false);
    const onMove = () => setFrame(shown.getCurrentFrame());
    shown.addEventListener('play', onPlay);
    shown.addEventListener('pause', onStop);
    shown.addEventListener('ended', onStop);
    shown.addEventListener('timeupdate', onMove);
    shown.addEventListener('seeked', onMove);
    return () => {
      shown.removeEventListener('play', onPlay);
      shown.removeEventListener('pause', onStop);
      shown.removeEventListener('ended', onStop);
      shown.removeEventListener('timeupdate', onMove);
      shown.removeEventListener('seeked', onMove);
      stop();
    };
  }, [player]);
  return { isPlaying, frame };
}

import { Player, type PlayerRef } from '@remotion/player';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { clockLength } from '#app/shell/length-words.ts';
import { soundAlone } from '#app/shell/one-sound.ts';
import { FORMATS, FPS, type StoryProps } from '#remotion/contract/story-props.ts';
import { framesToMs, storyTimeline, type Timeline } from '#remotion/contract/timing.ts';
import { Story } from '#remotion/Story.tsx';
import type { FilmControl } from './film-control';
import { heldFrame } from './held-place';

interface FilmPreviewProps {
  story: StoryProps;
  control: FilmControl;
}

/**
 * The film as it will be, drawn live by the same components, with its controls below the picture: on it they
 * would hide the captions. Heavy: load it when it is needed.
 */
export default function FilmPreview({ story, control }: FilmPreviewProps) {
  const { t, told } = useWords();
  const { width, height } = FORMATS[story.format];
  const timeline = useMemo(() => storyTimeline(story.scenes), [story.scenes]);
  const { total, starts } = timeline;
  const player = useRef<PlayerRef>(null);
  useHeldPlace(player, timeline);
  const { isPlaying, frame } = usePlayback(player, control);
  return (
    <>
      <div className="preview-player">
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
      </div>
      <div className="preview-controls">
        <button
          type="button"
          className="preview-play"
          aria-label={t(isPlaying ? 'Pause the preview' : 'Play the preview')}
          onClick={(event) => player.current?.toggle(event)}
        >
          <Icon name={isPlaying ? 'pause' : 'play'} />
        </button>
        <span className="preview-scrub">
          <input
            type="range"
            aria-label={t('Position in the preview')}
            aria-valuetext={told(clockLength(framesToMs(frame)))}
            min={0}
            max={total - 1}
            value={Math.min(frame, total - 1)}
            onChange={(event) => player.current?.seekTo(event.currentTarget.valueAsNumber)}
          />
          {/* Where each scene begins. */}
          <span className="preview-ticks" aria-hidden="true">
            {starts.slice(1).map((start) => (
              <span key={start} style={{ insetInlineStart: `${(start / total) * 100}%` }} />
            ))}
          </span>
        </span>
      </div>
    </>
  );
}

/** Stays at the scene and the moment that are seen, while scenes before them get their voices. */
function useHeldPlace(player: { current: PlayerRef | null }, timeline: Timeline): void {
  const before = useRef(timeline);
  useEffect(() => {
    const frame = player.current?.getCurrentFrame() ?? 0;
    const held = heldFrame(frame, before.current, timeline);
    before.current = timeline;
    if (held !== frame) player.current?.seekTo(held);
  }, [player, timeline]);
}

/** Follows the player; it is silenced when anything else sounds, and when it goes. */
function usePlayback(
  player: { current: PlayerRef | null },
  { attach, moved, played }: FilmControl,
): { isPlaying: boolean; frame: number } {
  const [isPlaying, setPlaying] = useState(false);
  const [frame, setFrame] = useState(0);
  useEffect(() => {
    const shown = player.current;
    if (!shown) return;
    const stop = () => shown.pause();
    const tell = (isOn: boolean) => {
      setPlaying(isOn);
      played(isOn);
    };
    const onPlay = () => {
      soundAlone(stop);
      tell(true);
    };
    const onStop = () => tell(false);
    const onMove = () => {
      setFrame(shown.getCurrentFrame());
      moved(framesToMs(shown.getCurrentFrame()));
    };
    attach({
      playFrom: (ms) => {
        shown.seekTo(Math.round((ms * FPS) / 1000));
        shown.play();
      },
      show: (ms) => {
        if (!shown.isPlaying()) shown.seekTo(Math.round((ms * FPS) / 1000));
      },
      toggle: () => shown.toggle(),
    });
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
      tell(false);
      attach(null);
    };
  }, [player, attach, moved, played]);
  return { isPlaying, frame };
}

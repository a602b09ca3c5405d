/** What a finished film is to be, by its row. Pure. */

import type { Fault } from '#jobs/story/film/fault.ts';
import { clipHeard, segmentPropsOf } from '#jobs/story/film/film-props.ts';
import { musicOf } from '#jobs/story/film/music/film-music.ts';
import { isSpoken } from '#jobs/story/film/scene-speech.ts';
import type { Video } from '#jobs/story/film/video.ts';
import type { SegmentProps, Word } from '#remotion/contract/story-props.ts';
import { framesToMs, storyTimeline } from '#remotion/contract/timing.ts';

export interface ExpectedScene {
  /** ms of the film */
  startMs: number;
  endMs: number;
  narration: string;
  /** As its captions show them, on the scene's clock. */
  shown: Word[];
  /** As they are said, on the scene's clock. */
  said: Word[];
  /** Whether a voice says them. */
  isSpoken: boolean;
  /** Whether something may be seen that does not move for good reason: a person's own clip, or a form. */
  mayStand: boolean;
  /** What it had to make do with. */
  faults: Fault[];
}

export interface ExpectedFilm {
  frames: number;
  durationMs: number;
  scenes: ExpectedScene[];
  /** Whether anything is to be heard, and whether without a rest. */
  isHeard: boolean;
  hasMusic: boolean;
  /** What was got round in the film as a whole. */
  note: Fault | null;
  /** What each scene's stretch was drawn from, with keys in the place of addresses. */
  segments: SegmentProps[];
}

/** Null where the row does not say, such as while the film is made anew. */
export function expectedFilm(video: Video): ExpectedFilm | null {
  const segments = video.scenes.flatMap(
    ({ position }) => segmentPropsOf(video, position, (key) => key) ?? [],
  );
  if (segments.length === 0 || segments.length !== video.scenes.length) return null;
  const { starts, lengths, total } = storyTimeline(segments.map(({ scene }) => scene));
  const scenes = video.scenes.map((scene, at): ExpectedScene => {
    const startMs = framesToMs(starts[at] ?? 0);
    return {
      startMs,
      endMs: startMs + framesToMs(lengths[at] ?? 0),
      narration: scene.narration,
      shown: segments[at]?.scene.words ?? [],
      said: scene.words ?? [],
      isSpoken: isSpoken(video.options, scene) && clipHeard(scene)?.place !== 'instead',
      mayStand: !segments[at]?.scene.shot.layers,
      faults: [scene.error, scene.voiceError, scene.note].filter((fault) => fault !== null),
    };
  });
  const hasMusic = musicOf(video) !== null || video.options.music === 'own';
  const hasClipSound = video.scenes.some((scene) => clipHeard(scene) !== null);
  return {
    ...{ frames: total, durationMs: framesToMs(total), scenes, segments, hasMusic, note: video.note },
    isHeard: hasMusic || hasClipSound || scenes.some((scene) => scene.isSpoken),
  };
}

/** Position of the scene that is seen at a moment of the film, ms. */
export function sceneAt(scenes: readonly ExpectedScene[], ms: number): number {
  return Math.max(
    0,
    scenes.findLastIndex(({ startMs }) => startMs <= ms),
  );
}

/** Scenes whose picture moves by itself. Pure. */
import { BREATH_MS, MIN_SCENE_MS } from '#jobs/story/budget/scene-lengths.ts';
import type { VideoOptions } from '#jobs/story/order/options.ts';
import { isClipStill } from './own/own-files';
import { readingTimes, spokenMs } from './reading-times';
import type { SceneContent } from './scene-content';
import { isSpoken, spokenText } from './scene-speech';
import type { Scene } from './video';

/** Whether a scene's picture is to move, where a model can do that. */
export function isToMove(
  { motion }: Pick<VideoOptions, 'motion'>,
  { picture }: Pick<SceneContent, 'picture'>,
): boolean {
  return motion === 'animated' && picture.from === 'drawn';
}

/** Whether what a scene shows is a clip: a person's own, or a picture that moves. */
export function showsClip({ picture, pictureKey }: Pick<Scene, 'picture' | 'pictureKey'>): boolean {
  return picture.from === 'clip' || (pictureKey !== null && isClipStill(pictureKey));
}

type TimedScene = Pick<SceneContent, 'narration' | 'sayAs' | 'voice' | 'recording' | 'pauseMs'>;

/** How long a scene lasts, by its words alone: the same before its voice is there and after, ms. */
export function expectedSceneMs(scene: TimedScene, options: VideoOptions): number {
  const { recording, pauseMs } = scene;
  const told = recording
    ? recording.durationMs
    : isSpoken(options, scene)
      ? spokenMs(spokenText(scene), options.speed)
      : (readingTimes(scene.narration, options.speed).at(-1)?.endMs ?? 0);
  return Math.max(MIN_SCENE_MS, told + BREATH_MS) + pauseMs;
}

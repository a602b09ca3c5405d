/** How the whole film's props become each scene's. */
import type { SceneProps, SegmentProps, Shot, StoryProps } from './story-props';
import { sceneFrames } from './timing';

/**
 * The shot of a scene as the next scene's transition leaves it: its clip goes on where the scene ended.
 * @param durationMs length of the scene, ms
 */
export function leftShot(shot: Shot, durationMs: number): Shot {
  return shot.clip ? { ...shot, clip: { ...shot.clip, playedFrames: sceneFrames(durationMs) } } : shot;
}

/** Props of the segment at `index`: its scene, and of its neighbours only what the transition draws. */
export function segmentProps(
  story: Omit<StoryProps, 'scenes'> & { scenes: readonly SceneProps[] },
  index: number,
): SegmentProps {
  const scene = story.scenes[index];
  if (!scene) throw new RangeError(`The story has ${story.scenes.length} scenes and none at ${index}.`);
  const previous = story.scenes[index - 1];
  return {
    format: story.format,
    captionStyle: story.captionStyle,
    scene: { shot: scene.shot, words: scene.words, durationMs: scene.durationMs },
    previousShot: previous ? leftShot(previous.shot, previous.durationMs) : null,
    title: index === 0 ? story.title : null,
    isLast: index === story.scenes.length - 1,
    ...(story.language === undefined ? {} : { language: story.language }),
    ...(story.transition === undefined ? {} : { transition: story.transition }),
  };
}

/** How the whole film's props become each scene's. */
import type { SceneProps, SegmentProps, Shot, StoryProps } from './story-props';
import { sceneFrames } from './timing';

/** A form is left as it stands when all of it has come. */
const LEFT_MS = 10_000;

/**
 * The shot of a scene as the next scene's transition leaves it: its clip goes on where the scene ended, its form
 * without the words that were spoken, its picture as a whole.
 * @param durationMs length of the scene, ms
 */
export function leftShot({ framings: _framings, ...shot }: Shot, durationMs: number): Shot {
  if (shot.form) return { ...shot, form: { ...shot.form, words: [], durationMs: LEFT_MS } };
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
    ...(story.isUncaptioned && { isUncaptioned: true }),
    scene: { shot: scene.shot, words: scene.words, durationMs: scene.durationMs },
    previousShot: previous ? leftShot(previous.shot, previous.durationMs) : null,
    title: index === 0 ? story.title : null,
    isLast: index === story.scenes.length - 1,
    ...(story.endCard !== undefined && index === story.scenes.length - 1 ? { endCard: story.endCard } : {}),
    ...(story.language === undefined ? {} : { language: story.language }),
    ...(story.transition === undefined ? {} : { transition: story.transition }),
  };
}

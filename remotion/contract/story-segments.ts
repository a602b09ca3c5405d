/** How the whole film's props become each scene's. */
import type { SceneProps, SegmentProps, StoryProps } from './story-props';

/** Props of the segment at `index`: its scene, and of its neighbours only what the transition draws. */
export function segmentProps(
  story: Omit<StoryProps, 'scenes'> & { scenes: readonly SceneProps[] },
  index: number,
): SegmentProps {
  const scene = story.scenes[index];
  if (!scene) throw new RangeError(`The story has ${story.scenes.length} scenes and none at ${index}.`);
  return {
    format: story.format,
    captionStyle: story.captionStyle,
    scene: { shot: scene.shot, words: scene.words, durationMs: scene.durationMs },
    previousShot: story.scenes[index - 1]?.shot ?? null,
    title: index === 0 ? story.title : null,
    isLast: index === story.scenes.length - 1,
    ...(story.language === undefined ? {} : { language: story.language }),
    ...(story.transition === undefined ? {} : { transition: story.transition }),
  };
}

/** The film's props for the player in the page, as soon as every scene can be shown. Pure. */

import type { Scene, Video } from '../../jobs/domain/video';
import { mediaUrl } from '../../jobs/storage/media-url';
import type { StoryProps } from '../../remotion/story-props';

/**
 * What the player needs to play the film before it is rendered; null while a scene still lacks its words or
 * its picture.
 */
export function previewProps(video: Video): StoryProps | null {
  const scenes = video.scenes.map(sceneProps);
  if (scenes.length === 0 || scenes.some((scene) => scene === null)) return null;
  return {
    title: video.title,
    format: video.options.format,
    captionStyle: video.options.captions,
    scenes: scenes.filter((scene) => scene !== null),
  };
}

function sceneProps(scene: Scene): StoryProps['scenes'][number] | null {
  const { words, durationMs, pictureKey, voiceKey } = scene;
  if (!words || !durationMs || (!pictureKey && !scene.error)) return null;
  return {
    shot: { pictureUrl: pictureKey && mediaUrl(pictureKey), seed: scene.seed },
    words,
    durationMs,
    audioUrl: voiceKey && mediaUrl(voiceKey),
  };
}

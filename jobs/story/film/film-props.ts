/** What the composition needs to draw a video, or one scene of it. */
import type { SceneProps, SegmentProps, Shot, StoryProps } from '#remotion/contract/story-props.ts';
import type { Scene, Video } from './video';

/** Whether the scene's picture is settled: drawn, or given up for a plain card. */
export function hasPicture(scene: Scene): boolean {
  return scene.pictureKey !== null || scene.error !== null;
}

/**
 * Props of one scene's stretch of the film; null while its words, its picture or the picture before it are
 * missing.
 * @param urlOf where the drawer finds a stored file
 */
export function segmentPropsOf(
  video: Video,
  position: number,
  urlOf: (key: string) => string,
): SegmentProps | null {
  const scene = video.scenes[position];
  const previous = video.scenes[position - 1];
  const props = scene && scenePropsOf(scene, urlOf);
  if (!props || (previous && !hasPicture(previous))) return null;
  return {
    format: video.options.format,
    captionStyle: video.options.captions,
    language: video.options.language,
    scene: props,
    previousShot: previous ? shotOf(previous, urlOf) : null,
    title: position === 0 ? video.title : null,
    isLast: position === video.scenes.length - 1,
  };
}

/** Props of the whole film, to be played before it is rendered; null while any scene lacks something. */
export function storyPropsOf(video: Video, urlOf: (key: string) => string): StoryProps | null {
  const scenes: StoryProps['scenes'] = [];
  for (const scene of video.scenes) {
    const props = scenePropsOf(scene, urlOf);
    if (!props) return null;
    scenes.push({ ...props, audioUrl: scene.voiceKey && urlOf(scene.voiceKey) });
  }
  if (scenes.length === 0) return null;
  return {
    title: video.title,
    format: video.options.format,
    captionStyle: video.options.captions,
    language: video.options.language,
    scenes,
  };
}

function scenePropsOf(scene: Scene, urlOf: (key: string) => string): SceneProps | null {
  if (!scene.words || scene.durationMs === null || !hasPicture(scene)) return null;
  return { shot: shotOf(scene, urlOf), words: scene.words, durationMs: scene.durationMs };
}

function shotOf({ pictureKey, pictureLayers, seed }: Scene, urlOf: (key: string) => string): Shot {
  return {
    pictureUrl: pictureKey && urlOf(pictureKey),
    seed,
    ...(pictureLayers && {
      layers: pictureLayers.map(({ key, ...layer }) => ({ ...layer, url: urlOf(key) })),
    }),
  };
}

/** What the composition needs to draw a video, or one scene of it. */

import { translatedInto } from '#jobs/story/language/caption-language.ts';
import { styleIn } from '#jobs/story/order/matched-style.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import type { VideoOptions } from '#jobs/story/order/options.ts';
import {
  type Encoding,
  FPS,
  type Framing,
  type SceneProps,
  type SegmentProps,
  type Shot,
  type StoryProps,
  type Transition,
} from '#remotion/contract/story-props.ts';
import { leftShot } from '#remotion/contract/story-segments.ts';
import { framesToMs } from '#remotion/contract/timing.ts';
import { formFramings, framingsOf } from '#remotion/picture/framings.ts';
import { formOf } from './form/scene-form';
import { temperOf } from './form/temper';
import { showsClip } from './moving';
import { clipKeyOf, clipSoundKeyOf, isClipStill } from './own/own-files';
import { clipStartMs } from './scene-content';
import { shownWords } from './scene-speech';
import { hasPicture, type Scene, type Video } from './video';

/** How long a scene lasts in the film, ms; null until its voice is there. */
export function sceneLengthMs({ durationMs, pauseMs }: Pick<Scene, 'durationMs' | 'pauseMs'>): number | null {
  return durationMs === null ? null : durationMs + pauseMs;
}

/**
 * Props of one scene's stretch of the film; null while its words, its picture or, where it is seen, the picture
 * before it are missing.
 * @param urlOf where the drawer finds a stored file
 */
export function segmentPropsOf(
  video: Video,
  position: number,
  urlOf: (key: string) => string,
): SegmentProps | null {
  const scene = video.scenes[position];
  const previous = video.scenes[position - 1];
  const props = scene && scenePropsOf(video, scene, urlOf);
  if (!props) return null;
  const seen = previous && showsPrevious(video.options) ? previous : null;
  if (seen && !hasPicture(seen)) return null;
  const left = seen && shotLeft(video, seen, urlOf);
  if (left === 'unknown') return null;
  return {
    ...looksOf(video),
    ...encodingOf(video),
    scene: props,
    previousShot: left,
    title: position === 0 ? titleOf(video) : null,
    isLast: position === video.scenes.length - 1,
    ...(position === video.scenes.length - 1 ? endCardOf(video) : {}),
  };
}

/** Props of the whole film, to be played before it is rendered; null while any scene lacks something. */
export function storyPropsOf(video: Video, urlOf: (key: string) => string): StoryProps | null {
  const scenes: StoryProps['scenes'] = [];
  for (const scene of video.scenes) {
    const props = scenePropsOf(video, scene, urlOf);
    if (!props) return null;
    const heard = clipHeard(scene);
    scenes.push({
      ...props,
      audioUrl: heard?.place === 'instead' ? null : scene.voiceKey && urlOf(scene.voiceKey),
      ...(heard && {
        clipSound: { url: urlOf(heard.key), startMs: heard.startMs, isUnder: heard.place === 'under' },
      }),
    });
  }
  if (scenes.length === 0) return null;
  return {
    title: titleOf(video),
    ...looksOf(video),
    ...endCardOf(video),
    scenes,
  };
}

export interface HeardClip {
  /** Of its sound. */
  key: string;
  startMs: number;
  place: 'under' | 'instead';
}

/** What is heard of a scene's clip, from the frame from which it is seen; null for nothing. */
export function clipHeard({ picture, pictureKey }: Pick<Scene, 'picture' | 'pictureKey'>): HeardClip | null {
  if (picture.from !== 'clip' || picture.sound === 'off' || !picture.hasSound) return null;
  if (!pictureKey || !isClipStill(pictureKey)) return null;
  const startMs = framesToMs(Math.round((clipStartMs(picture) * FPS) / 1000));
  return { key: clipSoundKeyOf(pictureKey), startMs, place: picture.sound };
}

/** How scenes give way to each other; films in which nobody said it fade. */
export function transitionOf({ transition = 'fade' }: Pick<VideoOptions, 'transition'>): Transition {
  return transition;
}

/** Whether a scene begins with something of the one before it to be seen: a cut shows nothing of it. */
export function showsPrevious(options: Pick<VideoOptions, 'transition'>): boolean {
  return transitionOf(options) !== 'cut';
}

/** What all scenes share. The usual transition goes without saying, as in the films that had no other. */
function looksOf({ story, options }: Video) {
  const { format, captions } = options;
  const translated = translatedInto({ story, options });
  const transition = transitionOf(options);
  return {
    format,
    // In what style they would stand there makes no difference then.
    ...(options.burnIn === 'off'
      ? { captionStyle: OPTIONS.captions.usual, isUncaptioned: true as const }
      : // Words of another language are not those that are being spoken: none is shown as if it were.
        { captionStyle: translated === null ? captions : ('subtle' as const) }),
    language: translated ?? options.language,
    ...(transition !== 'fade' && { transition }),
  };
}

/** How its stretches are encoded; the usual way goes without saying, as in the films that had no other. */
function encodingOf({ options: { encoding } }: Video): { encoding?: Encoding } {
  return encoding === 'standard' ? {} : { encoding };
}

/** What stands over the end; films without it are named as before there was one. */
function endCardOf({ options: { endCard } }: Video): { endCard?: string } {
  return endCard === undefined ? {} : { endCard };
}

/** What the title card shows; empty for none. */
function titleOf({ title, options }: Video): string {
  return options.titleCard === 'off' ? '' : title;
}

function scenePropsOf(video: Video, scene: Scene, urlOf: (key: string) => string): SceneProps | null {
  const words = shownWords(scene);
  const durationMs = sceneLengthMs(scene);
  if (!words || durationMs === null || !hasPicture(scene)) return null;
  return { shot: shotIn(video, scene, { words, durationMs }, urlOf), words, durationMs };
}

/** What the next scene's transition leaves; unknown while nothing says where a clip ends. */
function shotLeft(video: Video, scene: Scene, urlOf: (key: string) => string): Shot | 'unknown' {
  const durationMs = sceneLengthMs(scene);
  if (showsClip(scene) && durationMs === null) return 'unknown';
  const timed = { words: [], durationMs: durationMs ?? 0 };
  return leftShot(shotIn(video, scene, timed, urlOf), timed.durationMs);
}

/** A scene's shot with what it shows when: its form, or the cuts of its picture. */
function shotIn(
  { options, mood }: Video,
  scene: Scene,
  { words, durationMs }: Pick<SceneProps, 'words' | 'durationMs'>,
  urlOf: (key: string) => string,
): Shot {
  const content = formOf(scene);
  if (content) {
    const form = { content, words, durationMs, style: styleIn(options), temper: temperOf(mood) };
    const isCut = options.cuts === 'lively' && content.kind !== 'words' && content.kind !== 'chat';
    return withFramings(
      { pictureUrl: null, seed: scene.seed, form },
      isCut ? formFramings(words, durationMs) : [],
    );
  }
  const shot = shotOf(scene, urlOf);
  if (options.cuts !== 'lively' || shot.clip) return shot;
  return withFramings(shot, framingsOf(words, durationMs, scene.seed));
}

const withFramings = (shot: Shot, framings: Framing[]): Shot =>
  framings.length > 0 ? { ...shot, framings } : shot;

function shotOf({ picture, pictureKey, pictureLayers, seed }: Scene, urlOf: (key: string) => string): Shot {
  return {
    pictureUrl: pictureKey && urlOf(pictureKey),
    seed,
    ...(pictureLayers && {
      layers: pictureLayers.map(({ key, ...layer }) => ({ ...layer, url: urlOf(key) })),
    }),
    ...(pictureKey &&
      isClipStill(pictureKey) && {
        clip: { url: urlOf(clipKeyOf(pictureKey)), startMs: clipStartMs(picture) },
      }),
  };
}

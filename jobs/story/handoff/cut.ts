/** A film as editors know it: tracks of pieces, one after the other, to the frame. Pure. */
import { sceneLengthMs, transitionOf } from '#jobs/story/film/film-props.ts';
import { isPictured } from '#jobs/story/film/scene-content.ts';
import { isSpoken, shownWords } from '#jobs/story/film/scene-speech.ts';
import { cuesOf } from '#jobs/story/film/subtitles.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import { storyLanguage } from '#jobs/story/language/language.ts';
import { FORMATS, FPS, type Transition, type Word } from '#remotion/contract/story-props.ts';
import { sceneFrames, storyTimeline, transitionFrames } from '#remotion/contract/timing.ts';
import type { FilmAssets, SceneAssets } from './film-assets';

/** A file that pieces are cut from. */
export interface CutMedia {
  /** Its name beside the timeline. */
  name: string;
  kind: 'still' | 'movie' | 'sound';
  /** How much there is of it; null for a still, which stands as long as one likes. */
  frames: number | null;
}

/** A stretch of a track. */
export interface CutPiece {
  /** Null where the track is empty. */
  media: CutMedia | null;
  /** What it is called. */
  label: string;
  /** Where in the file it begins, frames. */
  from: number;
  /** How long it lasts, frames. */
  frames: number;
}

export type TrackRole = 'picture' | 'voice' | 'clip-sound' | 'music';

/** Pieces from the film's first frame to its last, without gap or overlap. */
export interface CutTrack {
  role: TrackRole;
  name: string;
  pieces: CutPiece[];
}

export interface CutCaption {
  /** First frame, on the film's clock. */
  start: number;
  frames: number;
  text: string;
}

export interface Cut {
  title: string;
  /** px */
  width: number;
  height: number;
  /** Of the captions, as a BCP 47 tag. */
  language: string;
  /** Length of the film, frames; there are `FPS` in a second. */
  total: number;
  /** First frame of each scene. */
  starts: number[];
  /** The first is that of the pictures; tracks of which nothing would be heard are not there. */
  tracks: CutTrack[];
  /** How each scene but the first takes the place of the one before: over that many frames from its first. */
  transition: { kind: Exclude<Transition, 'cut'>; frames: number } | null;
  captions: CutCaption[];
}

/** Frames that sound of a length fills. */
function wholeFrames(ms: number): number {
  return Math.floor((ms * FPS) / 1000 + FRAME_EPSILON);
}

/** Tolerance in frames for lengths that are whole frames but for floating point. */
const FRAME_EPSILON = 1e-6;

/**
 * Cuts a film from its files.
 * @param lengths ms of the sounds and clips among its files, by their names
 * @returns null while the length of any scene is not known
 */
export function cutOf(video: Video, assets: FilmAssets, lengths: ReadonlyMap<string, number>): Cut | null {
  const scenes = timedScenes(video, assets);
  if (!scenes) return null;
  const { starts, total } = storyTimeline(scenes);
  const { format } = video.options;
  const transition = transitionOf(video.options);
  const lengthOf = (name: string) => wholeFrames(lengths.get(name) ?? 0);
  const sound = (name: string): CutMedia => ({ name, kind: 'sound', frames: lengthOf(name) });
  const music = assets.music && sound(assets.music.name);
  const tracks: CutTrack[] = [
    { role: 'picture', name: 'Pictures', pieces: scenes.flatMap((scene) => pictured(scene, lengthOf)) },
    {
      role: 'voice',
      name: 'Voices',
      pieces: scenes.flatMap((scene) => voiced(video, scene, sound)),
    },
    { role: 'clip-sound', name: 'Sound of clips', pieces: scenes.flatMap((scene) => heard(scene, sound)) },
    { role: 'music', name: 'Music', pieces: music ? repeated(music, 0, total, 'Music') : [] },
  ];
  return {
    ...{ title: video.title, ...FORMATS[format], language: storyLanguage(video), total, starts },
    tracks: tracks.filter(({ role, pieces }) => role === 'picture' || pieces.some(({ media }) => media)),
    transition: transition === 'cut' ? null : { kind: transition, frames: transitionFrames(transition) },
    captions: captionsOf(scenes, format),
  };
}

/** A scene whose length is known. */
interface TimedScene {
  scene: Scene;
  files: SceneAssets;
  words: Word[];
  durationMs: number;
  frames: number;
}

function timedScenes({ scenes }: Video, assets: FilmAssets): TimedScene[] | null {
  const timed = scenes.flatMap((scene, at): TimedScene[] => {
    const [words, durationMs, files] = [shownWords(scene), sceneLengthMs(scene), assets.scenes[at]];
    if (!words || durationMs === null || !files) return [];
    return [{ scene, files, words, durationMs, frames: sceneFrames(durationMs) }];
  });
  return timed.length === scenes.length && timed.length > 0 ? timed : null;
}

const labelOf = ({ position, narration }: Scene) => {
  const words = narration.split(/\s+/u).slice(0, 6).join(' ');
  return `Scene ${position + 1}: ${words}`;
};

const empty = (label: string, frames: number): CutPiece[] =>
  frames > 0 ? [{ media: null, label, from: 0, frames }] : [];

function pictured({ scene, files, frames }: TimedScene, lengthOf: (name: string) => number): CutPiece[] {
  const label = labelOf(scene);
  const { picture } = scene;
  const length = files.clip ? lengthOf(files.clip.name) : 0;
  if (files.clip && length > 0) {
    const media: CutMedia = { name: files.clip.name, kind: 'movie', frames: length };
    return repeated(media, clipStart(scene), frames, label);
  }
  if (!files.picture || !isPictured(picture)) return empty(label, frames);
  return [{ media: { name: files.picture.name, kind: 'still', frames: null }, label, from: 0, frames }];
}

function voiced(
  { options }: Video,
  { scene, files, frames }: TimedScene,
  sound: (name: string) => CutMedia,
): CutPiece[] {
  const label = `Voice of scene ${scene.position + 1}`;
  const isHeard = isSpoken(options, scene) && !(hasClipSound(scene) && clipSoundOf(scene) === 'instead');
  const media = files.voice && isHeard ? sound(files.voice.name) : null;
  const length = Math.min(frames, media?.frames ?? 0);
  if (!media || length === 0) return empty(label, frames);
  return [{ media, label, from: 0, frames: length }, ...empty('Breath', frames - length)];
}

function heard({ scene, files, frames }: TimedScene, sound: (name: string) => CutMedia): CutPiece[] {
  const label = `Clip of scene ${scene.position + 1}`;
  if (!files.clipSound || !hasClipSound(scene)) return empty(label, frames);
  return repeated(sound(files.clipSound.name), clipStart(scene), frames, label);
}

/** Where in its clip a scene begins, frames. */
function clipStart({ picture }: Scene): number {
  return picture.from === 'clip' ? Math.round((picture.startMs * FPS) / 1000) : 0;
}

function clipSoundOf({ picture }: Scene): 'off' | 'under' | 'instead' {
  return picture.from === 'clip' && picture.hasSound ? picture.sound : 'off';
}

const hasClipSound = (scene: Scene) => clipSoundOf(scene) !== 'off';

/** A file from a frame on for a number of frames, begun anew as often as it ends before that. */
function repeated(media: CutMedia, from: number, frames: number, label: string): CutPiece[] {
  const length = media.frames ?? frames;
  if (length <= 0) return empty(label, frames);
  const begin = Math.min(from, length - 1);
  const pieces: CutPiece[] = [];
  for (let left = frames; left > 0; ) {
    const piece = Math.min(left, length - begin);
    pieces.push({ media, label, from: begin, frames: piece });
    left -= piece;
  }
  return pieces;
}

function captionsOf(scenes: readonly TimedScene[], format: Video['options']['format']): CutCaption[] {
  return cuesOf(scenes, format).map(({ startMs, endMs, text }) => {
    const start = Math.round((startMs * FPS) / 1000);
    return { start, frames: Math.max(1, Math.round((endMs * FPS) / 1000) - start), text };
  });
}

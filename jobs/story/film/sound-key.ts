/** By which name a film's sound is kept: films that sound the same share it. Pure. */
import { clipHeard, sceneLengthMs } from './film-props';
import { musicOf, ownMusicOf } from './music/film-music';
import { musicBed } from './music/music-bed';
import type { PlanContext } from './plan';
import { isSpoken } from './scene-speech';
import type { Scene, Video } from './video';

/** To be raised whenever the same voices and music would be mixed, or the mix encoded, otherwise. */
const MIXER = 'mix-1';

/**
 * Storage key of the sound of a film as it stands; null while the length of a scene is not known.
 * @param music name of what is heard beneath the voices, where that is not what was chosen
 */
export function soundKeyOf(
  video: Video,
  context: PlanContext,
  music: string | null = chosenMusic(video, context),
): string | null {
  const scenes = video.scenes.map((scene) => ({
    voice: isSpoken(video.options, scene) ? scene.voiceHash : null,
    durationMs: sceneLengthMs(scene),
    clip: clipName(scene),
  }));
  if (scenes.length === 0 || scenes.some(({ durationMs }) => durationMs === null)) return null;
  const level = video.options.musicLevel;
  const hash = context.fingerprint({ kind: 'sound', mixer: MIXER, scenes, music, level });
  return `${video.id}/sound-${hash}.wav`;
}

/** Storage key of a film's sound as it is encoded. @param key of the sound itself */
export function encodedKeyOf(key: string): string {
  return key.replace(/\.wav$/u, '.m4a');
}

function clipName(scene: Scene) {
  const heard = clipHeard(scene);
  return heard && { file: scene.pictureHash, startMs: heard.startMs, place: heard.place };
}

/** Name of the author's file, or of the composed music; null for none. */
function chosenMusic(video: Video, context: PlanContext): string | null {
  const own = ownMusicOf(video);
  if (own) return own.hash;
  const mood = musicOf(video);
  return (mood && musicBed(video, mood, context)?.inputHash) ?? null;
}

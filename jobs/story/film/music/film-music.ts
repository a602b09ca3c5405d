/** Which music a film has. Pure. */
import type { Video } from '#jobs/story/film/video.ts';
import { MUSIC_MOODS, type MusicMood, type OwnMusic } from '#jobs/story/order/options.ts';

/** The author's own music, or null where the film has other music or none. */
export function ownMusicOf({ options }: Video): OwnMusic | null {
  return options.music === 'own' ? (options.ownMusic ?? null) : null;
}

/** Where the bytes of a video's own music are kept. */
export function ownMusicKey(videoId: string, { hash, kind }: OwnMusic): string {
  return `${videoId}/own-music-${hash}.${kind}`;
}

/** The mood of the music to be composed, or null where none is. */
export function musicOf(video: Video): MusicMood | null {
  const choice = video.options.music;
  if (choice === 'none' || choice === 'own') return null;
  return choice === 'auto' ? moodOf(video) : choice;
}

/** The story's own mood. */
export function moodOf({ mood: found }: Video): MusicMood {
  return MUSIC_MOODS.find((mood) => mood === found) ?? 'calm';
}

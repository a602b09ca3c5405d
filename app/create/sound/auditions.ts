/** What of the form's choices can be heard before it is chosen; see `tests/tools/auditions.ts`. */
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import { VOICES } from '#jobs/story/order/voices.ts';

const SILENT: ReadonlySet<string> = new Set(['auto', 'none', 'own']);

/** Where the sound of a voice lies; null for one that is not ours. */
export function voiceAudition(voice: string): string | null {
  return VOICES.some((name) => name === voice) ? `/auditions/voice-${voice}.mp3` : null;
}

/** Where the beginning of a mood's music lies; null for what is no mood. */
export function musicAudition(music: string): string | null {
  return music in OPTIONS.music.choices && !SILENT.has(music) ? `/auditions/music-${music}.mp3` : null;
}

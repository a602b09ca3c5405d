/** What of the form's choices can be heard before it is chosen. */
import { phrase } from '#app/language/phrase.ts';
import type { SoundSource } from '#app/shell/use-sound.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import { countWords, MIN_STORY_WORDS } from '#jobs/story/order/story-text.ts';
import { VOICES } from '#jobs/story/order/voices.ts';

const SILENT: ReadonlySet<string> = new Set(['auto', 'none', 'own']);

/** Where the sound of a voice of ours lies; null for another one. See `tests/tools/auditions.ts`. */
export function voiceAudition(voice: string): string | null {
  return VOICES.some((name) => name === voice) ? `/auditions/voice-${voice}.mp3` : null;
}

/** Where the beginning of a mood's music lies; null for what is no mood. */
export function musicAudition(music: string): string | null {
  return music in OPTIONS.music.choices && !SILENT.has(music) ? `/auditions/music-${music}.mp3` : null;
}

/**
 * A voice with the story's own first sentence, which is spoken when it is asked for; with one of ours where there is
 * hardly any story. Null for no voice.
 * @param language as on the form
 */
export function storyAudition(voice: string, story: string, language: string): SoundSource | null {
  if (voice === 'none') return null;
  const made = countWords(story) < MIN_STORY_WORDS ? voiceAudition(voice) : null;
  return made ?? (() => askForAudition({ voice, story: story.slice(0, LONGEST_SENT), language }));
}

/** The story's first sentence is in it, characters. */
const LONGEST_SENT = 2000;

/** @returns where the sound lies. @throws Error with what is wrong and what to do */
async function askForAudition(asked: { voice: string; story: string; language: string }): Promise<string> {
  const answer = await fetch('/api/audition', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  }).catch(() => {
    throw new Error(phrase('The server cannot be reached. Try again in a moment.'));
  });
  const told: unknown = await answer.json().catch(() => null);
  if (answer.ok && hasUrl(told)) return told.url;
  throw new Error(faultWords(told));
}

const hasUrl = (told: unknown): told is { url: string } =>
  typeof told === 'object' && told !== null && 'url' in told && typeof told.url === 'string';

function faultWords(told: unknown): string {
  const error = typeof told === 'object' && told !== null && 'error' in told ? told.error : null;
  if (typeof error !== 'object' || error === null || !('message' in error)) {
    return phrase('The voice cannot be heard now. Try again in a moment.');
  }
  return `${error.message} ${'hint' in error ? error.hint : ''}`.trim();
}

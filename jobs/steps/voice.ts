import type { Word } from '../../remotion/story-props';
import { decodeWav } from '../audio/wav';
import { StoryError } from '../domain/errors';
import type { Speaker, SpeechRequest } from '../providers/types';

/** Silence after the last word before the next scene begins, ms. */
const BREATH_MS = 350;
/** No scene is shorter than an eye needs for its picture, ms. */
const MIN_SCENE_MS = 2000;

export interface Voice {
  /** WAV, 48 kHz mono. */
  audio: Uint8Array;
  words: Word[];
  /** Length of the scene in the film, ms. */
  durationMs: number;
}

/**
 * Speaks a scene's narration and checks that the sound is whole and its words stand in order.
 * @throws StoryError `voice_unusable` (retryable) when the engine's answer is not fit for a film.
 */
export async function speakScene(
  speaker: Speaker,
  request: SpeechRequest,
  signal: AbortSignal,
): Promise<Voice> {
  const speech = await speaker.speak(request, signal);
  const sound = decodeWav(speech.audio);
  const soundMs = ((sound.channels[0]?.length ?? 0) / sound.sampleRate) * 1000;
  if (soundMs < 50) throw unusable('the sound is empty');
  const words = speech.words ?? [];
  if (words.length === 0) throw unusable('it has no word times');
  let last = 0;
  for (const word of words) {
    if (!(word.startMs >= last && word.endMs > word.startMs))
      throw unusable(`“${word.text}” is out of order`);
    last = word.startMs;
  }
  const spokenMs = Math.max(soundMs, words.at(-1)?.endMs ?? 0);
  return { audio: speech.audio, words, durationMs: Math.round(Math.max(MIN_SCENE_MS, spokenMs + BREATH_MS)) };
}

function unusable(why: string): StoryError {
  return new StoryError({
    code: 'voice_unusable',
    message: `The voice of a scene cannot be used: ${why}.`,
    hint: 'Try again, or choose another voice.',
    retryable: true,
  });
}

import type { Speaker, SpeechRequest } from '#jobs/ports/engines.ts';
import { decodeWav, durationMsOf, encodeWav } from '#jobs/sound/audio/wav.ts';
import { BREATH_MS, MIN_SCENE_MS } from '#jobs/story/budget/scene-lengths.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { readingTimes } from '#jobs/story/film/reading-times.ts';
import type { Speed } from '#jobs/story/order/options.ts';
import type { Word } from '#remotion/contract/story-props.ts';

export interface Voice {
  /** Mono WAV. */
  audio: Uint8Array;
  words: Word[];
  /** Length of the scene in the film, ms. */
  durationMs: number;
}

/**
 * Speaks a scene's narration and checks that there is sound.
 * @returns `words` null where the engine does not tell their times.
 * @throws StoryError `voice_unusable` (retryable) when there is none.
 */
export async function speakSound(
  speaker: Speaker,
  request: SpeechRequest,
  signal: AbortSignal,
): Promise<{ audio: Uint8Array; words: Word[] | null }> {
  const { audio, words } = await speaker.speak(request, signal);
  if (durationMsOf(decodeWav(audio)) < 50) throw unusable('the sound is empty');
  return { audio, words };
}

/**
 * A scene's voice of its sound and its words, whose order is checked.
 * @throws StoryError `voice_unusable` (retryable) when they are not fit for a film.
 */
export function voiceOf(audio: Uint8Array, words: Word[]): Voice {
  if (words.length === 0) throw unusable('it has no word times');
  let last = 0;
  for (const word of words) {
    if (!(word.startMs >= last && word.endMs > word.startMs))
      throw unusable(`“${word.text}” is out of order`);
    last = word.startMs;
  }
  const spokenMs = Math.max(durationMsOf(decodeWav(audio)), words.at(-1)?.endMs ?? 0);
  return { audio, words, durationMs: Math.round(Math.max(MIN_SCENE_MS, spokenMs + BREATH_MS)) };
}

/** Hz: silence needs no more. */
const SILENCE_RATE = 8000;

/**
 * Times a scene that nobody speaks: its words at reading speed, over silence, so that all that comes after
 * treats every scene alike. No engine is asked.
 */
export function readSilently(text: string, speed: Speed): Voice {
  const words = readingTimes(text, speed);
  const readMs = words.at(-1)?.endMs ?? 0;
  const durationMs = Math.round(Math.max(MIN_SCENE_MS, readMs + BREATH_MS));
  const silence = new Float32Array(Math.ceil((durationMs / 1000) * SILENCE_RATE));
  return { audio: encodeWav({ sampleRate: SILENCE_RATE, channels: [silence] }), words, durationMs };
}

function unusable(why: string): StoryError {
  return new StoryError({
    code: 'voice_unusable',
    message: `The voice of a scene cannot be used: ${why}.`,
    hint: 'Try again, or choose another voice.',
    retryable: true,
  });
}

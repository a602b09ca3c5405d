/** From espeak-ng's two readings of a text to speech with word times: all that takes time to compute. */

import type { Speech } from '#jobs/ports/engines.ts';
import { speechSpan } from '#jobs/sound/alignment/speech-span.ts';
import { orderWords } from '#jobs/sound/alignment/word-order.ts';
import { decodeWav, encodeWav } from '#jobs/sound/audio/wav.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { timeByLength, timeByRests } from './espeak-words';
import { finishSpeech, LEAD_IN_MS, SPEECH_SAMPLE_RATE } from './finish';

/** Two readings of one text as WAV. */
export interface EspeakReadings {
  natural: Uint8Array;
  /** With a rest after every word. */
  resting: Uint8Array;
  /** The caption words of the text. */
  words: readonly string[];
}

/** What espeak-ng leaves to be computed. */
export interface EspeakTasks {
  finishReadings: { request: EspeakReadings; result: Speech };
}

/**
 * The natural reading as RIFF/WAVE, 48 kHz, mono, 16 bit, at −16 LUFS as played centred, with a time for each
 * word. @throws StoryError `nothing_to_say` where it has no sound
 */
export function finishReadings({ natural, resting, words }: EspeakReadings): Speech {
  const told = monoSound(natural);
  if (told.samples.every((sample) => sample === 0)) throw nothingToSay();
  const span = speechSpan(told.samples, told.sampleRate);
  const times = timeByRests(told, monoSound(resting), words) ?? timeByLength(words, span);
  const samples = finishSpeech(told.samples, told.sampleRate, span);
  const durationMs = (samples.length / SPEECH_SAMPLE_RATE) * 1000;
  const moved = times.map((word) => ({
    text: word.text,
    startMs: word.startMs - span.startMs + LEAD_IN_MS,
    endMs: word.endMs - span.startMs + LEAD_IN_MS,
  }));
  return {
    audio: encodeWav({ sampleRate: SPEECH_SAMPLE_RATE, channels: [samples] }),
    durationMs,
    words: orderWords(moved, durationMs),
  };
}

function monoSound(wav: Uint8Array) {
  const { sampleRate, channels } = decodeWav(wav);
  return { sampleRate, samples: channels[0] ?? new Float32Array(0) };
}

function nothingToSay(): StoryError {
  return new StoryError({
    code: 'nothing_to_say',
    message: 'There is no word in this text that could be spoken.',
    hint: 'Write at least one word; punctuation and emoji alone have no sound.',
    retryable: false,
  });
}

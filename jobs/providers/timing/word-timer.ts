/** When each of the author's words is said in speech that comes without times. */

import type { Speech, TimingRequest, Transcriber } from '#jobs/ports/engines.ts';
import { breaksOffByReading, breaksOffByTranscript } from '#jobs/sound/alignment/broken-off.ts';
import { alignSounds, monoSound } from '#jobs/sound/alignment/sound-alignment.ts';
import { speechSpan } from '#jobs/sound/alignment/speech-span.ts';
import { spreadWords } from '#jobs/sound/alignment/syllables.ts';
import { timeByTranscript } from '#jobs/sound/alignment/transcript-timing.ts';
import { orderWords } from '#jobs/sound/alignment/word-order.ts';
import { type Fault, StoryError } from '#jobs/story/film/fault.ts';
import type { WordTiming } from '#jobs/story/film/word-timing.ts';
import type { Word } from '#remotion/contract/story-props.ts';

export type TimingMethod = Extract<WordTiming, 'transcription' | 'reference' | 'syllables'>;

export interface TimedWords {
  /** One entry for each caption word, in the author's characters. */
  words: Word[];
  method: TimingMethod;
  /** Whether the speech stops before its text does, as far as the method tells. */
  breaksOff: boolean;
  /** Why better methods were not used, best first. */
  passedOver: { method: TimingMethod; fault: Fault }[];
}

export interface WordTimerDependencies {
  /** A server that listens; null where there is none. */
  transcriber: Transcriber | null;
  /** Splits a text into the words that captions show. */
  captionWords: (text: string) => readonly string[];
  /** The built-in voice, which knows its own word times; null where there is none for the language. */
  referenceVoice: ((text: string, language: string, signal: AbortSignal) => Promise<Speech>) | null;
  /** `timeByReference`, on another thread where that is wanted. */
  alignToReference?: typeof alignSounds;
}

/** Fewer of the author's words recognised than this, and the transcription is of something else. */
const FEWEST_RECOGNISED = 0.6;
/** A reference of a much different length is not a reading of the same words. */
const LARGEST_STRETCH = 2.5;

/**
 * Finds word times by the best method that works: a transcription server's word times put onto the author's
 * words, the built-in aligner, or syllables. Only an abort makes it throw; a server's trouble is passed over,
 * for speech that was paid for is never lost to missing times.
 */
export async function timeWords(
  request: TimingRequest,
  dependencies: WordTimerDependencies,
  signal: AbortSignal,
): Promise<TimedWords> {
  const passedOver: TimedWords['passedOver'] = [];
  const written = dependencies.captionWords(request.text);
  const { transcriber } = dependencies;
  const methods: [TimingMethod, () => Promise<FoundTimes>][] = [
    ['reference', () => byReference(written, request, dependencies, signal)],
    ['syllables', async () => ({ words: bySyllables(written, request), breaksOff: false })],
  ];
  if (transcriber) {
    methods.unshift(['transcription', () => byTranscription(transcriber, written, request, signal)]);
  }
  for (const [method, find] of methods) {
    try {
      return { ...(await find()), method, passedOver };
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof StoryError) || method === 'syllables') throw error;
      passedOver.push({ method, fault: error.toFault() });
    }
  }
  throw new Error('No method of timing is left.');
}

type FoundTimes = Pick<TimedWords, 'words' | 'breaksOff'>;

async function byTranscription(
  transcriber: Transcriber,
  written: readonly string[],
  request: TimingRequest,
  signal: AbortSignal,
): Promise<FoundTimes> {
  const heard = await transcriber.hear(request, signal);
  const { words, recognised } = timeByTranscript(written, heard, request.durationMs);
  const breaksOff = breaksOffByTranscript(written, heard, request.durationMs);
  // Of one that breaks off there is less to be recognised.
  if (recognised < FEWEST_RECOGNISED && !breaksOff) {
    throw unsuited(`only ${Math.round(recognised * 100)}% of the words were recognised`);
  }
  return { words, breaksOff };
}

async function byReference(
  written: readonly string[],
  request: TimingRequest,
  { transcriber, referenceVoice, alignToReference = alignSounds }: WordTimerDependencies,
  signal: AbortSignal,
): Promise<FoundTimes> {
  if (!referenceVoice) throw unsuited('there is no built-in voice for this language');
  const reference = await referenceVoice(request.text, request.language, signal);
  if (!reference.words || reference.words.length !== written.length) {
    throw unsuited('the built-in voice reads other words');
  }
  const stretch = request.durationMs / reference.durationMs;
  if (stretch > LARGEST_STRETCH || stretch < 1 / LARGEST_STRETCH) {
    throw unsuited('the speech is of quite another length than the text');
  }
  const words = await alignToReference(request.audio, reference.audio, reference.words);
  // Who listens judges better, and has found something else to be wrong.
  const breaksOff = !transcriber && breaksOffByReading(words, reference.words, monoSound(request.audio));
  return { words, breaksOff };
}

function unsuited(why: string): StoryError {
  return new StoryError({
    code: 'timing_unsuited',
    message: `The times of words could not be found in this way: ${why}.`,
    hint: 'Nothing needs to be done: another way was used.',
    retryable: false,
  });
}

function bySyllables(written: readonly string[], { audio, durationMs }: TimingRequest): Word[] {
  const { samples, sampleRate } = monoSound(audio);
  const { startMs, endMs } = speechSpan(samples, sampleRate);
  return orderWords(spreadWords(written, startMs, endMs), durationMs);
}

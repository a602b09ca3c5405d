import { toFile } from 'openai';
import type { CallDependencies } from '#jobs/ports/calls/call.ts';
import { ProviderFault } from '#jobs/ports/calls/provider-fault.ts';
import type { Transcriber } from '#jobs/ports/engines.ts';
import { type Asked, notTheProtocol } from '#jobs/providers/openai/call/answer-faults.ts';
import { callByClient } from '#jobs/providers/openai/call/client-call.ts';
import { estimateTranscription } from '#jobs/providers/openai/prices/estimate.ts';
import { timesWords } from '#jobs/providers/openai/settings/catalogue.ts';
import type { ServerSettings } from '#jobs/providers/openai/settings/settings.ts';
import type { HeardWord } from '#jobs/sound/alignment/transcript-timing.ts';
import { transcriptionLanguage } from './language-code';

/** There is another way to find word times, so a server in trouble is not waited for long. */
const IMPATIENT = { maxAttempts: 3, deadlineMs: 60_000 };

/** Listens through `/audio/transcriptions`; see `transcribe` for its faults. */
export function openAiTranscriber(settings: ServerSettings, dependencies: CallDependencies): Transcriber {
  const bounded = { ...dependencies, policy: { ...IMPATIENT, ...dependencies.policy } };
  return {
    hear: (sound, signal) => transcribe(settings, sound, sound.language, bounded, signal),
  };
}

/** Sound as it is sent: WAV, 16 bit. */
export interface SpokenSound {
  audio: Uint8Array;
  durationMs: number;
}

/**
 * What is heard in a sound, with the time of each word, through `/audio/transcriptions`. Throws the faults of
 * every call, and `words_untimed` (not worth another try) when the model gives no word times.
 * @param language BCP 47 tag; told to the model where ISO 639-1 has a code for it
 */
export async function transcribe(
  settings: ServerSettings,
  { audio, durationMs }: SpokenSound,
  language: string,
  dependencies: CallDependencies,
  signal: AbortSignal,
): Promise<HeardWord[]> {
  const asked: Asked = { capability: 'transcribe', settings };
  if (!timesWords(settings.model)) throw untimed(asked);
  const code = transcriptionLanguage(language);
  return callByClient(
    {
      asked,
      purpose: 'transcription',
      input: `${durationMs} ms`,
      estimate: estimateTranscription({ ...settings, durationMs }),
      ask: async (client, options) => {
        const transcription = await client.audio.transcriptions.create(
          {
            model: settings.model,
            file: await toFile(audio, 'narration.wav', { type: 'audio/wav' }),
            response_format: 'verbose_json',
            timestamp_granularities: ['word'],
            ...(code !== null && { language: code }),
          },
          options,
        );
        return readWords(transcription, asked);
      },
      costOf: () => null,
    },
    dependencies,
    signal,
  );
}

function readWords(answer: unknown, asked: Asked): HeardWord[] {
  if (typeof answer !== 'object' || answer === null || !('text' in answer)) throw notTheProtocol(asked);
  if (!('words' in answer) || !Array.isArray(answer.words)) throw untimed(asked);
  return answer.words.filter(isTimedWord).map(({ word, start, end }) => ({
    text: word,
    startMs: start * 1000,
    endMs: end * 1000,
  }));
}

interface TimedWord {
  word: string;
  /** Seconds. */
  start: number;
  end: number;
}

function isTimedWord(value: unknown): value is TimedWord {
  if (typeof value !== 'object' || value === null) return false;
  const { word, start, end } = value as Partial<TimedWord>;
  return typeof word === 'string' && Number.isFinite(start) && Number.isFinite(end);
}

function untimed({ settings }: Asked): ProviderFault {
  return new ProviderFault({
    code: 'words_untimed',
    message: `The model “${settings.model}” does not tell when each word is said.`,
    hint: 'Set TRANSCRIBE_MODEL to one that gives word timestamps, such as whisper-1; without one the built-in aligner is used.',
    retryable: false,
  });
}

import type { ProviderIdentity, Speech, SpeechRequest } from '#jobs/ports/engines.ts';
import type { ServerSettings, SpeechSettings } from '#jobs/providers/openai/settings/settings.ts';
import {
  type TimedWords,
  timeWords,
  type WordTimerDependencies,
} from '#jobs/providers/openai/transcribe/word-timer.ts';
import { openAiSpeaker, type SpeakerDependencies } from './speaker';

/** Speech with word times and how they were found. */
export interface TimedSpeech extends Speech, Omit<TimedWords, 'words'> {}

export interface OpenAiTimedSpeaker {
  readonly identity: ProviderIdentity;
  speak(request: SpeechRequest, signal: AbortSignal): Promise<TimedSpeech>;
}

/**
 * A `Speaker` that gives word times at once. A crash between speech and times loses the speech; where that
 * matters, use `openAiSpeaker`, store its sound, and call `timeWords` on it.
 */
export function openAiTimedSpeaker(
  settings: SpeechSettings,
  transcription: ServerSettings | null,
  dependencies: SpeakerDependencies & WordTimerDependencies,
): OpenAiTimedSpeaker {
  const speaker = openAiSpeaker(settings, dependencies);
  return {
    identity: speaker.identity,
    speak: async (request, signal) => {
      const speech = await speaker.speak(request, signal);
      const { text, language } = request;
      const timed = await timeWords(
        transcription,
        { audio: speech.audio, durationMs: speech.durationMs, text, language },
        dependencies,
        signal,
      );
      return { ...speech, ...timed };
    },
  };
}

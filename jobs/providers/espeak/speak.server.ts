/** The machine's own espeak-ng as a voice: many languages, plain sound, no network. */
import { speechSpan } from '../../alignment/speech-span';
import { orderWords } from '../../alignment/word-order';
import { decodeWav, encodeWav } from '../../audio/wav';
import { captionWords } from '../../domain/caption-words';
import { StoryError } from '../../domain/errors';
import { languageName } from '../../domain/language-tag';
import type { ProviderIdentity, Speaker, Speech, SpeechRequest } from '../types';
import type { Espeak } from './espeak.server';
import { espeakLanguage } from './espeak-languages';
import { EspeakProcessError, runEspeak } from './espeak-process.server';
import { timeByLength, timeByRests } from './espeak-words';
import { finishSpeech, LEAD_IN_MS, SPEECH_SAMPLE_RATE } from './finish';
import { escapeMarkup, restingSsml } from './token-marks';

/** Words a minute, as espeak-ng counts them, at the voice's own pace. */
const PACE = 150;
const SLOWEST = 80;
const FASTEST = 400;

/** Raised when the treatment of the sound changes, so that narration is spoken anew. */
const VERSION = 1;

/** A speaker that runs espeak-ng. */
export function espeakSpeaker(espeak: Espeak): Speaker {
  return {
    identity: espeakIdentity(espeak),
    speak: (request, signal) => speakByEspeak(espeak, request, signal),
  };
}

/** What its speech is named after: another version may speak otherwise. */
export function espeakIdentity({ version }: Espeak): ProviderIdentity {
  return { name: 'espeak', model: `espeak-ng-${version}-${VERSION}` };
}

/**
 * Speaks a text in its language: RIFF/WAVE, 48 kHz, mono, 16 bit, at −16 LUFS as played centred, with a time
 * for each caption word.
 *
 * @throws StoryError `language_unsupported` for a language that espeak-ng does not read, `nothing_to_say` for
 *   a text without sound; `voice_failed`, worth another try, where the program fails
 */
export async function speakByEspeak(
  espeak: Espeak,
  { text, language, speed = 1 }: SpeechRequest,
  signal: AbortSignal,
): Promise<Speech> {
  const voice = espeakLanguage(language, espeak.languages);
  if (voice === null) throw languageUnsupported(language);
  const words = captionWords(text);
  const pace = Math.round(Math.max(SLOWEST, Math.min(FASTEST, PACE * speed)));
  const said = async (ssml: string) => {
    const args = ['-v', voice, '-s', String(pace), '-b', '1', '-m', '--stdin', '--stdout'];
    return monoSound(await runEspeak(espeak.program, args, { input: ssml, signal }));
  };
  try {
    const natural = await said(escapeMarkup(text));
    const span = speechSpan(natural.samples, natural.sampleRate);
    if (natural.samples.every((sample) => sample === 0)) throw nothingToSay();
    const resting = await said(restingSsml(words));
    const times = timeByRests(natural, resting, words) ?? timeByLength(words, span);
    const samples = finishSpeech(natural.samples, natural.sampleRate, span);
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
  } catch (error) {
    if (error instanceof EspeakProcessError) throw voiceFailed(error);
    throw error;
  }
}

function monoSound(wav: Uint8Array) {
  const { sampleRate, channels } = decodeWav(wav);
  return { sampleRate, samples: channels[0] ?? new Float32Array(0) };
}

function languageUnsupported(language: string): StoryError {
  return new StoryError({
    code: 'language_unsupported',
    message: `The system voice does not read ${languageName(language)}.`,
    hint: 'Choose “No voice” for captions and music alone, or connect a speech service.',
    retryable: false,
  });
}

function nothingToSay(): StoryError {
  return new StoryError({
    code: 'nothing_to_say',
    message: 'There is no word in this text that could be spoken.',
    hint: 'Write at least one word; punctuation and emoji alone have no sound.',
    retryable: false,
  });
}

function voiceFailed(cause: EspeakProcessError): StoryError {
  return new StoryError(
    {
      code: 'voice_failed',
      message: `The system voice could not speak: ${cause.message}.`,
      hint: 'Try again, or choose another voice.',
      retryable: true,
    },
    { cause },
  );
}

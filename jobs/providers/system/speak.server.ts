/** The machine's own espeak-ng as a voice: many languages, plain sound, no network. */

import type { Speaker, Speech, SpeechRequest } from '#jobs/ports/engines.ts';
import type { TaskRunner } from '#jobs/ports/task-runner.ts';
import { captionWords } from '#jobs/story/film/caption-words.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import type { ProviderIdentity } from '#jobs/story/film/provider-identity.ts';
import { languageName } from '#jobs/story/language/language-tag.ts';
import type { Espeak } from './espeak.server';
import { espeakLanguage } from './espeak-languages';
import type { EspeakTasks } from './finish-readings';
import { ProgramError, runProgram } from './system-program.server';
import { escapeMarkup, restingSsml } from './token-marks';

/** Words a minute, as espeak-ng counts them, at the voice's own pace. */
const PACE = 150;
const SLOWEST = 80;
const FASTEST = 400;

/** How it sounds where it speaks in place of our own voices, so that they stay told apart. */
const VARIANTS: Readonly<Record<string, string>> = { slt: '+f3', awb: '+m4' };

/** Raised when the treatment of the sound changes, so that narration is spoken anew. */
const VERSION = 1;

/** A speaker that runs espeak-ng, and has what it says finished elsewhere. */
export function espeakSpeaker(espeak: Espeak, tasks: TaskRunner<EspeakTasks>): Speaker {
  return {
    identity: espeakIdentity(espeak),
    speak: (request, signal) => speakByEspeak(espeak, tasks, request, signal),
  };
}

/** What its speech is named after: another version may speak otherwise. */
function espeakIdentity({ version }: Espeak): ProviderIdentity {
  return { name: 'espeak', model: `espeak-ng-${version}-${VERSION}` };
}

/**
 * Speaks a text in its language: RIFF/WAVE, 48 kHz, mono, 16 bit, at −16 LUFS as played centred, with a time
 * for each caption word.
 *
 * @throws StoryError `language_unsupported` for a language that espeak-ng does not read, `nothing_to_say` for
 *   a text without sound; `voice_failed`, worth another try, where the program fails
 */
async function speakByEspeak(
  espeak: Espeak,
  tasks: TaskRunner<EspeakTasks>,
  { text, language, voice: sounds, speed = 1 }: SpeechRequest,
  signal: AbortSignal,
): Promise<Speech> {
  const voice = espeakLanguage(language, espeak.languages);
  if (voice === null) throw languageUnsupported(language);
  const words = captionWords(text);
  const pace = Math.round(Math.max(SLOWEST, Math.min(FASTEST, PACE * speed)));
  const said = (ssml: string) => {
    const args = [
      '-v',
      `${voice}${VARIANTS[sounds] ?? ''}`,
      '-s',
      String(pace),
      '-b',
      '1',
      '-m',
      '--stdin',
      '--stdout',
    ];
    return runProgram(espeak.program, args, { input: ssml, signal });
  };
  try {
    const natural = await said(escapeMarkup(text));
    const resting = await said(restingSsml(words));
    return await tasks.run('finishReadings', { natural, resting, words }, signal);
  } catch (error) {
    if (error instanceof ProgramError) throw voiceFailed(error);
    throw error;
  }
}

function languageUnsupported(language: string): StoryError {
  return new StoryError({
    code: 'language_unsupported',
    message: `The system voice does not read ${languageName(language)}.`,
    hint: 'Choose “No voice” for captions and music alone, or connect a speech service.',
    retryable: false,
  });
}

function voiceFailed(cause: ProgramError): StoryError {
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

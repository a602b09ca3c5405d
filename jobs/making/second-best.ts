/** What takes the place of what a server will not give: whatever this machine has of its own. */
import { ANSWERS_UNUSABLE } from '#jobs/ledger/losses.ts';
import {
  isRefusal,
  MODEL_UNKNOWN,
  OTHER_PROTOCOL,
  REQUEST_REJECTED,
} from '#jobs/ports/calls/provider-fault.ts';
import type { Providers, Speaker } from '#jobs/ports/engines.ts';
import { type Fault, StoryError } from '#jobs/story/film/fault.ts';
import { LOCAL_VOICE_GONE } from '#jobs/story/order/voice/local-voices.ts';

const OUT_OF_REACH: ReadonlySet<string> = new Set([
  ...[ANSWERS_UNUSABLE, MODEL_UNKNOWN, LOCAL_VOICE_GONE],
  ...[REQUEST_REJECTED, OTHER_PROTOCOL],
]);

/**
 * Whether asking again comes to nothing: it was refused, the model is gone, answers were of no use, or the server does
 * not take the request or speaks no such protocol.
 */
export function isOutOfReach(error: unknown): error is StoryError {
  if (isRefusal(error)) return true;
  return error instanceof StoryError && OUT_OF_REACH.has(error.code);
}

/**
 * The same engines, with this machine's own voice for the service's and for installed ones.
 * @param language BCP 47 tag of what is to be spoken
 * @returns null where it has none that speaks the language
 */
export function spokenHere(engines: Providers, language: string): Providers | null {
  const { ownSpeech = engines.speech, systemSpeech, countedBy: _countedBy, ...others } = engines;
  const own = /^en(-|$)/i.test(language) ? ownSpeech : systemSpeech;
  if (!own) return null;
  const speaker = takingAnyVoice(own);
  return { ...others, ...(systemSpeech && { systemSpeech }), speech: speaker, localSpeech: speaker };
}

/** It is not asked for the service's voices, but takes no offence at them. */
const takingAnyVoice = (speaker: Speaker): Speaker => ({ ...speaker, identityIn: () => speaker.identity });

/** Why a scene is spoken by another voice than was chosen. */
export function spokenHereFault({ message }: Fault): Fault {
  return {
    code: 'voice_spoken_here',
    message: `A voice of this machine speaks this scene in place of the chosen one. ${message}`,
    hint: 'Press Fix to ask for the chosen voice again, or choose another one.',
    retryable: false,
  };
}

/** Why a scene with a voice asks for attention all the same. */
export const BREAKS_OFF: Fault = {
  code: 'voice_breaks_off',
  message:
    'The voice of this scene seems to stop before its last words, also when it was asked for once more.',
  hint: 'Listen to it. Press Fix to ask for it again, or change its words.',
  retryable: false,
};

/** Why a script was made by the built-in storyteller. */
export function cutHereFault({ message }: Fault): Fault {
  return {
    code: 'script_cut_here',
    message: `The built-in studio cut this story into scenes in place of the script model. ${message}`,
    hint: 'Nothing needs to be done: the words are the author’s own.',
    retryable: false,
  };
}

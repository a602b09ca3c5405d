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
import { type StandIns, voiceName } from '#jobs/story/film/speakers/stand-ins.ts';
import { LOCAL_VOICE_GONE, LOCAL_VOICE_UNABLE } from '#jobs/story/order/voice/local-voices.ts';
import { VOICE_NOT_OFFERED, VOICE_UNAVAILABLE } from '#jobs/story/order/voice/voice-faults.ts';

const OUT_OF_REACH: ReadonlySet<string> = new Set([
  ...[ANSWERS_UNUSABLE, MODEL_UNKNOWN, REQUEST_REJECTED, OTHER_PROTOCOL],
  ...[VOICE_NOT_OFFERED, VOICE_UNAVAILABLE, LOCAL_VOICE_GONE, LOCAL_VOICE_UNABLE],
]);

/**
 * Whether asking again comes to nothing: it was refused, model or voice are gone, answers were of no use, or the server
 * does not take the request or speaks no such protocol.
 */
export function isOutOfReach(error: unknown): error is StoryError {
  if (isRefusal(error)) return true;
  return error instanceof StoryError && OUT_OF_REACH.has(error.code);
}

/**
 * The same engines, with this machine's own voices for the service's, for installed ones and for a system voice that is
 * gone.
 * @param language BCP 47 tag of what is to be spoken
 * @param cast who stands in for whom
 * @returns null where it has none that speaks the language
 */
export function spokenHere(engines: Providers, language: string, cast: StandIns): Providers | null {
  const { ownSpeech = engines.speech, systemSpeech, countedBy: _countedBy, ...others } = engines;
  const own = /^en(-|$)/i.test(language) ? ownSpeech : systemSpeech;
  if (!own) return null;
  const speech = standingIn(own, cast);
  return { ...others, systemSpeech: systemSpeech ?? speech, speech, localSpeech: speech };
}

/** It is not asked for the service's voices, but takes no offence at them. */
function standingIn(speaker: Speaker, cast: StandIns): Speaker {
  return {
    ...speaker,
    identityIn: () => speaker.identity,
    speak: (request, signal) =>
      speaker.speak({ ...request, voice: cast.get(voiceName(request)) ?? request.voice }, signal),
  };
}

/**
 * Why a scene is spoken by another voice than was chosen.
 * @param voices how many voices speak the scene
 */
export function spokenHereFault({ message }: Fault, voices: number): Fault {
  const what =
    voices > 1
      ? `${voices} voices of this machine speak this scene in place of the chosen ones, so that its speakers are told apart.`
      : 'A voice of this machine speaks this scene in place of the chosen one.';
  return {
    code: 'voice_spoken_here',
    message: `${what} ${message}`,
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

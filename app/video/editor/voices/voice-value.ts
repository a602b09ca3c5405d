/** A voice as a list of voices names it, and back. Pure. */

import type { SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import { chooseVoice } from '#jobs/story/order/speech-service.ts';
import type { SceneVoice } from '#jobs/story/order/voice/speaker-voice.ts';

/** Empty for the film's own voice. */
export function voiceNameOf(voice: SceneVoice | null): string {
  return voice === null ? '' : (voice.localVoice ?? voice.serviceVoice ?? voice.voice);
}

/** What a name of the list stands for; null for the film's own voice, and for one that is not there. */
export function voiceFrom(name: string, speech: SpeechAbilities): SceneVoice | null {
  if (name === '') return null;
  const named = chooseVoice(name, speech);
  if (!named.ok) return null;
  const { voice, ...further } = named.chosen;
  return voice ? { voice, ...further } : null;
}

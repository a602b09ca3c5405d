/** A voice as a list of voices names it, and back. Pure. */
import type { SceneVoice } from '#jobs/story/film/scene-content.ts';
import type { SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import { chooseVoice } from '#jobs/story/order/speech-service.ts';

/** Empty for the film's own voice. */
export function voiceNameOf(voice: SceneVoice | null): string {
  return voice === null ? '' : (voice.serviceVoice ?? voice.voice);
}

/** What a name of the list stands for; null for the film's own voice, and for one that is not there. */
export function voiceFrom(name: string, { service }: SpeechAbilities): SceneVoice | null {
  if (name === '') return null;
  const named = chooseVoice(name, service);
  if (!named.ok) return null;
  const { voice, serviceVoice } = named.chosen;
  if (!voice) return null;
  return { voice, ...(serviceVoice && { serviceVoice }) };
}

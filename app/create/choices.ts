/** The options' choices as the form offers them. Pure. */

import { spokenLength } from '#app/shell/length-words.ts';
import type { SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import { type ChoiceOption, type SecondsOption, valuesOf } from '#jobs/story/order/option.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import type { PictureService } from '#jobs/story/order/picture-service.ts';
import { VOICE_DESCRIPTIONS, VOICES, type VoiceChoice } from '#jobs/story/order/voices.ts';

export interface Choice<Value extends string = string> {
  value: Value;
  label: string;
  note: string;
}

/** An option's choices in their order. */
export function choicesOf(option: ChoiceOption<string, string | null> | SecondsOption): Choice[] {
  if (option.kind === 'seconds') {
    return option.choices.map((seconds) => ({
      value: String(seconds),
      label: spokenLength(seconds * 1000),
      note: '',
    }));
  }
  return Object.entries(option.choices).map(([value, [label, note]]) => ({ value, label, note }));
}

/** The voices that there are here, the service's usual one first; it speaks in place of the built-in ones. */
export function voiceChoices({ espeakLanguages, localVoices, service }: SpeechAbilities): Choice[] {
  const isOffered = (voice: VoiceChoice) =>
    voice === 'espeak' ? espeakLanguages.length > 0 : !service || !VOICES.some((name) => name === voice);
  const ours = valuesOf(OPTIONS.voice)
    .filter(isOffered)
    .map((value): Choice => {
      const { label, description } = VOICE_DESCRIPTIONS[value];
      return { value, label, note: service ? '' : description };
    });
  const local = localVoices.map(({ name, label, note }) => ({
    value: name,
    label,
    note: service ? '' : note,
  }));
  return [...serviceVoices(service), ...local, ...ours];
}

function serviceVoices(service: SpeechAbilities['service']): Choice[] {
  if (!service) return [];
  const { voices, usualVoice } = service;
  return [usualVoice, ...voices.filter((voice) => voice !== usualVoice)].map((value) => ({
    value,
    label: voiceName(value),
    note: '',
  }));
}

/** A plain word as a name; anything else, such as `af_heart`, as the service spells it. */
function voiceName(voice: string): string {
  return /^[a-z]+$/.test(voice) ? `${voice.charAt(0).toUpperCase()}${voice.slice(1)}` : voice;
}

/** Which of them stands for what the form holds: a built-in voice for the service's usual one. */
export function shownVoice(chosen: string, speech: SpeechAbilities): string {
  const choices = voiceChoices(speech);
  return choices.some(({ value }) => value === chosen) ? chosen : (choices[0]?.value ?? chosen);
}

/** The qualities that may be chosen, from the plainest. */
export function qualityChoices({ qualities }: PictureService): Choice[] {
  return choicesOf(OPTIONS.quality).filter(({ value }) => qualities.some((quality) => quality === value));
}

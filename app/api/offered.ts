/** What can be chosen here, as the API answers it. Pure. */
import type { z } from 'zod';
import { choicesOf, voiceChoices } from '#app/create/choices.ts';
import { type Connected, isOffered } from '#app/create/offers.ts';
import type { SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import type { Option } from '#jobs/story/order/option.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import { chooseVoice } from '#jobs/story/order/speech-service.ts';
import { USUAL_VOICE, VOICES } from '#jobs/story/order/voices.ts';
import type { optionsAnswerSchema, voicesSchema } from './schemas/house-schemas';

export function voicesAnswer(speech: SpeechAbilities): z.infer<typeof voicesSchema> {
  const voices = voiceChoices(speech).flatMap(({ value, label, note }) => {
    const found = chooseVoice(value, speech);
    if (!found.ok) return [];
    const chosen = { voice: USUAL_VOICE, ...found.chosen };
    return [{ name: value, label, note, languages: languagesOf(value, speech), chosen }];
  });
  return { voices };
}

/** Primary languages that a voice reads; null where nobody says. */
function languagesOf(name: string, { espeakLanguages, localVoices }: SpeechAbilities): string[] | null {
  if (VOICES.some((voice) => voice === name)) return ['en'];
  if (name === 'espeak') return [...espeakLanguages];
  const languages = localVoices.find((voice) => voice.name === name)?.languages ?? [];
  return languages.length > 0 ? [...languages] : null;
}

export function optionsAnswer(connected: Connected): z.infer<typeof optionsAnswerSchema> {
  const entries = Object.entries(OPTIONS) as [string, Option][];
  return {
    options: entries.map(([name, option]) => ({
      ...{ name, kind: option.kind, legend: option.legend, help: option.help },
      usual: option.kind === 'choice' || option.kind === 'language' ? option.usual : null,
      choices: option.kind === 'choice' || option.kind === 'seconds' ? wordedChoices(option) : null,
      least: option.kind === 'count' ? option.least : null,
      most: option.kind === 'count' || option.kind === 'words' ? option.most : null,
      // What the form does not show may be asked for all the same.
      isAvailable: option.offer === 'on-request' || isOffered(option.offer, connected),
    })),
  };
}

function wordedChoices(option: Extract<Option, { kind: 'choice' | 'seconds' }>) {
  const isCounted = option.kind === 'seconds';
  return choicesOf(option).map(({ value, label, note }) => ({
    ...{ label, note },
    value: isCounted ? Number(value) : value,
  }));
}

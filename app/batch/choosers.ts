/** Which options can be chosen for all stories of a batch. Pure. */
import { choicesOf, qualityChoices, voiceChoices } from '#app/create/choices.ts';
import { type Connected, isOffered } from '#app/create/offers.ts';
import { OPTIONS, type OptionName } from '#jobs/story/order/option-registry.ts';
import type { Chooser } from './OptionsForAll';

/** A file of one's own comes with one story; whether films wait is asked by itself. */
const LEFT_OUT: Partial<Record<OptionName, readonly string[]>> = { music: ['own'] };

/** Those with named values, as far as they are offered here. */
export function batchChoosers(connected: Connected): Chooser[] {
  return (Object.keys(OPTIONS) as OptionName[]).flatMap((name): Chooser[] => {
    const option = OPTIONS[name];
    if (option.kind !== 'choice' || name === 'review' || !isOffered(option.offer, connected)) return [];
    const choices = choicesHere(name, connected)
      .filter(({ value }) => !LEFT_OUT[name]?.includes(value))
      .map(({ value, label }) => ({ value, label }));
    return [{ name, legend: option.legend, choices }];
  });
}

function choicesHere(name: OptionName, { speech, pictures }: Connected) {
  if (name === 'voice') return voiceChoices(speech);
  if (name === 'quality' && pictures) return qualityChoices(pictures);
  const option = OPTIONS[name];
  return option.kind === 'choice' ? choicesOf(option) : [];
}

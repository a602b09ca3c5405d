/** Short names that the house has for things, which pages tell: of options, voices, deeds, categories. Pure. */
import { DEEDS } from '#jobs/accounts/deeds.ts';
import type { Option } from '#jobs/story/order/option.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';
import { VOICE_DESCRIPTIONS } from '#jobs/story/order/voices.ts';
import { CATEGORIES } from '#jobs/story/publishing/publishing-choices.ts';
import { workerState } from '#jobs/work/crew/worker-words.ts';

export function houseLabels(): string[] {
  const options: readonly Option[] = Object.values(OPTIONS);
  return [
    ...options.flatMap(({ legend, noun }) => [legend, noun]),
    ...options.flatMap((option) => (option.kind === 'choice' ? Object.values(option.choices).flat() : [])),
    ...Object.values(VOICE_DESCRIPTIONS).flatMap(({ label, description }) => [label, description]),
    ...SAMPLE_STORIES.map(({ mood }) => mood),
    ...Object.values(DEEDS),
    ...Object.values(CATEGORIES),
    workerState({ inHand: 0, isDraining: false, trouble: null }),
  ].filter((text) => /\p{L}{2}/u.test(text));
}

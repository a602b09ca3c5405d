/** What the story's language says of its voice. Heavy, with words of thirty languages: see `use-story-speech`. Pure. */
import { detectLanguage } from '#jobs/story/language/language.ts';
import { checkSpeech, type SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import type { DraftIssue } from '#jobs/story/order/draft.ts';
import { valueNamed } from '#jobs/story/order/option.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';

/** The language's tag. */
export const foundLanguage = detectLanguage;

/** What is wrong with the voice for this story. */
export function speechIssue(
  story: string,
  chosen: { voice: string; language: string },
  speech: SpeechAbilities,
): DraftIssue | null {
  const voice = valueNamed(OPTIONS.voice, chosen.voice);
  if (voice === null) return null;
  const issue = checkSpeech(story, { voice, language: chosen.language }, speech);
  return issue && { field: 'voice', ...issue };
}

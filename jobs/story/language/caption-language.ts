/** The language of a film's captions, where it is not that of its voice. Pure. */
import type { VideoOptions } from '#jobs/story/order/options.ts';
import { storyLanguage } from './language';
import { languageName } from './language-tag';

interface Told {
  story: string;
  options: Pick<VideoOptions, 'language' | 'captionLanguage'>;
}

/** Into which language captions are translated, as a BCP 47 tag; null where they show what is said. */
export function translatedInto({ story, options }: Told): string | null {
  const { captionLanguage } = options;
  if (captionLanguage === 'auto') return null;
  return isReadAlike(captionLanguage, storyLanguage({ story, options })) ? null : captionLanguage;
}

/** The language that captions are in. */
export function captionLanguageOf(told: Told): string {
  return translatedInto(told) ?? storyLanguage(told);
}

/** Whether who reads one reads the other: the same language in the same script, of whatever country. */
function isReadAlike(one: string, other: string): boolean {
  const [first, second] = [new Intl.Locale(one).maximize(), new Intl.Locale(other).maximize()];
  return first.language === second.language && first.script === second.script;
}

/** Why captions cannot be had in that language here, or null; the same form as the issues of a draft. */
export function checkCaptions(
  told: Told,
  canTranslate: boolean,
): { code: string; message: string; hint: string } | null {
  const language = translatedInto(told);
  if (language === null || canTranslate) return null;
  return {
    code: 'captions_not_translatable',
    message: `Captions in ${languageName(language)} have to be translated, and no writing model is connected that could.`,
    hint: 'Leave captions in the language of the story, or connect a script server; the settings page says how.',
  };
}

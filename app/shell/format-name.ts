import type { Words } from '#app/language/page-words.ts';
import type { FilmFormat } from '#jobs/story/formats/film-format.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import { languageWords } from './language-words';

/** What a format is called: `Wide, Spanish captions in files alone`. */
export function formatName({ format, burnIn, captionLanguage }: FilmFormat, words: Words): string {
  const { t, told } = words;
  const shape = told(OPTIONS.format.choices[format][0]);
  const isOff = burnIn === 'off';
  if (captionLanguage === 'auto') return isOff ? t('{{shape}}, captions in files alone', { shape }) : shape;
  const language = languageWords(captionLanguage, words);
  return isOff
    ? t('{{shape}}, {{language}} captions in files alone', { shape, language })
    : t('{{shape}}, {{language}} captions', { shape, language });
}

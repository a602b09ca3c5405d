import type { FilmFormat } from '#jobs/story/formats/film-format.ts';
import { languageName } from '#jobs/story/language/language-tag.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';

/** What a format is called: `Wide, Spanish captions in files alone`. */
export function formatName({ format, burnIn, captionLanguage }: FilmFormat): string {
  const [shape] = OPTIONS.format.choices[format];
  const isOff = burnIn === 'off';
  const inFiles = OPTIONS.burnIn.choices.off[0].toLowerCase();
  if (captionLanguage === 'auto') return isOff ? `${shape}, captions ${inFiles}` : shape;
  return `${shape}, ${languageName(captionLanguage)} captions${isOff ? ` ${inFiles}` : ''}`;
}

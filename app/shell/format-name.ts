import type { FilmFormat } from '#jobs/story/formats/film-format.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';

/** What a format is called: `Wide, captions in files alone`. */
export function formatName({ format, burnIn }: FilmFormat): string {
  const [shape] = OPTIONS.format.choices[format];
  return burnIn === 'off' ? `${shape}, captions ${OPTIONS.burnIn.choices.off[0].toLowerCase()}` : shape;
}

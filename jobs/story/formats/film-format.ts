/** The formats of one story: in what the videos of one order differ. Pure, without zod, for the form as well. */
import type { OptionName } from '#jobs/story/order/option-registry.ts';
import type { VideoOptions } from '#jobs/story/order/options.ts';

/** The options in which they may differ; all others are the same. */
export const FORMAT_OPTIONS = [
  'format',
  'burnIn',
  'captionLanguage',
] as const satisfies readonly OptionName[];
type FormatOption = (typeof FORMAT_OPTIONS)[number];

export type FilmFormat = Pick<VideoOptions, FormatOption>;

/** How many an order may name beside its own. */
export const MOST_FORMATS = 4;

/** In which format a film with these options is. */
export function formatOf({ format, burnIn, captionLanguage }: FilmFormat): FilmFormat {
  return { format, burnIn, captionLanguage };
}

export function isSameFormat(one: FilmFormat, other: FilmFormat): boolean {
  return FORMAT_OPTIONS.every((name) => one[name] === other[name]);
}

/** What a format shares with the one from which it takes over. */
export interface SharedParts {
  /** Place of that one among all formats, the leading one first. */
  ahead: number;
  /** Whether pictures are shared too: they are painted for one shape. */
  pictures: boolean;
  /** Whether captions are translated, and whether for this one first; null where they show what is said. */
  translation: 'own' | 'shared' | null;
}

/**
 * What each further format shares, and with which one: script and voices are the same in all. Pictures come from the
 * nearest one before it of the same shape.
 * @param formats the leading one first
 */
export function sharedParts(formats: readonly FilmFormat[]): SharedParts[] {
  return formats.slice(1).map(({ format, captionLanguage }, at) => {
    const before = formats.slice(0, at + 1);
    const alike = before.findLastIndex((one) => one.format === format);
    const isThere = before.some((one) => one.captionLanguage === captionLanguage);
    return {
      ahead: Math.max(0, alike),
      pictures: alike >= 0,
      translation: captionLanguage === 'auto' ? null : isThere ? 'shared' : 'own',
    };
  });
}

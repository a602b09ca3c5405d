/** The formats of one story: in what the videos of one order differ. Pure, without zod, for the form as well. */
import type { OptionName } from '#jobs/story/order/option-registry.ts';
import type { VideoOptions } from '#jobs/story/order/options.ts';

/** The options in which they may differ; all others are the same. */
export const FORMAT_OPTIONS = ['format', 'burnIn'] as const satisfies readonly OptionName[];
type FormatOption = (typeof FORMAT_OPTIONS)[number];

export type FilmFormat = Pick<VideoOptions, FormatOption>;

/** How many an order may name beside its own. */
export const MOST_FORMATS = 4;

/** In which format a film with these options is. */
export function formatOf({ format, burnIn }: FilmFormat): FilmFormat {
  return { format, burnIn };
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
}

/**
 * What each further format shares, and with which one: script and voices are the same in all. Pictures come from the
 * nearest one before it of the same shape.
 * @param formats the leading one first
 */
export function sharedParts(formats: readonly FilmFormat[]): SharedParts[] {
  return formats.slice(1).map(({ format }, at) => {
    const alike = formats.slice(0, at + 1).findLastIndex((before) => before.format === format);
    return { ahead: Math.max(0, alike), pictures: alike >= 0 };
  });
}

/** How long platforms count a text to be, and texts cut to a length. Pure. */

/**
 * `utf16` counts as JavaScript does: most emoji are two and families of them more. `bytes` are those of UTF-8.
 * `weighted` is X's count: letters of most alphabets are one, ideographs and emoji two, and an address 23.
 */
export const LENGTH_UNITS = ['utf16', 'bytes', 'weighted'] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

/** Code points that X counts as one (version 3 of the configuration of twitter-text). */
const LIGHT: readonly [from: number, to: number][] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];
const ADDRESS_LENGTH = 23;
const ADDRESS = /https?:\/\/[^\s]+/giu;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How long a text is, as a platform counts it. */
export function lengthAs(unit: LengthUnit, text: string): number {
  if (unit === 'utf16') return text.length;
  if (unit === 'bytes') return new TextEncoder().encode(text).length;
  return weightedLength(text);
}

function weightedLength(text: string): number {
  let total = 0;
  const rest = text.normalize('NFC').replace(ADDRESS, () => {
    total += ADDRESS_LENGTH;
    return '';
  });
  for (const { segment } of GRAPHEMES.segment(rest)) {
    // A family or a flag is one emoji, however many code points it is made of.
    total += EMOJI.test(segment) ? 2 : [...segment].reduce((sum, letter) => sum + weightOf(letter), 0);
  }
  return total;
}

function weightOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  return LIGHT.some(([from, to]) => code >= from && code <= to) ? 1 : 2;
}

const ELLIPSIS = '…';
/** A cut goes back to the end of a word where that leaves so much of the text. */
const LEFT = 0.6;

/**
 * The text, or as much of its beginning as there is room for, with an ellipsis: never a part of a letter or an emoji,
 * and whole words where they are parted by spaces.
 */
export function cutTo(text: string, most: number, unit: LengthUnit): string {
  if (lengthAs(unit, text) <= most) return text;
  const room = most - lengthAs(unit, ELLIPSIS);
  let kept = '';
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (lengthAs(unit, kept + segment) > room) break;
    kept += segment;
  }
  if (kept === '') return '';
  const isWithinWord = /[^\s]/u.test(text.charAt(kept.length));
  const lastSpace = kept.search(/\s\S*$/u);
  const whole = isWithinWord && lastSpace >= kept.length * LEFT ? kept.slice(0, lastSpace) : kept;
  return `${whole.replace(/[\s,;:،、，–—-]+$/u, '')}${ELLIPSIS}`;
}

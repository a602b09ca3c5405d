/** Numbers on their way to their value, written as the author writes them. Pure. */

/** The digits of a written number, with what separates them. */
const DIGITS = /\d(?:[\d.,\u00a0\u202f\u2009 ’']*\d)?/u;

/** A number as it is written, taken apart. */
interface Written {
  before: string;
  after: string;
  /** Between thousands; empty for none. */
  group: string;
  /** Before decimals; empty for none. */
  point: string;
  decimals: number;
}

/**
 * A written number at a part of its value: `$1,200` at 0.5 is `$600`. Grouping, decimals, and all that stands around
 * the digits stay as they are; a text without digits stays whole.
 * @param amount of the way from `from` to `value`, 0 to 1
 */
export function countedText(
  shown: string,
  { from = 0, value }: { from?: number; value: number },
  amount: number,
): string {
  const written = takeApart(shown);
  if (!written || amount >= 1) return shown;
  const scale = writtenNumber(shown) / value || 1;
  const now = (from + (value - from) * amount) * scale;
  return `${written.before}${formatted(now, written)}${written.after}`;
}

/** Sides of a score such as `3–1`; null for what is none. */
export function scoreOf(shown: string): [string, string] | null {
  const found = /^\s*(\d{1,3})\s*[-–:]\s*(\d{1,3})\s*$/u.exec(shown);
  return found ? [found[1] as string, found[2] as string] : null;
}

/** Whether a number is a year, which rolls on rather than counting up from nothing. */
export function isYear(shown: string, value: number): boolean {
  return /^\D*\d{4}\D*$/u.test(shown) && value >= 1000 && value <= 2200 && !/[$€£¥₹%]/u.test(shown);
}

/** A percentage of up to a hundred as a share of 1; null for other numbers. */
export function shareOf(shown: string, value: number): number | null {
  return /%|percent|per cent|Prozent|por ciento|pour cent/iu.test(shown) && value >= 0 && value <= 100
    ? value / 100
    : null;
}

function takeApart(shown: string): Written | null {
  const found = DIGITS.exec(shown);
  if (!found) return null;
  const digits = found[0];
  const point = /[.,](?=\d{1,2}$)/u.exec(digits);
  const isDecimal = point !== null && !/^\d{1,3}([.,])\d{3}/u.test(digits.slice(point.index - 1));
  const whole = isDecimal && point ? digits.slice(0, point.index) : digits;
  return {
    before: shown.slice(0, found.index),
    after: shown.slice(found.index + digits.length),
    group: /\d([^\d])\d/u.exec(whole)?.[1] ?? '',
    point: isDecimal && point ? point[0] : '',
    decimals: isDecimal && point ? digits.length - point.index - 1 : 0,
  };
}

/** The number that a text's digits say, whatever stands around them: of “1.2 million” 1.2. NaN for no digits. */
export function writtenNumber(shown: string): number {
  const written = takeApart(shown);
  const digits = DIGITS.exec(shown)?.[0] ?? '';
  if (!written) return Number.NaN;
  const plain = written.group === '' ? digits : digits.split(written.group).join('');
  return Number(written.point === '' ? plain.replace(/\D/gu, '') : plain.replace(written.point, '.'));
}

function formatted(value: number, { group, point, decimals }: Written): string {
  const [whole = '0', rest = ''] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = group === '' ? whole : whole.replace(/\B(?=(\d{3})+(?!\d))/gu, group);
  return decimals > 0 ? `${grouped}${point}${rest}` : grouped;
}

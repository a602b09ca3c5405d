/** Forms made of a number and something else: hyphenated words, spans of days and hours, sums, grades, files. */
import { SHORT_DAYS, SHORT_MONTHS } from './calendar';
import { spellOut } from './letters';
import { sayNumber } from './number-rules';
import { cardinal, decade, decimal, digitByDigit, year } from './numbers';
import { group, type SpeakingRule } from './token-context';
import { unitAfter } from './units';

/** In a span of days or months, “Sat” and “Sun” and “May” are what they look like. */
const DAYS: Readonly<Record<string, string>> = {
  ...SHORT_DAYS,
  sat: 'saturday',
  sun: 'sunday',
  ...SHORT_MONTHS,
  may: 'may',
};
/** A short form with its capital, alone but for a full stop. */
const SHORT_FORM = new RegExp(
  String.raw`^(?:${Object.keys({ ...SHORT_DAYS, ...SHORT_MONTHS })
    .map((short) => short.charAt(0).toUpperCase() + short.slice(1))
    .join('|')})\.?$`,
  'u',
);
const OPERATORS: Readonly<Record<string, string>> = {
  '+': 'plus',
  '-': 'minus',
  '−': 'minus',
  '*': 'times',
  '×': 'times',
  '÷': 'divided by',
  '/': 'divided by',
  '=': 'equals',
};
/** After these, three digits are said in pairs or one by one. */
const ROADS = /^(?:highway|route|interstate|flight|room|suite|area|studio|gate)$/iu;
const TYPES = /^(?:boeing|airbus|dial|dialed|dialled|call|called|code)$/iu;

export const COMPOUND_RULES: SpeakingRule[] = [
  {
    // "Mon–Fri", "Jan-Mar"
    pattern: /^(\p{Lu}\p{Ll}{2,4})\.?[-–—](\p{Lu}\p{Ll}{2,4})\.?$/u,
    say: (match) => {
      const [from, to] = [1, 2].map((index) => DAYS[group(match, index).toLowerCase()]);
      return from && to ? `${from} to ${to}` : null;
    },
  },
  {
    // "Fri 13th", "Feb 3"
    pattern: SHORT_FORM,
    say: ([written], { next }) =>
      written.endsWith('.') || /^\d/u.test(next ?? '')
        ? (DAYS[written.toLowerCase().replace('.', '')] ?? null)
        : null,
  },
  {
    // "2+2=4"
    pattern: /^\d[\d.]*(?:[-+−*×÷/]\d[\d.]*)+=\d[\d.]*$/u,
    say: ([sum]) =>
      (sum.match(/\d[\d.]*|[^\d.]/gu) ?? []).map((part) => OPERATORS[part] ?? decimal(part)).join(' '),
  },
  {
    pattern: /^(\p{L})([²³])$/u,
    say: (match, { previous }) =>
      /\d$/u.test(previous ?? '')
        ? null
        : `${group(match, 1)} ${group(match, 2) === '²' ? 'squared' : 'cubed'}`,
  },
  {
    // "3.5k", "1M", "20K"; a small number with a capital K is a size, as in "4K"
    pattern: /^(\d+(?:\.\d+)?)([kKM])$/u,
    say: ([, number = '', scale]) => {
      if (scale === 'K' && /^\d$/u.test(number)) return null;
      return `${decimal(number)} ${scale === 'M' ? 'million' : 'thousand'}`;
    },
  },
  {
    // "5G", "3D", "4K"
    pattern: /^(\d+)([DGKPXx])$/u,
    say: (match) => `${cardinal(group(match, 1))} ${spellOut(group(match, 2))}`,
  },
  {
    // "$4/lb", "60/min"
    pattern: /^([$€£]?\d[\d.,]*)\/(\p{L}+)$/u,
    say: (match, context) => {
      const amount = sayNumber(group(match, 1), { ...context, previous: null, next: null });
      return amount && `${amount} per ${unitAfter('1', group(match, 2)) ?? group(match, 2)}`;
    },
  },
  {
    // "0800" hours
    pattern: /^0(\d)00$/u,
    say: (match) => `oh ${cardinal(group(match, 1))} hundred`,
  },
  {
    // "221B"
    pattern: /^(\d)(\d\d)(\p{Lu})$/u,
    say: (match) => `${inPairs(group(match, 1), group(match, 2))} ${spellOut(group(match, 3))}`,
  },
  {
    // "Highway 101", "Boeing 747"
    pattern: /^(\d)(\d\d)$/u,
    say: ([number, hundreds = '', rest = ''], { previous, next }) => {
      if (/^\d{3}-\d{4}$/u.test(next ?? '')) return `${digitByDigit(number)} ,`;
      if (TYPES.test(previous ?? '')) return digitByDigit(number);
      return ROADS.test(previous ?? '') ? inPairs(hundreds, rest) : null;
    },
  },
  {
    // "mid-1990s", "post-1945"
    pattern: /^(mid|pre|post|early|late)[-–](.+)$/iu,
    say: (match) => {
      const time = group(match, 2);
      const said = /^\d{3}0s$/u.test(time)
        ? decade(time.slice(0, 4))
        : /^\d{4}$/u.test(time)
          ? year(time)
          : null;
      return said && `${group(match, 1)} ${said}`;
    },
  },
  {
    // "19th-century", "3.5-inch", "1,000-mile"
    pattern: /^([$€£]?[\d½⅓⅔¼¾][\d.,/½⅓⅔¼¾]*(?:st|nd|rd|th|%)?)[-–](\p{L}[\p{L}'-]*)$/u,
    say: (match, context) => {
      const number = sayNumber(group(match, 1), { ...context, previous: null, next: null });
      return number && `${number} ${group(match, 2).replaceAll('-', ' ')}`;
    },
  },
  {
    pattern: /^(he|she|his|him|her|s)\/(he|she|his|hers?|him|they)$/iu,
    say: ([, one, other]) => `${one} or ${other}`,
  },
  { pattern: /^b\/c$/iu, say: () => 'because' },
  {
    pattern: /^([\p{L}\d_-]+)\.(pdf|txt|jpe?g|png|gif|mp3|mp4|docx?|xlsx?|zip|exe|html?|csv)$/iu,
    say: (match) => `${group(match, 1).replaceAll(/[_-]/gu, ' ')} dot ${spellOut(group(match, 2))}`,
  },
];

/** "101" → "one oh one", "370" → "three seventy", "200" → "two hundred". */
function inPairs(hundreds: string, rest: string): string {
  if (rest === '00') return `${cardinal(hundreds)} hundred`;
  const tail = rest.startsWith('0') ? `oh ${cardinal(rest.slice(1))}` : cardinal(rest);
  return `${cardinal(hundreds)} ${tail}`;
}

/** How written numbers are read: plain ones, money, measures, ranges and the forms around them. */
import { MONTH_NAMES, MONTHS } from './calendar';
import { cardinal, decade, decimal, digitByDigit, fraction, ordinal, year } from './numbers';
import { applyRules, group, type SpeakingRule, type TokenContext } from './token-context';
import { CURRENCIES, MONEY_SCALES, SCALE_WORDS, unitAfter } from './units';

const COUNTED =
  /^(?:people|persons|men|women|children|soldiers|years|days|hours|minutes|seconds|miles|meters|metres|feet|steps|times|words|pages|dollars|euros|pounds|stars|points|degrees|calories|km|m|ft|kg|kcal)$/iu;
const NUMBERED = /^(?:number|no|page|room|flight|apartment|box|code|model)$/iu;
const LONGEST_YEAR = 2099;
const EARLIEST_YEAR = 1010;
/** Before these a number like 3/14 is a day. */
const DATED = /^(?:on|by|until|since|before|after|from|and)$/iu;
/** Groups of three digits. */
const GROUPED = /^\d{1,3}(?:,\d{3})+$/u;

const VULGAR_FRACTIONS: Record<string, [string, string]> = {
  '½': ['1', '2'],
  '⅓': ['1', '3'],
  '⅔': ['2', '3'],
  '¼': ['1', '4'],
  '¾': ['3', '4'],
  '⅕': ['1', '5'],
  '⅛': ['1', '8'],
  '⅜': ['3', '8'],
  '⅝': ['5', '8'],
  '⅞': ['7', '8'],
};

export const NUMBER_RULES: SpeakingRule[] = [
  {
    pattern: /^([-−+~]?)([$€£¥₹₽₩₿])(\d[\d,]*)(?:\.(\d+))?([kmbt]n?)?([+]?)$/iu,
    say: (match, { next }) => {
      const amount = sayMoney(group(match, 2), group(match, 3), group(match, 4), group(match, 5), next);
      return [saySign(group(match, 1)), amount, group(match, 6) && 'plus'].filter(Boolean).join(' ');
    },
  },
  {
    pattern: /^(\d[\d,]*)(?:\.(\d+))?([kmbt]n?)?([$€£¥₹₽₩₿])$/iu,
    say: (match, { next }) =>
      sayMoney(group(match, 4), group(match, 1), group(match, 2), group(match, 3), next),
  },
  {
    // A range or a score; telephone numbers are told apart by their groups of digits.
    pattern: /^([$€£]?)(\d[\d,.]*)([-–—−])([$€£]?)(\d[\d,.]*)(\D*)$/u,
    say: (match, context) => sayRange(match, context),
  },
  // Full stops between groups of three, as German and Spanish set them.
  { pattern: /^\d{1,3}(?:\.\d{3}){2,}$/u, say: ([written]) => cardinal(written.replaceAll('.', '')) },
  {
    pattern: /^\+?\d{1,4}(?:[-–.]\d{2,4}){2,}$/u,
    say: ([written]) => written.split(/\D+/u).filter(Boolean).map(digitByDigit).join(' , '),
  },
  { pattern: /^['’]?(\d0)s$/u, say: (match) => decade(group(match, 1)) },
  { pattern: /^(\d{3}0)['’]?s$/u, say: (match) => decade(group(match, 1)) },
  { pattern: /^(\d[\d,]*)(?:st|nd|rd|th)$/iu, say: (match) => ordinal(group(match, 1)) },
  {
    pattern: /^(\d*)([½⅓⅔¼¾⅕⅛⅜⅝⅞])(\D*)$/u,
    say: (match) => {
      const [numerator, denominator] = VULGAR_FRACTIONS[group(match, 2)] ?? ['1', '2'];
      const part = fraction(numerator, denominator);
      const whole = group(match, 1);
      const number = whole ? `${cardinal(whole)} and ${part.replace(/^one /u, 'a ')}` : part;
      return withUnit(number, whole || '1', group(match, 3));
    },
  },
  {
    pattern: /^(\d{1,3})[/⁄](\d{1,3})$/u,
    say: (match, { previous }) => {
      const [, above = '', below = ''] = match;
      if (`${above}/${below}` === '9/11') return 'nine eleven';
      const month = MONTH_NAMES[Number(above) - 1];
      const isDay = month && Number(below) <= 31 && (below.length === 2 || Number(above) > Number(below));
      if (isDay && DATED.test(previous ?? '')) return `${month} ${ordinal(below)}`;
      if (/^\d+$/u.test(previous ?? '') && Number(above) < Number(below)) {
        return `and ${fraction(above, below).replace(/^one /u, 'a ')}`;
      }
      const isFraction = Number(below) >= 2 && Number(below) <= 20 && Number(above) < Number(below);
      return isFraction ? fraction(above, below) : `${cardinal(above)} ${cardinal(below)}`;
    },
  },
  {
    pattern: /^(\d+)[x×](\d+)$/iu,
    say: (match) => `${cardinal(group(match, 1))} by ${cardinal(group(match, 2))}`,
  },
  {
    pattern: /^#(\d[\d,]*)$/u,
    say: (match) => `number ${cardinal(group(match, 1))}`,
  },
  {
    // Feet and inches.
    pattern: /^(\d+)['’′](?:(\d+)["”″]?)?$/u,
    say: (match) => {
      const feet = `${cardinal(group(match, 1))} ${group(match, 1) === '1' ? 'foot' : 'feet'}`;
      return group(match, 2) ? `${feet} ${cardinal(group(match, 2))}` : feet;
    },
  },
  {
    pattern: /^(\d+(?:\.\d+){2,})$/u,
    say: ([written]) => written.split('.').map(cardinal).join(' point '),
  },
  {
    pattern: /^([-−+~±]?)(\d[\d,]*)?(?:\.(\d+))?([°%‰¢]?\p{L}*(?:\/\p{L})?[²³]?)?([+]?)$/u,
    say: (match, context) => sayPlain(match, context),
  },
];

function saySign(sign: string): string {
  return { '-': 'minus', '−': 'minus', '+': 'plus', '~': 'about', '±': 'plus or minus' }[sign] ?? '';
}

/** `next` is "million" in "$5 million": the currency is then said after it. */
function sayMoney(symbol: string, whole: string, part: string, scale: string, next: string | null): string {
  const currency = CURRENCIES[symbol];
  const [, euros = '', hundredths = ''] = /^(\d+),(\d\d)$/u.exec(whole) ?? [];
  if (euros && part === '') return sayMoney(symbol, euros, hundredths, scale, next);
  const amount = whole.replaceAll(',', '');
  const scaled = MONEY_SCALES[scale.toLowerCase()];
  if (!currency) return cardinal(amount);
  if (scaled) return `${decimal(part ? `${amount}.${part}` : amount)} ${scaled} ${currency.many}`;
  if (isScaleWord(next)) return decimal(part ? `${amount}.${part}` : amount);
  const front = `${cardinal(amount)} ${Number(amount) === 1 ? currency.one : currency.many}`;
  if (part === '' || Number(part) === 0) return front;
  if (part.length !== 2 || !currency.cent) return `${decimal(`${amount}.${part}`)} ${currency.many}`;
  const cents = `${cardinal(String(Number(part)))} ${Number(part) === 1 ? currency.cent.one : currency.cent.many}`;
  return Number(amount) === 0 ? cents : `${front} and ${cents}`;
}

function sayRange(match: RegExpMatchArray, context: TokenContext): string | null {
  const [, money = '', from = '', dash = '', moneyAgain = '', to = '', unit = ''] = match;
  const isTelephone = dash === '-' && /^\d{3}$/u.test(from) && /^\d{4}$/u.test(to);
  if (isTelephone) return `${digitByDigit(from)} , ${digitByDigit(to)}`;
  const end = sayNumber(`${moneyAgain || money}${to}${unit}`, { ...context, previous: null });
  if (end === null) return null;
  const start = sayNumber(moneyAgain ? `${money}${from}` : from, { ...context, next: null });
  return start === null ? null : `${start} to ${end}`;
}

/** What a written number is read as, or null when it is none. */
export function sayNumber(written: string, context: TokenContext): string | null {
  return applyRules(NUMBER_RULES, written, context);
}

function sayPlain(match: RegExpMatchArray, context: TokenContext): string | null {
  const [, sign = '', whole = '', part = '', unit = '', plus = ''] = match;
  if (whole === '' && part === '') return null;
  // “4,5” is four and a half where the comma parts decimals, as it does in much of the world.
  if (part === '' && /^\d+,\d+$/u.test(whole) && !GROUPED.test(whole)) {
    return sayPlain([match[0], sign, ...whole.split(','), unit, plus], context);
  }
  const isBare = part === '' && sign === '' && unit === '';
  const number = isBare ? sayWhole(whole, context) : decimal(part ? `${whole}.${part}` : whole);
  const measured = withUnit(number, part ? `${whole}.${part}` : whole, unit);
  if (measured === null) return null;
  return [saySign(sign), measured, plus && 'plus'].filter(Boolean).join(' ');
}

function withUnit(number: string, written: string, symbol: string): string | null {
  if (symbol === '') return number;
  const unit = unitAfter(written, symbol);
  return unit === null ? null : `${number} ${unit}`;
}

function sayWhole(written: string, { previous, next }: TokenContext): string {
  const value = Number(written.replaceAll(',', ''));
  if (written.length > 1 && written.startsWith('0')) return digitByDigit(written);
  if (isMonth(previous) && value >= 1 && value <= 31) return ordinal(written);
  if (isMonth(next) && value >= 1 && value <= 31) {
    return previous?.toLowerCase() === 'the' ? `${ordinal(written)} of` : `the ${ordinal(written)} of`;
  }
  const looksLikeYear = /^\d{4}$/u.test(written) && value >= EARLIEST_YEAR && value <= LONGEST_YEAR;
  if (looksLikeYear && !COUNTED.test(next ?? '') && !NUMBERED.test(previous ?? '')) return year(written);
  return cardinal(written);
}

function isMonth(word: string | null): boolean {
  return word !== null && /^\p{Lu}/u.test(word) && MONTHS.has(word.replace('.', '').toLowerCase());
}

/** Whether a token multiplies the number before it, as "million" does. */
export function isScaleWord(word: string | null): boolean {
  return word !== null && SCALE_WORDS.has(word.toLowerCase());
}

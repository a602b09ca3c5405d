/** Numbers in words, as American English says them. */

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: [bigint, string][] = [
  [10n ** 15n, 'quadrillion'],
  [10n ** 12n, 'trillion'],
  [10n ** 9n, 'billion'],
  [10n ** 6n, 'million'],
  [1000n, 'thousand'],
];
const LARGEST_DIGITS = 18;
const IRREGULAR_ORDINALS: Record<string, string> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** `"1,204"` → "one thousand two hundred four". Longer than 18 digits is read digit by digit. */
export function cardinal(written: string): string {
  const plain = written.replaceAll(',', '');
  if (plain.length > LARGEST_DIGITS) return digitByDigit(plain);
  return integerWords(BigInt(plain));
}

/** `"21"` → "twenty first". */
export function ordinal(written: string): string {
  const words = cardinal(written).split(' ');
  const last = words.pop() ?? '';
  return [...words, ordinalWord(last)].join(' ');
}

/** The plural of a number's word: "ten" → "tens", "sixty" → "sixties". */
function pluralNumber(words: string): string {
  if (words.endsWith('y')) return `${words.slice(0, -1)}ies`;
  return words.endsWith('x') ? `${words}es` : `${words}s`;
}

/** `"3.14"` → "three point one four"; `".5"` → "zero point five". */
export function decimal(written: string): string {
  const [whole = '', fraction = ''] = written.split('.');
  const front = cardinal(whole === '' ? '0' : whole);
  return fraction === '' ? front : `${front} point ${digitByDigit(fraction)}`;
}

/** A four-digit year as said aloud: 1987 → "nineteen eighty seven", 1905 → "nineteen oh five". */
export function year(written: string): string {
  const value = Number(written);
  const century = Math.floor(value / 100);
  const rest = value % 100;
  if (value % 1000 < 10) return cardinal(written);
  if (rest === 0) return `${cardinal(String(century))} hundred`;
  const tail = rest < 10 ? `oh ${cardinal(String(rest))}` : cardinal(String(rest));
  return `${cardinal(String(century))} ${tail}`;
}

/** `"1990"` → "nineteen nineties", `"90"` → "nineties". */
export function decade(written: string): string {
  return pluralNumber(written.length === 4 ? year(written) : cardinal(written));
}

/** `"007"` → "zero zero seven". */
export function digitByDigit(digits: string): string {
  return [...digits].map((digit) => ONES[Number(digit)] ?? '').join(' ');
}

/** A simple fraction: 1/2 → "one half", 3/4 → "three quarters". */
export function fraction(numerator: string, denominator: string): string {
  const count = cardinal(numerator);
  const isOne = Number(numerator) === 1;
  if (denominator === '2') return isOne ? 'one half' : `${count} halves`;
  const part = denominator === '4' ? 'quarter' : ordinal(denominator);
  return `${count} ${isOne ? part : `${part}s`}`;
}

function integerWords(value: bigint): string {
  if (value < 20n) return ONES[Number(value)] ?? '';
  if (value < 100n) {
    const rest = value % 10n;
    const ten = TENS[Number(value / 10n)] ?? '';
    return rest === 0n ? ten : `${ten} ${ONES[Number(rest)]}`;
  }
  if (value < 1000n) return withRest(`${integerWords(value / 100n)} hundred`, value % 100n);
  for (const [scale, name] of SCALES) {
    if (value >= scale) return withRest(`${integerWords(value / scale)} ${name}`, value % scale);
  }
  return '';
}

function withRest(front: string, rest: bigint): string {
  return rest === 0n ? front : `${front} ${integerWords(rest)}`;
}

function ordinalWord(word: string): string {
  const irregular = IRREGULAR_ORDINALS[word];
  if (irregular) return irregular;
  return word.endsWith('y') ? `${word.slice(0, -1)}ieth` : `${word}th`;
}

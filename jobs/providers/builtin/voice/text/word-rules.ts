/** How written forms that are no numbers are read: short forms, initials, addresses, capitals, Roman numerals. */
import { AMBIGUOUS_DOTTED, DOTTED, PHRASES, TITLES, UNDOTTED } from './abbreviations';
import { isSpelled, romanValue, spellOut } from './letters';
import { cardinal, ordinal } from './numbers';
import { group, type SpeakingRule, type TokenContext } from './token-context';
import { looseUnitAfter } from './units';

const NUMBER = /^[-−+~$€£]?[\d,.]*\d$/u;
/** Words that a Roman numeral counts, where it does not number a ruler. */
const COUNTED_PARTS =
  /^(?:chapter|part|book|act|scene|volume|war|type|phase|stage|section|episode|level|class|bowl|apollo)$/iu;
/** A place's name begins with "Saint" when a name follows and no name comes before. */
const STREET_BEFORE = /^\p{Lu}\p{Ll}+$|^\d+(?:st|nd|rd|th)$/u;

const LONE_SYMBOLS: Record<string, string> = {
  '&': 'and',
  '+': 'plus',
  '=': 'equals',
  '@': 'at',
  '%': 'percent',
  '#': 'number',
  '×': 'times',
  '÷': 'divided by',
};

export const WORD_RULES: SpeakingRule[] = [
  { pattern: /^[&+=@%#×÷]$/u, say: ([symbol]) => LONE_SYMBOLS[symbol] ?? null },
  {
    pattern:
      /^(?:https?:\/\/)?(?:[\p{L}\d-]+\.)+(?:com|org|net|edu|gov|io|co|dev|info|uk|de|fr|es)(?:\/\S*)?$/iu,
    say: ([address]) => sayAddress(address),
  },
  { pattern: /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/u, say: ([address]) => sayAddress(address) },
  { pattern: /^@(?=\p{L})(.+)$/u, say: (match) => `at ${sayParts(group(match, 1))}` },
  { pattern: /^#(?=\p{L})(.+)$/u, say: (match) => `hashtag ${sayParts(group(match, 1))}` },
  { pattern: /^(\p{L}+)\.?$/u, say: (match, context) => sayShortForm(match, context) },
  { pattern: /^w\/o?$/iu, say: ([written]) => UNDOTTED[written.toLowerCase()] ?? null },
  {
    pattern: /^(?:\p{L}\.){2,}\p{L}?(?:'s)?$/u,
    say: ([written]) => {
      const key = written.replace(/'s$/u, '').replaceAll('.', '').toLowerCase();
      return PHRASES[key] ?? spellOut(key);
    },
  },
  { pattern: /^ph\.?d\.?$/iu, say: () => PHRASES.phd ?? null },
  { pattern: /^(\p{Lu})\.$/u, say: (match) => spellOut(group(match, 1)) },
  { pattern: /^[IVXLC]+(?:'s)?$/u, say: ([written], context) => sayRoman(written, context) },
  {
    pattern: /^(\p{Lu}{2,})('?s)?$/u,
    say: (match, { isLoud }) => {
      if (!isSpelled(group(match, 1), isLoud)) return null;
      const letters = spellOut(group(match, 1));
      return group(match, 2) ? `${letters}'s` : letters;
    },
  },
  {
    pattern: /^[°%\p{L}][\p{L}/]*[²³23]?$/u,
    say: ([symbol], { previous }) =>
      previous !== null && NUMBER.test(previous) ? looseUnitAfter(previous, symbol) : null,
  },
];

function sayShortForm([written, bare = '']: RegExpMatchArray, context: TokenContext): string | null {
  const key = bare.toLowerCase();
  const hasStop = written.endsWith('.');
  const { previous, next } = context;
  const title = TITLES[key];
  if (title && /^\p{Lu}/u.test(bare) && (hasStop || /^\p{Lu}/u.test(next ?? ''))) return title;
  if (key === 'st' && /^S[tT]$/u.test(bare)) {
    const isSaint = /^\p{Lu}/u.test(next ?? '') && !STREET_BEFORE.test(previous ?? '');
    return isSaint ? 'saint' : 'street';
  }
  if (/^[ap]m$/iu.test(key) && NUMBER.test((previous ?? '').replace(':', ''))) return PHRASES[key] ?? null;
  if (/^(?:AD|CE)$/u.test(bare) && (NUMBER.test(previous ?? '') || NUMBER.test(next ?? ''))) {
    return PHRASES[key] ?? null;
  }
  if (!hasStop) return UNDOTTED[key] ?? null;
  const form = DOTTED[key];
  if (!form) return null;
  if (AMBIGUOUS_DOTTED.has(key) && !/^(?:[\d#]|\p{Lu})/u.test(next ?? '')) return null;
  // "No." before a name is an answer; before a digit it is a number.
  if ((key === 'no' || key === 'nos') && !/^\d/u.test(next ?? '')) return null;
  return form;
}

function sayRoman(written: string, { previous, isLoud }: TokenContext): string | null {
  const numeral = written.replace(/'s$/u, '');
  const value = romanValue(numeral);
  if (value === null || previous === null || isLoud) return null;
  const ending = written.endsWith("'s") ? "'s" : '';
  if (COUNTED_PARTS.test(previous)) return cardinal(String(value)) + ending;
  const followsName = /^\p{Lu}\p{Ll}+$/u.test(previous);
  const couldBeRuler = numeral.length > 1 || numeral === 'V' || numeral === 'X';
  return followsName && couldBeRuler ? `the ${ordinal(String(value))}${ending}` : null;
}

function sayAddress(address: string): string {
  return address
    .replace(/^https?:\/\//iu, '')
    .replace(/\/$/u, '')
    .replace(/^www\./iu, 'w w w dot ')
    .replaceAll('@', ' at ')
    .replaceAll('.', ' dot ')
    .replaceAll('/', ' slash ')
    .replaceAll(/[-_+]/gu, ' ')
    .toLowerCase();
}

/** "MagicForest_7" → "magic forest 7". */
function sayParts(name: string): string {
  return name.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').replaceAll(/[_.-]/gu, ' ');
}

/** How written forms that are no numbers are read: short forms, initials, addresses, capitals, Roman numerals. */
import { DOTTED, isShortForm, PHRASES, TITLES, UNDOTTED } from './abbreviations';
import { isSpelled, spellOut } from './letters';
import { sayRoman } from './roman-rules';
import { group, type SpeakingRule, type TokenContext } from './token-context';
import { looseUnitAfter, unitAfter } from './units';

const NUMBER = /^[-−+~$€£]?[\d,.]*\d\.?$/u;
/** A place's name begins with "Saint" when a name follows and no name comes before. */
const STREET_BEFORE = /^\p{Lu}\p{Ll}+$|^\d+(?:st|nd|rd|th)$/u;

/** Places that are called after saints. */
const PLACES = /^(?:Mount|Lake|Port|Fort|Cape|Bay|Saint|Near|In|At|To|From|The|Old|Dear|And|Of)$/u;

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
  {
    pattern: /^([°%\p{L}][\p{L}/]*[²³23]?)\.?$/u,
    say: ([written, symbol = ''], { previous }) => {
      if (previous === null || !NUMBER.test(previous)) return null;
      return written === 'in.' ? unitAfter(previous, 'in') : looseUnitAfter(previous, symbol);
    },
  },
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
];

function sayShortForm([written, bare = '']: RegExpMatchArray, context: TokenContext): string | null {
  const key = bare.toLowerCase();
  const hasStop = written.endsWith('.');
  const { previous, next } = context;
  const title = TITLES[key];
  if (key === 'dr' && isRoad(context)) return 'drive';
  if (title && /^\p{Lu}/u.test(bare) && (hasStop || /^\p{Lu}/u.test(next ?? ''))) return title;
  if (key === 'st' && /^S[tT]$/u.test(bare)) {
    const isStreet =
      !/^\p{Lu}/u.test(next ?? '') || (hasStreetBefore(context) && !PLACES.test(previous ?? ''));
    return isStreet ? 'street' : 'saint';
  }
  if (/^[ap]m$/iu.test(key) && NUMBER.test((previous ?? '').replace(':', ''))) return PHRASES[key] ?? null;
  if (/^(?:AD|CE)$/u.test(bare) && (NUMBER.test(previous ?? '') || NUMBER.test(next ?? ''))) {
    return PHRASES[key] ?? null;
  }
  if (bare === 'No' && /^\d+\.?$/u.test(next ?? '')) return DOTTED.no ?? null;
  if (!hasStop) return UNDOTTED[key] ?? null;
  const form = DOTTED[key];
  if (!form) return null;
  if (!isShortForm(bare, next ?? '')) return null;
  return form;
}

/** “Maple Dr.” is a drive unless a name follows; “the Dr.” is not. */
function isRoad(context: TokenContext): boolean {
  return hasStreetBefore(context) && !/^\p{Lu}\p{Ll}+$/u.test(context.next ?? '');
}

function hasStreetBefore({ previous, isAfterMark }: TokenContext): boolean {
  return !isAfterMark && STREET_BEFORE.test(previous ?? '');
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

/** Last step from written forms to words that the synthesiser reads rightly: lower case a–z and apostrophes. */
import { greekLetterName, plainLatin } from './latin';
import { isSpelled, spellOut } from './letters';
import { cardinal, digitByDigit } from './numbers';

/** Sounds written without vowels, or in a way that would be read as letters. Keys have no repeated letters. */
const SOUNDS: Record<string, string> = {
  hm: 'hum',
  m: 'hum',
  sh: 'shush',
  pst: 'pist',
  br: 'burr',
  gr: 'gurr',
  z: 'zuz',
  pft: 'pift',
  tsk: 'tisk',
  ah: 'ah',
  argh: 'arg',
  ha: 'ha',
};

const CLIPPED: Record<string, string> = {
  "'n'": 'and',
  n: 'and',
  em: 'them',
  cause: 'because',
  til: 'until',
};
/** Numbers longer than this inside a name are read digit by digit. */
const LONGEST_PART = 4;

/**
 * Words for a written form that no rule took: accents are made plain, hyphens and slashes part words, letters
 * and digits are read apart, capitals that spell are spelled, drawn-out letters shortened. Empty when
 * nothing in it can be read, as with a script that is not Latin.
 */
export function plainWords(written: string, isLoud: boolean): string[] {
  const greek = greekLetterName(written);
  if (greek) return [greek];
  const clipped = /^'(n'|n|em|cause|til)$/iu.exec(written)?.[1];
  if (clipped) return [CLIPPED[clipped.replace("'", '').toLowerCase()] ?? clipped];
  const parts = plainLatin(written)
    .replace(/in'$/iu, 'ing')
    .split(/[^A-Za-z0-9'&+]+/u)
    .flatMap((part) => part.match(/[A-Za-z](?:[A-Za-z']*[A-Za-z])?|\d+|[&+]/gu) ?? []);
  return parts.flatMap((part) => readPart(part, isLoud, parts.length > 1));
}

const SIGNS: Record<string, string> = { '&': 'and', '+': 'plus' };

/** `isCompound` when the part stands beside others, as in "A4" or "AT&T": one or two capitals are then letters. */
function readPart(part: string, isLoud: boolean, isCompound: boolean): string[] {
  const sign = SIGNS[part];
  if (sign) return [sign];
  if (/^\d/u.test(part)) {
    const said = part.startsWith('0') || part.length > LONGEST_PART ? digitByDigit(part) : cardinal(part);
    return said.split(' ');
  }
  const isLetters = isCompound && !isLoud && /^[A-Z]{1,2}$/u.test(part) && part !== 'I';
  if (isLetters || isSpelled(part, isLoud)) return spellOut(part).split(' ');
  const written = part.toLowerCase();
  const sound = SOUNDS[written.replaceAll(/(.)\1+/gu, '$1')];
  if (sound && written.length > 1 && !/[eiou]/u.test(written)) return [sound];
  const word = shorten(written);
  return word.length > 1 && !/[aeiouy]/u.test(word) ? spellOut(word).split(' ') : [word];
}

/** "Sooooo" → "so", "hellooo" → "hello": three or more of a letter in a row are one that is drawn out. */
function shorten(word: string): string {
  return word.replaceAll(/([a-z])\1{2,}/gu, '$1');
}

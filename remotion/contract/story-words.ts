/**
 * What a caption's word is in scripts that put no space between words, and how words join to a line.
 *
 * Words come from `Intl.Segmenter` (Unicode Standard Annex #29, with the ICU's dictionaries for Thai,
 * Chinese and Japanese). No character of the author's is lost or added: joined, the words are the text, but
 * for its white space.
 */
import type { Word } from './story-props';

/** Letters of scripts without spaces between words, their marks and East Asian signs. */
const UNSPACED =
  /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script_Extensions=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;
/** What a word is made of besides its punctuation. */
const SOUNDED = /[\p{L}\p{N}\p{M}]/u;
const OPENING = /^[\p{Ps}\p{Pi}「『（［【〈《]+$/u;

/** Japanese endings and particles lean on the word before them; so do a few Chinese syllables. */
const LEANING_KANA = /^[\p{Script=Hiragana}ー]{1,3}$/u;
const LEANING_HAN = /^[的了着過过们們吗嗎呢吧啊呀]$/u;
/** What a number counts, as in “3月”. */
const COUNTER = /^\p{Ideographic}{1,2}$/u;
/** Most letters of a word that takes a leaning one in. */
const LONGEST_JAPANESE = 6;

/** Whether a text is in a script without spaces between words, wholly or in part. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/**
 * What stands between two words of a line: a space, or nothing where the first brings its own or where
 * either is in a script without spaces.
 */
export function wordJoint(left: string, right: string): '' | ' ' {
  if (/\s$/u.test(left)) return '';
  return touches(left, right) ? '' : ' ';
}

/** Words as one text. */
export function joinWords(words: readonly string[]): string {
  return words.reduce(
    (text, word, at) => text + (at > 0 ? wordJoint(words[at - 1] ?? '', word) : '') + word,
    '',
  );
}

/**
 * Splits a text into caption words, each with its punctuation. Where words join without a space, one that the
 * author set between two of them stays at the end of the first.
 */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const chunk of text.trim().split(/\s+/u)) {
    if (chunk === '') continue;
    const parts = isUnspaced(chunk) ? segments(chunk) : [chunk];
    const before = words.at(-1);
    if (before !== undefined && touches(before, parts[0] ?? '')) words[words.length - 1] = `${before} `;
    words.push(...parts);
  }
  return words;
}

/**
 * Timed words of which some may be whole phrases of a script without spaces: those are split, and share
 * their time out by length. All others stay the very same.
 */
export function separateWords(words: readonly Word[]): Word[] {
  return words.flatMap((word) => {
    const parts = isUnspaced(word.text) ? splitWords(word.text) : [];
    if (parts.length < 2) return [word];
    const lengths = parts.map((part) => Math.max(1, part.match(/[\p{L}\p{N}]/gu)?.length ?? 0));
    const whole = lengths.reduce((sum, length) => sum + length, 0);
    const total = word.endMs - word.startMs;
    let passed = 0;
    return parts.map((text, at) => {
      const startMs = word.startMs + (total * passed) / whole;
      passed += lengths[at] ?? 0;
      return { text, startMs, endMs: word.startMs + (total * passed) / whole };
    });
  });
}

/** Whether the letters nearest to where two words meet leave no space between them. */
function touches(left: string, right: string): boolean {
  const before = [...left].findLast((letter) => SOUNDED.test(letter)) ?? left;
  const after = [...right].find((letter) => LETTER_OR_NUMBER.test(letter)) ?? right;
  return UNSPACED.test(before) || UNSPACED.test(after);
}

let segmenter: Intl.Segmenter | undefined;

/** A chunk without spaces as words, each with its punctuation and with what leans on it. */
function segments(chunk: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  const words: string[] = [];
  let opening = '';
  for (const { segment } of segmenter.segment(chunk)) {
    if (OPENING.test(segment)) {
      opening += segment;
      continue;
    }
    const before = words.at(-1);
    if (before !== undefined && opening === '' && leansOn(before, segment)) {
      words[words.length - 1] = before + segment;
    } else {
      words.push(opening + segment);
      opening = '';
    }
  }
  if (opening !== '') words.push((words.pop() ?? '') + opening);
  return words;
}

function leansOn(before: string, segment: string): boolean {
  if (!LETTER_OR_NUMBER.test(segment)) return true;
  // What punctuation has ended takes no more in.
  if (!SOUNDED.test([...before].at(-1) ?? '')) return false;
  if (LEANING_HAN.test(segment) || (/^\p{N}+$/u.test(before) && COUNTER.test(segment))) return true;
  return LEANING_KANA.test(segment) && [...before].length + [...segment].length <= LONGEST_JAPANESE;
}

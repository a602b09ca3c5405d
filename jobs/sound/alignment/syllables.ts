/** How long words take to say, relative to each other, from their spelling alone. */
import type { Word } from '#remotion/contract/story-props.ts';

/** Syllables of silence after a word by the punctuation that ends it: a syllable lasts about 180 ms. */
const SENTENCE_PAUSE = 2.5;
const CLAUSE_PAUSE = 1.4;

const SENTENCE_END = /[.!?…。！？؟।][^\p{L}\p{N}]*$/u;
const CLAUSE_END = /[,;:–—、，；：،][^\p{L}\p{N}]*$/u;

/**
 * Syllables of a word, at least 1: vowel groups in alphabets that write vowels (a final silent e in Latin
 * script not counted), characters in Chinese and Japanese, half the letters elsewhere; digits and capitals
 * that are spelt out by their own count.
 */
export function syllablesOf(word: string): number {
  const text = word.normalize('NFC');
  const digits = text.match(/\p{N}/gu)?.length ?? 0;
  const ideographs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const letters = text.match(/\p{L}+/gu) ?? [];
  const spelt = letters.reduce((sum, run) => sum + syllablesOfRun(run), 0);
  return Math.max(1, digits * 1.5 + ideographs + spelt);
}

function syllablesOfRun(run: string): number {
  if (/^[A-Z]{2,5}$/.test(run)) return run.length;
  const plain = run.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(plain)) {
    const groups = plain.match(/[aeiouyαεηιουωаеёиоуыэюя]+/gu)?.length ?? 0;
    const silentE = groups > 1 && /[^aeiouyl]e$|[aeiouy][^aeiouy]+es$/.test(plain) ? 1 : 0;
    return groups - silentE;
  }
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run) ? 0 : [...run].length / 2;
}

/** Silence after a word, in syllables. */
export function pauseAfter(word: string): number {
  if (SENTENCE_END.test(word)) return SENTENCE_PAUSE;
  return CLAUSE_END.test(word) ? CLAUSE_PAUSE : 0;
}

/**
 * Spreads words over a stretch of time by their syllables, with silences after punctuation. The last word
 * ends with the stretch. Times in ms, not rounded.
 */
export function spreadWords(words: readonly string[], startMs: number, endMs: number): Word[] {
  const weights = words.map((text, index) => ({
    said: syllablesOf(text),
    pause: index === words.length - 1 ? 0 : pauseAfter(text),
  }));
  const total = weights.reduce((sum, { said, pause }) => sum + said + pause, 0);
  const perSyllable = total === 0 ? 0 : (endMs - startMs) / total;
  let at = startMs;
  return words.map((text, index) => {
    const { said, pause } = weights[index] as { said: number; pause: number };
    const word = { text, startMs: at, endMs: at + said * perSyllable };
    at += (said + pause) * perSyllable;
    return word;
  });
}

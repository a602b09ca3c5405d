/**
 * When each word is read where nobody speaks: a calm reader's pace, by the letters of each word, with rests
 * at punctuation.
 *
 * The paces of the scripts stand to each other as their readers read aloud (S. Trauzettel-Klosinski and
 * K. Dietz, "Standardized assessment of reading performance: the new International Reading Speed Texts",
 * 2012: characters a minute in 17 languages), brought to about 165 words a minute in English.
 */

import type { Word } from '../../remotion/story-props';
import { captionWords } from './caption-words';
import type { Speed } from './options';

/** Time for turning to a word, ms, and for each of its letters. */
const WORD_MS = 112;
const LETTER_MS = 54;
/** Letters that say more than one of an alphabet, by how many of those they are worth. */
const LETTER_WORTH: readonly [letter: RegExp, worth: number][] = [
  [/\p{Script=Han}/u, 3.9],
  [/\p{Script=Hangul}/u, 2.7],
  [/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー]/u, 2.6],
  [/\p{Script=Ethiopic}/u, 2],
  // Short vowels are not written.
  [/[\p{Script=Arabic}\p{Script=Hebrew}]/u, 1.25],
  // Every consonant carries a vowel of its own.
  [/[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Gujarati}]/u, 1.6],
  [/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u, 1.7],
  // A digit is said as a word.
  [/\p{Nd}/u, 2.5],
];
/** In scripts without spaces nothing is lost in turning to the next word. */
const UNSPACED_WORD_MS = 20;
const UNSPACED_LETTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Rests after a word, ms. */
const SENTENCE_REST_MS = 450;
const CLAUSE_REST_MS = 280;
const COMMA_REST_MS = 200;

/** Before the first word, so that the picture is seen first, ms. */
const LEAD_IN_MS = 250;

/** Factor on all times. */
const PACE: Record<Speed, number> = { slow: 1.22, normal: 1, fast: 0.84 };

const SAID = /[\p{L}\p{N}]/u;
const CLOSING = String.raw`["'”’»)\]」』）】]*\s*$`;
const SENTENCE_END = new RegExp(`[.!?…。！？؟۔।॥፧።]${CLOSING}`, 'u');
const ABBREVIATION = /^["'“‘«([]*(?:mr|mrs|ms|dr|st|prof|jr|sr|vs|\p{Lu})\.$/iu;
const CLAUSE_END = new RegExp(`[;:—–；：؛]${CLOSING}`, 'u');
/** A space that stays with its word is one between phrases, as Thai sets it. */
const COMMA_END = new RegExp(`[,،、，]${CLOSING}|\\s$`, 'u');

/**
 * The words of a text, each with its punctuation, with the times at which they are to be read: in order,
 * start < end, on the scene's clock in ms. Where a text has no letters at all it is one word.
 */
export function readingTimes(text: string, speed: Speed): Word[] {
  const pace = PACE[speed];
  let clock = LEAD_IN_MS;
  return captionWords(text).map((word) => {
    const startMs = clock;
    const endMs = startMs + wordMs(word) * pace;
    clock = endMs + restAfter(word) * pace;
    return { text: word, startMs: Math.round(startMs), endMs: Math.round(endMs) };
  });
}

function wordMs(word: string): number {
  const worth = [...word].reduce((sum, letter) => sum + letterWorth(letter), 0);
  const turning = UNSPACED_LETTER.test(word) ? UNSPACED_WORD_MS : WORD_MS;
  return turning + LETTER_MS * Math.max(1, worth);
}

function letterWorth(letter: string): number {
  if (!SAID.test(letter)) return 0;
  return LETTER_WORTH.find(([script]) => script.test(letter))?.[1] ?? 1;
}

function restAfter(word: string): number {
  if (SENTENCE_END.test(word)) return ABBREVIATION.test(word) ? 0 : SENTENCE_REST_MS;
  if (CLAUSE_END.test(word)) return CLAUSE_REST_MS;
  return COMMA_END.test(word) ? COMMA_REST_MS : 0;
}

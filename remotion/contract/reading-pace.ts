/**
 * How long a calm reader takes over words, by their letters, with rests at punctuation: the one pace for all
 * that is timed without a voice.
 *
 * The paces of the scripts stand to each other as their readers read aloud (S. Trauzettel-Klosinski and
 * K. Dietz, "Standardized assessment of reading performance: the new International Reading Speed Texts",
 * 2012: characters a minute in 17 languages), brought to about 165 words a minute in English.
 */
import type { Word } from './story-props';

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

/** Rests after a word, ms; a scene that begins anew takes the first of them as well. */
export const SENTENCE_REST_MS = 450;
const CLAUSE_REST_MS = 280;
const COMMA_REST_MS = 200;

const SAID = /[\p{L}\p{N}]/u;
const CLOSING = String.raw`["'”’»)\]」』）】]*\s*$`;
const SENTENCE_END = new RegExp(`[.!?…。！？؟۔।॥፧።]${CLOSING}`, 'u');
const ABBREVIATION = /^["'“‘«([]*(?:mr|mrs|ms|dr|st|prof|jr|sr|vs|\p{Lu})\.$/iu;
const CLAUSE_END = new RegExp(`[;:—–；：؛]${CLOSING}`, 'u');
/** A space that stays with its word is one between phrases, as Thai sets it. */
const COMMA_END = new RegExp(`[,،、，]${CLOSING}|\\s$`, 'u');

/**
 * Words with the times at which they are to be read, ms: in order, start < end.
 *
 * @param startMs when the first one begins
 * @param factor on all times: above 1 is slower
 */
export function paceWords(
  words: readonly string[],
  { startMs = 0, factor = 1 }: { startMs?: number; factor?: number } = {},
): Word[] {
  let clock = startMs;
  return words.map((text) => {
    const wordStart = clock;
    const wordEnd = wordStart + wordMs(text) * factor;
    clock = wordEnd + restAfter(text) * factor;
    return { text, startMs: Math.round(wordStart), endMs: Math.round(wordEnd) };
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

/**
 * The language of a story. By its script where one language writes in it, and else by its function words,
 * weighted by how few languages share them (after N. Ingle's table of short words, 1976, and G. Grefenstette,
 * "Comparing two language identification schemes", 1995: the better one for all but the shortest texts).
 */

import type { VideoOptions } from '#jobs/story/order/options.ts';
import { LATIN_LANGUAGES } from './function-words';
import { primaryLanguage } from './language-tag';
import { languageByScript } from './script-languages';

/** A story tells its language long before its end; UTF-16 units. */
const SAMPLE_LENGTH = 4000;
/** A letter that gives a language away counts as this many function words of its own, in the first ten. */
const LETTER_WEIGHT = 0.4;
const MOST_LETTERS = 10;
/** A single letter is as often an initial or a formula as a word. */
const SINGLE_LETTER_WEIGHT = 0.4;
/** Another language has to be this much more probable than English: names and foreign words are in every story. */
const ENGLISH_LEAD = 0.35;

/** Which languages have each word. */
const SHARED = new Map<string, number>();
for (const { words } of LATIN_LANGUAGES) {
  for (const word of new Set(words)) SHARED.set(word, (SHARED.get(word) ?? 0) + 1);
}
const MARKS = LATIN_LANGUAGES.map((marks) => ({ ...marks, words: new Set(marks.words) }));

/** Languages of the texts that were asked for last: pages ask for the same ones every few seconds. */
const REMEMBERED = new Map<string, string>();
const MOST_REMEMBERED = 200;

/**
 * The language that a text is most probably written in, as a BCP 47 tag; English where nothing tells, as in
 * a few names. Ideographs are told apart as `zh-Hans` and `zh-Hant`.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const remembered = REMEMBERED.get(sample);
  if (remembered !== undefined) return remembered;
  const normal = sample.normalize('NFC');
  const language = languageByScript(normal) ?? languageByWords(normal.toLowerCase());
  if (REMEMBERED.size >= MOST_REMEMBERED) REMEMBERED.clear();
  REMEMBERED.set(sample, language);
  return language;
}

/** The language of a video's story: as chosen, or as it reads. */
export function storyLanguage({
  story,
  options,
}: {
  story: string;
  options: Pick<VideoOptions, 'language'>;
}): string {
  return options.language === 'auto' ? detectLanguage(story) : options.language;
}

/** Whether a tag is English of any country. */
export function isEnglish(tag: string): boolean {
  return primaryLanguage(tag) === 'en';
}

function languageByWords(text: string): string {
  const tokens = text.replace(/['’](?:s|t|m|re|ve|ll|d)(?!\p{L})/gu, '').match(/\p{L}+/gu) ?? [];
  const weightOf = (token: string) =>
    (token.length === 1 ? SINGLE_LETTER_WEIGHT : 1) / (SHARED.get(token) ?? 1);
  let best = { language: 'en', score: 0 };
  for (const { language, words, letters } of MARKS) {
    const lead = language === 'en' ? ENGLISH_LEAD : 0;
    const said = tokens.reduce((sum, token) => sum + (words.has(token) ? weightOf(token) : 0), lead);
    const given = letters ? Math.min(MOST_LETTERS, text.match(letters)?.length ?? 0) : 0;
    const score = said + given * LETTER_WEIGHT;
    if (score > best.score) best = { language, score };
  }
  return best.language;
}

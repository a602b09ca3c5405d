/** Which of espeak-ng's languages is a BCP 47 tag's. */
import { primaryLanguage } from '#jobs/story/language/language-tag.ts';

/** Where espeak-ng calls a language otherwise. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  en: 'en-us',
  'en-au': 'en-gb',
  'en-ie': 'en-gb',
  fr: 'fr-fr',
  no: 'nb',
  tl: 'fil',
};

/**
 * Languages whose common spelling it cannot read: it spells out kanji in English, says Chinese characters
 * with English sounds, and knows no vowels for unpointed Hebrew.
 */
const UNREADABLE = new Set(['ja', 'zh', 'cmn', 'yue', 'hak', 'he']);

/** Reads the table that `--voices` prints: the second column holds the languages. */
export function spokenLanguages(table: string): string[] {
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/)[1] ?? '')
    .filter((language) => /^[a-z]{2,3}(?:-|$)/.test(language));
}

/** The primary languages among espeak-ng's that it reads well enough to tell a story. */
export function readableLanguages(languages: readonly string[]): string[] {
  const primary = new Set(languages.map((language) => primaryLanguage(language)));
  return [...primary].filter((language) => !UNREADABLE.has(language)).sort();
}

/** espeak-ng's name for a language: with its country where it has that one, else for the language; or null. */
export function espeakLanguage(tag: string, languages: readonly string[]): string | null {
  const wanted = tag.toLowerCase();
  const primary = primaryLanguage(wanted);
  if (UNREADABLE.has(primary)) return null;
  const names = [OWN_NAMES[wanted], wanted, OWN_NAMES[primary], primary];
  const found = names.find((name) => name !== undefined && languages.includes(name));
  return found ?? languages.find((language) => language.startsWith(`${primary}-`)) ?? null;
}

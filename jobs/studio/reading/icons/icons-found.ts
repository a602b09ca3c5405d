/** Which icons a text's nouns can be shown by. */
import type { Evidence } from '#jobs/studio/reading/evidence.ts';
import { withoutIdioms } from '#jobs/studio/reading/lexicon/idioms.ts';
import { isCompared } from '#jobs/studio/reading/presence.ts';
import { termsOf } from '#jobs/studio/reading/terms.ts';
import englishIcons from './english-icons.json';
import iconWords from './icon-words.json';

/**
 * English nouns by the icon that shows them, in their plain sense: words that mean several things are left out. Words
 * that belong together are joined by a hyphen.
 */
const ENGLISH: ReadonlyMap<string, string> = new Map(
  Object.entries(englishIcons).flatMap(([icon, words]) =>
    words.split(' ').map((word): [string, string] => [word, icon]),
  ),
);
/** Names that are written with a capital wherever they stand. */
const CAPITALISED =
  /^(?:Christmas|Halloween|Everest|Alps|Himalayas|Netflix|Uber|AirBnB|iPhone|Earth|AI|DNA|TV|CCTV)$/i;

/** The icon of an English noun, in its singular or plural, or null. */
export function iconOf(noun: string): string | null {
  const word = noun.toLowerCase().replaceAll(/\s+/g, '-');
  return [word, ...singulars(word)].map((form) => ENGLISH.get(form)).find(Boolean) ?? null;
}

/** The icons of a text, in the order of their words, each once. @param language BCP 47 tag */
export function iconsOf(text: string, language: string): Evidence[] {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  const found = primary === 'en' ? iconsOfEnglish(text) : otherIcons(text, primary);
  return found.filter(({ what }, at) => found.findIndex((one) => one.what === what) === at);
}

function iconsOfEnglish(text: string): Evidence[] {
  const terms = termsOf(withoutIdioms(text));
  return terms.flatMap((term, at): Evidence[] => {
    const before = terms[at - 1];
    const pair = before && !term.apart ? ENGLISH.get(`${before.word}-${term.word}`) : undefined;
    if (pair && before) return [{ what: pair, words: `${before.text} ${term.text}` }];
    const icon = ENGLISH.get(term.word);
    if (!icon || !term.tags.has('Noun') || term.tags.has('Pronoun') || isCompared(terms, at)) return [];
    if (
      isLacking(
        terms.map(({ word }) => word),
        at,
        'en',
      )
    )
      return [];
    const isName = /^\p{Lu}/u.test(term.text) && !term.first && !CAPITALISED.test(term.text);
    if (isName || (term.tags.has('ProperNoun') && !CAPITALISED.test(term.text) && !term.first)) return [];
    return [{ what: icon, words: term.text }];
  });
}

/** Words that say that what comes after them is not there. */
const LACKING: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['without', 'no', 'neither', 'nor']),
  de: new Set(['ohne', 'kein', 'keine', 'keinen', 'keinem', 'keiner']),
  fr: new Set(['sans', 'aucun', 'aucune']),
  es: new Set(['sin', 'ningún', 'ninguna']),
  pt: new Set(['sem', 'nenhum', 'nenhuma']),
  it: new Set(['senza', 'nessun', 'nessuna']),
  ar: new Set(['بدون', 'بلا']),
};
/** “Six floors without a lift”, “no old lamp”: a word or two may stand between. */
const isLacking = (said: readonly string[], at: number, language: string): boolean =>
  said.slice(Math.max(0, at - 3), at).some((word) => LACKING[language]?.has(word.toLowerCase()));
/** “A knife is not needed”, in Japanese. */
const NOT_NEEDED =
  /^(?:は|も|が|を)?(?:いりません|いらない|要りません|要らない|ありません|ない|なし|不要|使わ(?:ない|ず))/u;

const UNSPACED: ReadonlySet<string> = new Set(['ja', 'zh']);
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = iconWords;
const indexes = new Map<string, ReadonlyMap<string, string>>();

function otherIcons(text: string, language: string): Evidence[] {
  const index = indexOf(language);
  if (index.size === 0) return [];
  if (UNSPACED.has(language)) return unspacedIcons(text, index);
  const parts = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment.normalize('NFC'));
  return parts.flatMap((part, at): Evidence[] => {
    // A noun of German has its capital.
    if (language === 'de' && !/^\p{Lu}/u.test(part)) return [];
    if (isLacking(parts, at, language)) return [];
    const lower = part.toLowerCase();
    const next = parts[at + 1]?.toLowerCase();
    const pair = next && index.get(`${lower} ${next}`);
    if (pair) return [{ what: pair, words: `${part} ${parts[at + 1]}` }];
    const icon = [lower, ...singulars(lower)].map((form) => index.get(form)).find(Boolean);
    return icon ? [{ what: icon, words: part }] : [];
  });
}

/** The longest names that stand in the text, none within another. */
function unspacedIcons(text: string, index: ReadonlyMap<string, string>): Evidence[] {
  const found: (Evidence & { at: number })[] = [];
  for (const [name, icon] of [...index].sort((a, b) => b[0].length - a[0].length)) {
    const at = text.indexOf(name);
    // A name in hiragana alone is as often part of another word.
    if (
      at < 0 ||
      NOT_NEEDED.test(text.slice(at + name.length)) ||
      /^\p{Script=Hiragana}+$/u.test(name) ||
      found.some((one) => at >= one.at && at < one.at + one.words.length)
    )
      continue;
    found.push({ what: icon, words: name, at });
  }
  return found.sort((a, b) => a.at - b.at).map(({ what, words: said }) => ({ what, words: said }));
}

/** What a plural may be the plural of. */
function singulars(word: string): string[] {
  if (word.length < 5) return [];
  return ['s', 'es', 'n', 'en']
    .filter((ending) => word.endsWith(ending))
    .map((ending) => word.slice(0, -ending.length));
}

function indexOf(language: string): ReadonlyMap<string, string> {
  const known = indexes.get(language);
  if (known) return known;
  const index = new Map(Object.entries(words[language] ?? {}).map(([icon, word]) => [word, icon]));
  indexes.set(language, index);
  return index;
}

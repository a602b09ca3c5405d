/** What is wrong with a catalogue: texts that are missing, unknown, or lack a place. Pure. */
import type { Catalogue } from '#app/language/language-catalogue.ts';

const COUNTED = '{{count}}';
/** The count as a text has it: the plain number, or one that is written with its separators. */
const NUMBERS: readonly string[] = [COUNTED, '{{shown}}'];
/** Places for values, and tags around elements. */
const PLACES = /\{\{\w+\}\}|<\/?\w+>/g;
/** Forms that name one certain number may do without the number itself. */
const CERTAIN: readonly string[] = ['zero', 'one', 'two'];

/**
 * @param texts all that the pages can say
 * @param singulars the English catalogue: what has an entry there depends on a count
 * @param language as BCP 47 names it: it decides which plural forms there are
 */
export function catalogueFaults(
  catalogue: Catalogue,
  { texts, singulars, language }: { texts: Iterable<string>; singulars: Catalogue; language: string },
): string[] {
  const faults: string[] = [];
  const wanted = new Set<string>();
  for (const text of texts) {
    const isCounted = text.includes(COUNTED) || `${text}_one` in singulars;
    for (const { key, isCertain } of keysOf(text, isCounted, language)) {
      wanted.add(key);
      const translation = catalogue[key];
      if (!translation) faults.push(`missing: ${key}`);
      else if (!hasPlacesOf(text, translation, isCertain)) faults.push(`places: ${key} → ${translation}`);
    }
  }
  for (const key of Object.keys(catalogue)) if (!wanted.has(key)) faults.push(`nobody says: ${key}`);
  return faults;
}

/** The entries of a text: one, or one for each plural form of the language. English needs singulars alone. */
function keysOf(text: string, isCounted: boolean, language: string): { key: string; isCertain: boolean }[] {
  if (!isCounted) return language === 'en' ? [] : [{ key: text, isCertain: false }];
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return pluralCategories
    .filter((form) => language !== 'en' || form === 'one')
    .map((form) => ({ key: `${text}_${form}`, isCertain: CERTAIN.includes(form) }));
}

function hasPlacesOf(text: string, translation: string, isCertain: boolean): boolean {
  const places = (each: string) =>
    [...each.matchAll(PLACES)]
      .map(([place]) => place)
      .filter((place) => !isCertain || !NUMBERS.includes(place));
  return places(text).sort().join(' ') === places(translation).sort().join(' ');
}

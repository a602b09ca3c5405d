/** Names of languages: BCP 47 tags, and how English calls them. */

/** Longest tag that is taken; real ones are far shorter. */
const LONGEST_TAG = 35;

/** The canonical form of a BCP 47 tag (`pt-br` is `pt-BR`), or null for what is none. */
export function canonicalTag(text: string): string | null {
  const trimmed = text.trim();
  // `Intl` takes any word of up to eight letters; a language has two or three.
  if (trimmed.length > LONGEST_TAG || !/^[a-z]{2,3}(?:-|$)/iu.test(trimmed)) return null;
  try {
    return Intl.getCanonicalLocales(trimmed)[0] ?? null;
  } catch {
    return null;
  }
}

/** The language alone: `en` of `en-GB`. */
export function primaryLanguage(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? tag;
}

/** What English calls a language, such as `Spanish`; the tag itself where it has no name. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
}

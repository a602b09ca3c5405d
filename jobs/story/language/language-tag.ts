/** Names of languages: BCP 47 tags, how English calls them, and the direction that they are written in. */
import type { Direction } from '#remotion/text/writing.ts';

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

/** Scripts that run from right to left, of those that living languages are written in. */
const RIGHT_TO_LEFT_SCRIPTS = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);

/** The direction of a language's usual script; left to right for a tag that is none. */
export function languageDirection(tag: string): Direction {
  const canonical = canonicalTag(tag);
  const script = canonical === null ? undefined : new Intl.Locale(canonical).maximize().script;
  return script !== undefined && RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr';
}

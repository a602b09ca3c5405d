import type { Words } from '#app/language/page-words.ts';

/** What the page's language calls a language, such as `Spanish`; the tag itself where it has no name. */
export function languageWords(tag: string, { language }: Pick<Words, 'language'>): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
}

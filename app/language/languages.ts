/** The languages in which the pages speak to whoever looks at them. Pure. */

export const LANGUAGES = ['en', 'es', 'de', 'fr', 'pt', 'ja', 'zh', 'ar'] as const;

/** A language of the pages, as BCP 47 names it. What a film is told in is another matter. */
export type Language = (typeof LANGUAGES)[number];

/** How each is called by those who speak it. */
export const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  de: 'Deutsch',
  fr: 'Français',
  pt: 'Português',
  ja: '日本語',
  zh: '简体中文',
  ar: 'العربية',
};

/**
 * By which customs numbers, money and times are written. Digits are the same in all of them, as lengths and clocks of
 * films are shown in these alone.
 */
export const CUSTOMS: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  es: 'es',
  de: 'de',
  fr: 'fr',
  pt: 'pt-BR',
  ja: 'ja',
  zh: 'zh-CN',
  ar: 'ar-u-nu-latn',
};

/** Fonts of scripts that no font of the pages has, and not every machine. */
export const PAGE_FONTS: Readonly<Partial<Record<Language, string>>> = {
  ja: 'noto-sans-jp',
  zh: 'noto-sans-sc',
};

export function isLanguage(text: unknown): text is Language {
  return (LANGUAGES as readonly unknown[]).includes(text);
}

/** To which side its lines run. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

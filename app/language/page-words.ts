/** How the pages speak one language: texts, numbers, money and times. */
import { formatUsd } from '#jobs/story/budget/usd.ts';
import { fill, type Values } from './filled-text';
import { CUSTOMS, directionOf, type Language } from './languages';
import { moneyBy } from './told-amounts';

export interface Words {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  /** A text of the pages, by its English: `t('{{count}} films', { count: 3 })`. */
  readonly t: (english: string, values?: Values) => string;
  /** The same with its places left open, in the form for the count among the values. */
  readonly template: (english: string, values?: Values) => string;
  /** What the house says as a whole sentence, or calls something: see `told-sentence`. */
  readonly told: (sentence: string) => string;
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** Money with as many digits as it needs: `$0.42`, `$0.0004`. */
  readonly usd: (value: number) => string;
  readonly moment: (at: Date | string, options: Intl.DateTimeFormatOptions) => string;
  /** Several things after each other: `one, two and three`. */
  readonly list: (items: readonly string[], type?: Intl.ListFormatType) => string;
}

/** @param texts what the language says for an English text or sentence */
export function createWords(language: Language, texts: Pick<Words, 'template' | 'told'>): Words {
  const customs = CUSTOMS[language];
  return {
    language,
    direction: directionOf(language),
    ...texts,
    t: (english, values) => fill(texts.template(english, values), values),
    number: (value, options) => new Intl.NumberFormat(customs, options).format(value),
    usd: (value) => moneyBy(customs, formatUsd(value)) ?? formatUsd(value),
    moment: (at, options) => new Intl.DateTimeFormat(customs, options).format(new Date(at)),
    list: (items, type = 'conjunction') => new Intl.ListFormat(customs, { type }).format(items),
  };
}

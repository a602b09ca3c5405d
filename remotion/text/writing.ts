/** How a text is written: its direction, and whose ideographs it has. */

export type Direction = 'ltr' | 'rtl';

/** Languages that share ideographs and draw some of them differently. */
export const EAST_ASIAN_LANGUAGES = ['ja', 'zh-Hans', 'zh-Hant', 'ko'] as const;
export type EastAsianLanguage = (typeof EAST_ASIAN_LANGUAGES)[number];

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * The direction of a text by its first letter (rules P2 and P3 of the Unicode Bidirectional Algorithm,
 * UAX #9), or null where it has none.
 */
export function strongDirection(text: string): Direction | null {
  const letter = text.match(/\p{L}/u)?.[0];
  if (letter === undefined) return null;
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

/** The direction of a text as a paragraph: left to right unless a letter says otherwise. */
export function textDirection(text: string): Direction {
  return strongDirection(text) ?? 'ltr';
}

/** Frequent characters that only one of the two ways of writing Chinese has. */
const SIMPLIFIED_ONLY =
  /[们这说国时会来对过还没样种经间开长问见门马鸟鱼龙风飞车东书买卖红绿蓝乐听读写话语让谁边远进运难离头孩爱气无为与从两几岁树叶桥灯梦庆]/gu;
const TRADITIONAL_ONLY =
  /[們這說國時會來對過還沒樣種經間開長問見門馬鳥魚龍風飛車東書買賣紅綠藍樂聽讀寫話語讓誰邊遠進運難離頭愛氣無為與從兩幾歲樹葉橋燈夢慶]/gu;

/**
 * Whose ideographs a text has.
 *
 * @param declared the story's language as a BCP 47 tag; only one of East Asia has a say
 */
export function eastAsianLanguage(text: string, declared?: string): EastAsianLanguage {
  const tag = declared?.toLowerCase() ?? '';
  if (/^ja\b/u.test(tag)) return 'ja';
  if (/^ko\b/u.test(tag)) return 'ko';
  if (/^(?:zh|yue)-(?:hant|tw|hk|mo)\b|^yue$/u.test(tag)) return 'zh-Hant';
  if (/^zh-(?:hans|cn|sg)\b/u.test(tag)) return 'zh-Hans';
  const isChinese = /^zh\b/u.test(tag);
  if (!isChinese && /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (!isChinese && /\p{Script=Hangul}/u.test(text)) return 'ko';
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return count(TRADITIONAL_ONLY) > count(SIMPLIFIED_ONLY) ? 'zh-Hant' : 'zh-Hans';
}

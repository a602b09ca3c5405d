/** What a text's letters alone say of its language. */
import { eastAsianLanguage } from '#remotion/text/writing.ts';

/** Scripts that one language writes in, or one far more than others. */
const BY_SCRIPT: readonly [letters: RegExp, language: string][] = [
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Ethiopic}/gu, 'am'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Oriya}/gu, 'or'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Kannada}/gu, 'kn'],
  [/\p{Script=Malayalam}/gu, 'ml'],
  [/\p{Script=Sinhala}/gu, 'si'],
];

const LATIN = /\p{Script=Latin}/gu;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const ARABIC = /\p{Script=Arabic}/gu;
const DEVANAGARI = /\p{Script=Devanagari}/gu;
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/gu;

/** A character of these scripts says as much as several letters of an alphabet. */
const EAST_ASIAN_WEIGHT = 2.5;

/**
 * The language of a text that is not mainly in Latin letters; null where it is, or where it has no letters.
 * Languages that share a script are told apart by letters that only one of them uses.
 */
export function languageByScript(text: string): string | null {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  const candidates: [amount: number, language: () => string][] = [
    [count(CYRILLIC), () => cyrillicLanguage(text)],
    [count(ARABIC), () => arabicLanguage(text)],
    [count(DEVANAGARI), () => devanagariLanguage(text)],
    [count(EAST_ASIAN) * EAST_ASIAN_WEIGHT, () => eastAsianLanguage(text)],
    ...BY_SCRIPT.map(([letters, language]): [number, () => string] => [count(letters), () => language]),
  ];
  const [amount, language] = candidates.reduce((most, one) => (one[0] > most[0] ? one : most));
  return amount > count(LATIN) ? language() : null;
}

function cyrillicLanguage(text: string): string {
  if (/[ўЎ]/u.test(text)) return 'be';
  if (/[їЇєЄґҐ]/u.test(text)) return 'uk';
  if (/[ѓѕќЃЅЌ]/u.test(text)) return 'mk';
  if (/[ђћџљњјЂЋЏЉЊЈ]/u.test(text)) return 'sr';
  if (/[әғқңөұүһ]/iu.test(text)) return 'kk';
  if (/[іІ]/u.test(text)) return 'uk';
  if (/[ыэёЫЭЁ]/u.test(text)) return 'ru';
  // Bulgarian has ъ inside its words and the particles “се” and “да”; Russian hardly ever.
  const bulgarian = text.match(/\p{L}ъ\p{L}|(?<!\p{L})(?:се|да|ще|съм|като)(?!\p{L})/giu)?.length ?? 0;
  return bulgarian >= 2 ? 'bg' : 'ru';
}

function arabicLanguage(text: string): string {
  if (/[ٹڈڑںےہھ]/u.test(text)) return 'ur';
  return /[پچژگکی]/u.test(text) ? 'fa' : 'ar';
}

function devanagariLanguage(text: string): string {
  const count = (words: RegExp) => text.match(words)?.length ?? 0;
  const marathi = count(/ळ|(?<!\p{L})(?:आहे|आणि|होता|होती|नाही|त्या|एका)(?![\p{L}\p{M}])/gu);
  const nepali = count(/(?<!\p{L})(?:छ|थियो|थिए|गर्यो|भन्यो|हुन्छ)(?![\p{L}\p{M}])/gu);
  const hindi = count(/(?<!\p{L})(?:है|हैं|था|थी|थे|और|में|की|का|के|को|नहीं)(?![\p{L}\p{M}])/gu);
  if (marathi > hindi && marathi >= nepali) return 'mr';
  return nepali > hindi ? 'ne' : 'hi';
}

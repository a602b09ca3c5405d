/**
 * The fonts that come with the film and what each is for.
 *
 * Their files are served at `/fonts/`; `tables/<name>.json` says which characters each file has. All are
 * under the SIL Open Font License 1.1.
 */

import type { EastAsianLanguage } from '../text/writing';
import type { Face } from './glyph-widths';

export interface Font {
  name: string;
  /** Loads its table: which characters each of its files has, as `code-points.ts` writes them. */
  table: () => Promise<Readonly<Record<string, string>>>;
  /** CSS `font-family`. */
  family: string;
  /** Of its files. */
  file: RegExp;
  /** CSS `font-weight` of its files: one weight, or a range where they are variable. */
  weight: string;
  /** The faces that it serves. */
  faces: readonly Face[];
  /** What it is asked for: a text without a match never loads its table. */
  scripts: RegExp;
  /** CSS `font-tech` that a browser must have to draw it. */
  technique?: string;
  /** The languages whose own shapes of the ideographs it has. */
  language?: EastAsianLanguage;
}

const VARIABLE = '100 900';
const LETTERS = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;
/** What the fonts of East Asia have: their scripts, and signs that the Latin fonts lack. */
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{S}\p{P}\p{N}]/u;

/** In the order in which a character is looked for, but for the fonts of East Asia: see `fontOrder`. */
export const FONTS: readonly Font[] = [
  {
    name: 'montserrat',
    table: async () => (await import('./tables/montserrat.json')).default,
    family: 'Story Sans',
    file: /^montserrat-/u,
    weight: '800',
    faces: ['sans'],
    scripts: LETTERS,
  },
  {
    name: 'fraunces',
    table: async () => (await import('./tables/fraunces.json')).default,
    family: 'Story Serif',
    file: /^fraunces-/u,
    weight: '600',
    faces: ['serif'],
    scripts: LETTERS,
  },
  {
    name: 'literata',
    table: async () => (await import('./tables/literata.json')).default,
    family: 'Story Serif Greek',
    file: /^literata-/u,
    weight: '200 900',
    faces: ['serif'],
    scripts: /[\p{Script=Greek}\p{Script=Cyrillic}]/u,
  },
  {
    name: 'noto-sans',
    table: async () => (await import('./tables/noto-sans.json')).default,
    family: 'Story Greek',
    file: /^noto-sans-greek/u,
    weight: VARIABLE,
    faces: ['sans'],
    scripts: /\p{Script=Greek}/u,
  },
  {
    name: 'noto-sans-arabic',
    table: async () => (await import('./tables/noto-sans-arabic.json')).default,
    family: 'Story Arabic',
    file: /^noto-sans-arabic-/u,
    weight: VARIABLE,
    faces: ['sans', 'serif'],
    // Its comma and question mark count as common to several scripts.
    scripts: /[\p{Script=Arabic}\u060c\u061b\u061f\u0640\u0660-\u0669]/u,
  },
  {
    name: 'noto-sans-hebrew',
    table: async () => (await import('./tables/noto-sans-hebrew.json')).default,
    family: 'Story Hebrew',
    file: /^noto-sans-hebrew-/u,
    weight: VARIABLE,
    faces: ['sans', 'serif'],
    scripts: /\p{Script=Hebrew}/u,
  },
  {
    name: 'noto-sans-devanagari',
    table: async () => (await import('./tables/noto-sans-devanagari.json')).default,
    family: 'Story Devanagari',
    file: /^noto-sans-devanagari-/u,
    weight: VARIABLE,
    faces: ['sans', 'serif'],
    scripts: /[\p{Script=Devanagari}\u0964\u0965]/u,
  },
  {
    name: 'noto-sans-thai',
    table: async () => (await import('./tables/noto-sans-thai.json')).default,
    family: 'Story Thai',
    file: /^noto-sans-thai-/u,
    weight: VARIABLE,
    faces: ['sans', 'serif'],
    scripts: /[\p{Script=Thai}\u0e3f]/u,
  },
  {
    name: 'noto-color-emoji',
    table: async () => (await import('./tables/noto-color-emoji.json')).default,
    family: 'Story Emoji',
    file: /^noto-color-emoji-/u,
    weight: '400',
    faces: ['sans', 'serif'],
    scripts: /\p{Emoji}/u,
    technique: 'color-COLRv1',
  },
  {
    name: 'noto-sans-jp',
    table: async () => (await import('./tables/noto-sans-jp.json')).default,
    family: 'Story Japanese',
    file: /^noto-sans-jp-/u,
    weight: VARIABLE,
    faces: ['sans', 'serif'],
    scripts: EAST_ASIAN,
    language: 'ja',
  },
  {
    name: 'noto-sans-sc',
    table: async () => (await import('./tables/noto-sans-sc.json')).default,
    family: 'Story Simplified Chinese',
    file: /^noto-sans-sc-/u,
    weight: VARIABLE,
    faces: ['sans', 'serif'],
    scripts: EAST_ASIAN,
    language: 'zh-Hans',
  },
  {
    name: 'noto-sans-tc',
    table: async () => (await import('./tables/noto-sans-tc.json')).default,
    family: 'Story Traditional Chinese',
    file: /^noto-sans-tc-/u,
    weight: VARIABLE,
    faces: ['sans', 'serif'],
    scripts: EAST_ASIAN,
    language: 'zh-Hant',
  },
  {
    name: 'noto-sans-kr',
    table: async () => (await import('./tables/noto-sans-kr.json')).default,
    family: 'Story Korean',
    file: /^noto-sans-kr-/u,
    weight: VARIABLE,
    faces: ['sans', 'serif'],
    scripts: EAST_ASIAN,
    language: 'ko',
  },
];

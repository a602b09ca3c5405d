/** The kinds of telling that are told apart: what a film of each looks and sounds like follows from it. */
import type { Words } from './option';

/** Labels and notes of the form, by name. */
export const TREATMENTS = {
  tale: ['Told story', ''],
  confession: ['First person', ''],
  list: ['List or countdown', ''],
  quotes: ['Sayings', ''],
  chat: ['Text messages', ''],
  fact: ['Facts', ''],
  'how-to': ['How to', ''],
  persuasion: ['Motivation', ''],
  news: ['News or crime', ''],
  advert: ['Advertisement', ''],
  biography: ['A life', ''],
} as const satisfies Readonly<Record<string, Words>>;

export type Treatment = keyof typeof TREATMENTS;
export const TREATMENT_NAMES = Object.keys(TREATMENTS) as Treatment[];

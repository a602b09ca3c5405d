/** The kinds of telling that are told apart: what a film of each looks and sounds like follows from it. */
import type { Words } from './option';

/** Labels and notes of the form, by name. */
export const TREATMENTS = {
  tale: ['Told story', 'Pictures of who and where'],
  confession: ['First person', 'Words, and pictures where they are told'],
  list: ['List or countdown', 'Items keep their place'],
  quotes: ['Sayings', 'Words, set large, and who said them'],
  chat: ['Text messages', 'Bubbles as they come in'],
  fact: ['Facts', 'Numbers, things and maps'],
  'how-to': ['How to', 'One step after the other'],
  persuasion: ['Motivation', 'Words that move'],
  news: ['News or crime', 'Sober: dates, places, words'],
  advert: ['Advertisement', 'Things, prices and words'],
  biography: ['A life', 'Dates, places and pictures'],
} as const satisfies Readonly<Record<string, Words>>;

export type Treatment = keyof typeof TREATMENTS;
export const TREATMENT_NAMES = Object.keys(TREATMENTS) as Treatment[];

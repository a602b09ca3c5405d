import type { MusicMood, PictureStyle } from '#jobs/story/order/options.ts';
import type { Treatment } from '#jobs/story/order/treatments.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';

/** Someone whose story it is, as a reader knows them. */
export interface Protagonist {
  /** Their name or kind as the cast has it; `I` for someone who tells the story of themselves. */
  who: string;
  /** Keys of the lexicon of subjects that draw them truly, such as `girl` for a heroine of nine. */
  kinds: readonly string[];
  /**
   * Beginnings of the sentences that neither speak of them nor tell what happens to them: a scene of these
   * alone need not show them.
   */
  apart: readonly string[];
}

/** A text that the gallery tells, and how it is ordered. */
export interface ToldText {
  /** Name of its files. */
  slug: string;
  style: PictureStyle;
  format: FormatName;
  /** BCP 47 tag. */
  language: string;
  text: string;
}

/** A story that the gallery shows, with what a reader knows of it. */
export interface GalleryStory extends ToldText {
  title: string;
  /** Nobody for texts that are about nobody. */
  protagonists: readonly Protagonist[];
}

/** What its author would call a text, and the group of what is near enough to be compared with it. */
export const GENRES = {
  confession: 'confession',
  'work confession': 'work',
  horror: 'horror',
  'school memory': 'memory',
  'pet story': 'memory',
  letter: 'letter',
  history: 'history',
  'science fact': 'science',
  biography: 'biography',
  'tech explainer': 'technology',
  quotes: 'quotes',
  'money tip': 'tip',
  'health tip': 'tip',
  'shop ad': 'advertisement',
  'travel top 3': 'travel',
  'travel top 5': 'travel',
  'startup pitch': 'business',
  'customer story': 'business',
  motivation: 'motivation',
  'true crime': 'crime',
  news: 'news',
  sport: 'sport',
  'text messages': 'messages',
  bedtime: 'bedtime',
  myth: 'legend',
  'city legend': 'legend',
  recipe: 'making',
  'how-to': 'making',
  joke: 'small piece',
  poem: 'small piece',
} as const;
export type Genre = keyof typeof GENRES;

/** A text as people write them for short films, which has its title found, and what a good telling of it is. */
export interface GenreStory extends ToldText {
  genre: Genre;
  /** What kind of telling it is. */
  treatment: Treatment;
  /** Further kinds that would do as well. */
  alsoTreatments?: readonly Treatment[];
  /** The moods of music that fit. */
  moods: readonly MusicMood[];
  /** Titles that one would keep; what comes close to one of them is kept too. */
  titles: readonly string[];
  /** What else is a good title, and what none. */
  titleNote?: string;
}

/** Stories of every length and language, to measure what is told of a film before it is made. */
import { HELD_OUT_LAST } from '#tests/tools/gallery/held-out/held-out-last.ts';
import { HELD_OUT_LIVES } from '#tests/tools/gallery/held-out/held-out-lives.ts';
import { HELD_OUT_REVIEW } from '#tests/tools/gallery/held-out/held-out-review.ts';
import { HELD_OUT_TALES } from '#tests/tools/gallery/held-out/held-out-tales.ts';
import { OTHER_LANGUAGES } from '#tests/tools/gallery/languages.ts';
import type { GalleryStory } from '#tests/tools/gallery/story.ts';
import { TALES } from '#tests/tools/gallery/tales.ts';
import { STORIES_BY_LANGUAGE } from './stories-by-language';

export interface MeasuredStory {
  name: string;
  language: string;
  text: string;
}

/** Lengths to which texts are brought in turn, UTF-16 units. */
const LENGTHS = [
  [100, 5500],
  [1000, 9990],
] as const;

const COLLECTIONS: readonly (readonly GalleryStory[])[] = [
  TALES,
  HELD_OUT_TALES,
  HELD_OUT_LAST,
  HELD_OUT_LIVES,
  HELD_OUT_REVIEW,
];

/** All of them that can be told. */
export function measuredStories(isTold: (text: string) => boolean): MeasuredStory[] {
  const whole = [...COLLECTIONS.flat(), ...OTHER_LANGUAGES].map(({ slug, language, text }) => ({
    name: slug,
    language,
    text,
  }));
  const long = [
    ...COLLECTIONS.map((stories, at) => ({
      name: `collection ${at}`,
      language: 'en',
      text: stories.map(({ text }) => text).join('\n\n'),
    })),
    ...OTHER_LANGUAGES.map(({ slug, language, text }) => ({ name: slug, language, text })),
    ...Object.entries(STORIES_BY_LANGUAGE).map(([language, text]) => ({ name: language, language, text })),
  ].flatMap(({ name, language, text }, at) =>
    (LENGTHS[at % LENGTHS.length] ?? []).map((length) => ({
      name: `${name}, ${length}`,
      language,
      text: ofLength(text, length),
    })),
  );
  return [...whole, ...long].filter(({ text }) => isTold(text));
}

/** A text of that many UTF-16 units: its paragraphs again and again, ending at a whole word. */
export function ofLength(text: string, length: number): string {
  const repeated = `${text}\n\n`.repeat(Math.ceil(length / text.length));
  return repeated
    .slice(0, length)
    .replace(/\s\S*$/u, '')
    .trim();
}

/** The stories in the genres that people make, in two halves of the same kinds. */
import { ASIDE_CHATS } from '#tests/tools/gallery/aside/aside-chats.ts';
import { ASIDE_FIRST_PERSON } from '#tests/tools/gallery/aside/aside-first-person.ts';
import { ASIDE_KNOWLEDGE } from '#tests/tools/gallery/aside/aside-knowledge.ts';
import { ASIDE_MARKET } from '#tests/tools/gallery/aside/aside-market.ts';
import { ASIDE_REPORTS } from '#tests/tools/gallery/aside/aside-reports.ts';
import { ASIDE_TOLD } from '#tests/tools/gallery/aside/aside-told.ts';
import { FRESH_LIVES } from '#tests/tools/gallery/fresh/fresh-lives.ts';
import { FRESH_WORLD } from '#tests/tools/gallery/fresh/fresh-world.ts';
import { CHATS } from '#tests/tools/gallery/genres/chats.ts';
import { FIRST_PERSON } from '#tests/tools/gallery/genres/first-person.ts';
import { KNOWLEDGE } from '#tests/tools/gallery/genres/knowledge.ts';
import { MARKET } from '#tests/tools/gallery/genres/market.ts';
import { GENRE_REPORTS } from '#tests/tools/gallery/genres/reports.ts';
import { TOLD } from '#tests/tools/gallery/genres/told.ts';
import { SEALED_LIVES } from '#tests/tools/gallery/sealed/sealed-lives.ts';
import { SEALED_WORLD } from '#tests/tools/gallery/sealed/sealed-world.ts';
import type { GenreStory } from '#tests/tools/gallery/story.ts';

/**
 * `genres` are open to whoever makes rules. Those put `aside` were neither read nor run while rules were made, and
 * were measured at their end. The `fresh` ones were written after the rules for kinds of telling, moods and titles;
 * the `sealed` ones before the last rules of all, which were made without them.
 */
export const STORY_SETS = {
  genres: [...FIRST_PERSON, ...KNOWLEDGE, ...MARKET, ...GENRE_REPORTS, ...CHATS, ...TOLD],
  aside: [
    ...ASIDE_FIRST_PERSON,
    ...ASIDE_KNOWLEDGE,
    ...ASIDE_MARKET,
    ...ASIDE_REPORTS,
    ...ASIDE_CHATS,
    ...ASIDE_TOLD,
  ],
  fresh: [...FRESH_LIVES, ...FRESH_WORLD],
  sealed: [...SEALED_LIVES, ...SEALED_WORLD],
} as const satisfies Record<string, readonly GenreStory[]>;

export type StorySet = keyof typeof STORY_SETS;

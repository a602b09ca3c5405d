/** What is counted of a story's telling without looking. */
import type { SegmentProps } from '#remotion/contract/story-props.ts';
import { type WordFaults, wordFaults } from './lost-words';
import type { CountedFilm } from './marks-table';
import { repeatsOf } from './repeats';
import type { ReviewedStory } from './reviewed-story';
import { stretchesMs } from './stretches';

export interface Count {
  counted: CountedFilm;
  faults: WordFaults;
  /** For each scene whether an earlier one showed the same. */
  repeats: boolean[];
}

export function countOf({ story, scenes }: ReviewedStory, segments: readonly SegmentProps[]): Count {
  const faults = wordFaults(story.text, scenes);
  const repeats = repeatsOf(scenes);
  return {
    faults,
    repeats,
    counted: {
      slug: story.slug,
      wordFaults: faults.lost.length + faults.added.length,
      stretchesMs: stretchesMs(segments),
      repeats: repeats.filter(Boolean).length,
      scenes: scenes.length,
    },
  };
}

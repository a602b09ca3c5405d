import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest of each kind of tests. */
const LONGEST = [
  'tests/architecture',
  'provider-example',
  'storyteller/write',
  'openai-storm',
  'openai-kill',
  'planted-faults',
  'batch-kill',
  'painted.',
  'film-budget',
  'crew/errands',
  'render-segment',
  'making/pipeline',
  'studio/voice.',
  'motion-film',
  'paid-family',
  'storyshort/films',
  'render/render.',
  'layers',
  'openai-film',
  'own-music-film',
];

/** Starts what takes longest first, so that at the end no core waits for one file that began late. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = LONGEST.findIndex((name) => moduleId.includes(name));
      return rank < 0 ? LONGEST.length : rank;
    };
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

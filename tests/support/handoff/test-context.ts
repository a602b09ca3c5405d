import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import type { PlanContext } from '#jobs/story/film/plan.ts';

const engine = (name: string) => ({ name, model: `${name}-1` });

/** A machine's engines, of which nothing is asked but their names. */
export const testContext: PlanContext = {
  engines: {
    script: engine('storyteller'),
    speech: engine('narrator'),
    pictures: engine('illustrator'),
    music: engine('composer'),
  },
  compositionVersion: 'look-1',
  fingerprint,
};

/** The same, but every engine is another. */
export const otherContext: PlanContext = {
  ...testContext,
  engines: {
    script: engine('other-storyteller'),
    speech: engine('other-narrator'),
    pictures: engine('other-illustrator'),
    music: engine('other-composer'),
  },
  compositionVersion: 'look-2',
};

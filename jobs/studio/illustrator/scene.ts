/** What is to be drawn: what somebody read, or else what is read in the words. */
import type { PictureRequest } from '#jobs/ports/engines.ts';
import type { SceneReading } from '#jobs/story/film/scene-reading.ts';
import { ROLES } from '#jobs/studio/reading/lexicon/roles.ts';
import { SUBJECTS } from '#jobs/studio/reading/lexicon/subjects.ts';
import { THINGS } from '#jobs/studio/reading/lexicon/things.ts';
import { readScene } from '#jobs/studio/reading/reading.ts';

/** The request's reading where it has one of which everything can be drawn, else what its prompt describes. */
export function sceneOf({ prompt, reading }: Pick<PictureRequest, 'prompt' | 'reading'>): SceneReading {
  return reading && isKnown(reading) ? reading : readScene(prompt);
}

/** Whether the lexicons have all that a reading names: one that was stored may be older than they are. */
const isKnown = ({ cast, things }: SceneReading): boolean =>
  cast.every(({ subject, role }) => subject in SUBJECTS && (role === null || role in ROLES)) &&
  things.every((thing) => thing in THINGS);

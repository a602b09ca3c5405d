import type { SceneReading } from '#jobs/story/film/scene-reading.ts';
import type { SceneEvidence } from '#jobs/studio/reading/evidence.ts';

/** A scene as it was read: what a picture of it would show, and what the text gives for that. */
export interface ReadScene {
  reading: SceneReading;
  evidence: SceneEvidence;
}

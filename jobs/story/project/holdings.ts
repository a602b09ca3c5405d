/** What the scenes of a video hold, and whether it is what they say. Pure. */
import {
  type PlanContext,
  pictureHash,
  segmentHash,
  voiceHash,
  wantsPicture,
} from '#jobs/story/film/plan.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { storyboardOf } from '#jobs/story/storyboard/storyboard.ts';
import type { TakeKind } from '#jobs/story/storyboard/take.ts';
import type { Held, ProjectBoard } from './project-file';

/**
 * @param isAlong whether a take's files go along; what stays behind is not held
 */
export function boardOf(
  video: Video,
  context: PlanContext,
  isAlong: (kind: TakeKind, hash: string) => boolean,
): ProjectBoard {
  const held = (kind: TakeKind, hash: string | null, wanted: string | null): Held =>
    hash !== null && isAlong(kind, hash) ? { hash, isCurrent: hash === wanted } : null;
  return {
    storyboard: storyboardOf(video),
    holdings: video.scenes.map((scene, position) => ({
      voice: held('voice', scene.voiceHash, voiceHash(video, scene, context)),
      picture: wantsPicture(scene)
        ? held('picture', scene.pictureHash, pictureHash(video, scene, context))
        : null,
      segment: held('segment', scene.segmentHash, segmentHash(video, position, context)),
    })),
  };
}

/** A storyboard as a video: with what exists of it. */
import type { Fault } from '#jobs/story/film/fault.ts';
import {
  type PlanContext,
  pictureHash,
  segmentHash,
  voiceHash,
  wantsPicture,
  wantsVoice,
} from '#jobs/story/film/plan.ts';
import { contentOf } from '#jobs/story/film/scene-content.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import type { Storyboard } from './storyboard';
import type { TakeShelf } from './take';

/** What a scene has of which nothing was made yet. */
export const UNMADE = {
  ...{ voiceHash: null, voiceKey: null, words: null, durationMs: null },
  ...{ wordTiming: null, voiceError: null },
  ...{ pictureHash: null, pictureKey: null, pictureLayers: null, note: null, error: null },
  ...{ segmentHash: null, segmentKey: null },
};

/**
 * The video that a storyboard makes of another: scenes that were there keep what they have, and all find among the
 * takes what was made of just the same before. What `planVideo` says of it is what is left to be made.
 */
export function settleVideo(
  video: Video,
  { title, options, scenes: wanted }: Storyboard,
  takes: TakeShelf,
  context: PlanContext,
): Video {
  const before = new Map(video.scenes.map((scene) => [scene.id, scene]));
  const scenes = wanted.map(
    (scene, position): Scene => ({
      ...(before.get(scene.id) ?? UNMADE),
      ...contentOf(scene),
      id: scene.id,
      position,
    }),
  );
  const titleGiven = video.titleGiven || title !== video.title;
  let settled: Video = { ...video, title, titleGiven, options, scenes };
  settled = { ...settled, scenes: scenes.map((scene) => withAssets(video, settled, scene, takes, context)) };
  return {
    ...settled,
    scenes: settled.scenes.map((scene) => withSegment(settled, scene, takes, context)),
  };
}

function withAssets(
  before: Video,
  video: Video,
  scene: Scene,
  takes: TakeShelf,
  context: PlanContext,
): Scene {
  const old = before.scenes.find(({ id }) => id === scene.id);
  /** Why something was given up, as long as it is still the same that is wanted. */
  const givenUp = (fault: Fault | null | undefined, hashOf: typeof voiceHash) =>
    fault && old && hashOf(before, old, context) === hashOf(video, scene, context) ? fault : null;
  const settled = {
    ...scene,
    error: givenUp(old?.error, pictureHash),
    voiceError: givenUp(old?.voiceError, voiceHash),
  };
  if (wantsVoice(video, settled, context)) {
    const voice = voiceHash(video, scene, context);
    const spoken = takes.find('voice', voice);
    if (spoken) Object.assign(settled, spoken, { voiceHash: voice });
  }
  if (!wantsPicture(settled)) return settled;
  const picture = pictureHash(video, scene, context);
  const drawn = scene.pictureHash === picture ? null : takes.find('picture', picture);
  if (drawn) Object.assign(settled, drawn, { pictureHash: picture });
  return settled;
}

function withSegment(video: Video, scene: Scene, takes: TakeShelf, context: PlanContext): Scene {
  const hash = segmentHash(video, scene.position, context);
  const made = hash === null || hash === scene.segmentHash ? null : takes.find('segment', hash);
  return made ? { ...scene, ...made, segmentHash: hash } : scene;
}

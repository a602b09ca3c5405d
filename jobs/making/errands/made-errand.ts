/** The other end of an errand: a voice, picture or segment of a film that another worker has in hand. */
import type { Attempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { Production } from '#jobs/making/production.server.ts';
import { ensurePicture, ensureVoice } from '#jobs/making/scene-assets.ts';
import { type StepTools, stepTools } from '#jobs/making/step-tools.server.ts';
import { ensureSegment } from '#jobs/making/stretches/scene-stretch.ts';
import type { Workshop } from '#jobs/making/workshop.ts';
import { type Errand, type ErrandKind, NO_ERRANDS } from '#jobs/ports/errands.ts';
import { pictureHash, segmentHash, voiceHash } from '#jobs/story/film/plan.ts';

/** `unwanted` where the attempt is over, `declined` where this worker would make something else of it. */
export type ErrandEnd = 'made' | 'unwanted' | 'declined';

/**
 * Makes it, and writes it to the scene's row under the fence of the attempt that asked.
 * @throws AttemptEnded; StoryError or any other error where it could not be made, which the asking worker then finds
 *   out for itself.
 */
export async function makeErrand(
  workshop: Workshop,
  attempt: Attempt,
  { kind, position, hash }: Errand,
  signal: AbortSignal,
): Promise<ErrandEnd> {
  const video = await findVideo(workshop.db, attempt.videoId);
  if (video?.fence !== attempt.fence || !video.scenes[position]) return 'unwanted';
  const signals = { wanted: signal, failed: signal };
  const production = new Production(workshop, { attempt, video }, signals, { countsFrames: false });
  const tools = { ...stepTools(workshop, attempt), errands: NO_ERRANDS };
  if (HASHES[kind](production, position, tools) !== hash) return 'declined';
  await MAKERS[kind](production, position, tools);
  return 'made';
}

const HASHES: Record<ErrandKind, (production: Production, at: number, tools: StepTools) => string | null> = {
  voice: (production, at, { context }) => voiceHash(production.video, production.scene(at), context),
  picture: (production, at, { context }) => pictureHash(production.video, production.scene(at), context),
  segment: (production, at, { context }) => segmentHash(production.video, at, context),
};

const MAKERS: Record<ErrandKind, (production: Production, at: number, tools: StepTools) => Promise<void>> = {
  voice: ensureVoice,
  picture: (production, at, tools) => ensurePicture(production, at, { lastChance: false }, tools),
  segment: ensureSegment,
};

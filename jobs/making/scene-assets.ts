/** What each scene needs, made once: its voice, its picture, its stretch of the film. */

import { ProviderFault } from '#jobs/ports/calls/provider-fault.ts';
import { AttemptEnded, StoryError, toFault } from '#jobs/story/film/fault.ts';
import { segmentPropsOf } from '#jobs/story/film/film-props.ts';
import { pictureHash, segmentHash, voiceHash, wantsPicture } from '#jobs/story/film/plan.ts';
import { sceneFrames } from '#remotion/contract/timing.ts';
import { type NarrationTools, narrationFacts } from './narration';
import { placePicture } from './own-picture.server';
import { makePicture, type PictureTools } from './picture';
import type { Production } from './production.server';
import type { StepTools } from './step-tools.server';
import { NO_PICTURE } from './stored-picture.server';

/** Speaks the scene, unless this very voice exists. */
export async function ensureVoice(
  production: Production,
  position: number,
  tools: NarrationTools & Pick<StepTools, 'context' | 'assetSlots'>,
): Promise<void> {
  const { video } = production;
  const scene = production.scene(position);
  const hash = voiceHash(video, scene, tools.context);
  if (scene.voiceKey && scene.voiceHash === hash) return;
  const key = `${video.id}/voice-${hash}.wav`;
  const factsKey = `${video.id}/voice-${hash}.json`;

  await tools.assetSlots(async () => {
    const facts = await narrationFacts(production, tools, position, { hash, key, factsKey });
    await production.patchScene(position, { voiceKey: key, voiceHash: hash, ...facts });
  });
}

/**
 * Draws the scene's picture, unless this very one exists. A picture that cannot be had, or not by the last
 * attempt, is given up for a plain card: the film still completes, and the scene asks for attention. What
 * stands in the way of every picture, such as a rejected key or a cap, fails the film instead.
 * @param first the cast's first picture, where this one is to follow it.
 */
export async function ensurePicture(
  production: Production,
  position: number,
  { lastChance, first = null }: { lastChance: boolean; first?: Promise<void> | null },
  tools: PictureTools & Pick<StepTools, 'clips' | 'context' | 'assetSlots' | 'log'>,
): Promise<void> {
  const { video } = production;
  const scene = production.scene(position);
  const hash = pictureHash(video, scene, tools.context);
  if (!wantsPicture(scene) || (scene.pictureKey && scene.pictureHash === hash)) return;
  try {
    await first;
    await tools.assetSlots(() =>
      scene.picture.from === 'drawn'
        ? makePicture(production, tools, position, hash)
        : placePicture(production, tools, position, hash),
    );
  } catch (error) {
    const fault = toFault(error);
    if (error instanceof AttemptEnded || production.signal.aborted) throw error;
    if ((fault.retryable && !lastChance) || concernsAllPictures(error)) throw error;
    tools.log.warn({ err: error, videoId: video.id, position }, 'A picture was given up for a plain card.');
    await production.patchScene(position, { ...NO_PICTURE, error: fault });
  }
}

/** Whether a fault lies with the operator's server or caps rather than with this scene. */
function concernsAllPictures(error: unknown): boolean {
  if (error instanceof ProviderFault) return !error.retryable && !error.facts.refused;
  return error instanceof StoryError && error.code.startsWith('cost_cap_');
}

/** Renders the scene's stretch of the film, unless this very one exists. */
export async function ensureSegment(
  production: Production,
  position: number,
  tools: Pick<StepTools, 'storage' | 'renderer' | 'context' | 'assetUrl' | 'renderSlots'>,
): Promise<void> {
  const { video, signal } = production;
  const { storage, renderer } = tools;
  const hash = segmentHash(video, position, tools.context);
  const props = segmentPropsOf(video, position, tools.assetUrl);
  if (!hash || !props) throw new Error(`Scene ${position + 1} has no assets to be rendered from.`);
  const frames = sceneFrames(props.scene.durationMs);
  const scene = production.scene(position);
  const key = `${video.id}/segment-${hash}.ts`;
  if (!(scene.segmentKey && scene.segmentHash === hash)) {
    await tools.renderSlots(async () => {
      if (!(await storage.has(key))) {
        production.throwIfEnded();
        const outFile = await storage.scratchPath('ts');
        const onFrames = (done: number) => production.countFrames(position, done);
        await renderer.renderSegment(props, outFile, onFrames, signal);
        await storage.adopt(key, outFile);
      }
      await production.patchScene(position, { segmentKey: key, segmentHash: hash });
    });
  }
  production.countFrames(position, frames);
}

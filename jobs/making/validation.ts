import type { ScenePatch } from '#jobs/db/attempts/attempt-writes.server.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { sceneLengthMs } from '#jobs/story/film/film-props.ts';
import { isPictured } from '#jobs/story/film/scene-content.ts';
import type { Scene } from '#jobs/story/film/video.ts';
import { storyTimeline } from '#remotion/contract/timing.ts';
import { isPictureWhole, NO_PICTURE, removePicture } from './pictures/stored-picture.server';
import type { Production } from './production.server';
import { isReady } from './recovery';
import { storedSound } from './spoken-turn';
import type { StepTools } from './step-tools.server';

/**
 * Opens every voice and picture before the film is made of them, and goes on to rendering. A damaged file is
 * forgotten, so that the next attempt makes it again.
 * @throws StoryError `asset_damaged` (retryable)
 */
export async function validateAssets(
  production: Production,
  { storage }: Pick<StepTools, 'storage'>,
): Promise<void> {
  await production.move('assets_generated', 'All voices and pictures are there.', {
    activity: null,
    error: null,
  });
  const damaged: number[] = [];
  for (const scene of production.video.scenes) {
    const patch = await examine(scene, storage);
    if (!patch) continue;
    damaged.push(scene.position + 1);
    await production.patchScene(scene.position, patch);
  }
  if (damaged.length > 0) {
    throw new StoryError({
      code: 'asset_damaged',
      message: `The files of scene ${damaged.join(', ')} were damaged.`,
      hint: 'They are made again.',
      retryable: true,
    });
  }
  const lengths = production.video.scenes.map((scene) => ({ durationMs: sceneLengthMs(scene) ?? 0 }));
  const framesTotal = storyTimeline(lengths).total;
  await production.move('rendering', `Drawing the film: ${framesTotal} frames.`, {
    framesTotal,
    framesDone: production.framesDone(),
  });
}

/** What has to be forgotten of a scene, or null when all is well. */
async function examine(scene: Scene, storage: Storage): Promise<ScenePatch | null> {
  const isHeard =
    isReady(scene) && scene.voiceKey !== null && (await storedSound(storage, scene.voiceKey)) !== null;
  if (!isHeard) return { voiceKey: null, voiceHash: null };
  if (scene.pictureKey === null || !isPictured(scene.picture)) return null;
  if (await isPictureWhole(storage, scene)) return null;
  await removePicture(storage, scene);
  return NO_PICTURE;
}

import type { ScenePatch } from '#jobs/db/attempts/attempt-writes.server.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { planVideo } from '#jobs/story/film/plan.ts';
import { hasPicture, type Scene } from '#jobs/story/film/video.ts';
import { isPictureThere, NO_PICTURE } from './pictures/stored-picture.server';
import type { Production } from './production.server';
import type { StepTools } from './step-tools.server';

/**
 * Status recovery: finds out what truly exists, forgets what does not, and corrects the state, so that the
 * rest of the pipeline can believe the row.
 */
export async function recover(
  production: Production,
  { storage, ledger, context }: Pick<StepTools, 'storage' | 'ledger' | 'context'>,
): Promise<void> {
  await production.patiently(() => ledger.closeInterrupted(production.video.id));
  await forgetLostFiles(production, storage);
  const { status, scenes } = production.video;
  if (status === 'pending') return;
  if (scenes.length === 0) {
    if (!production.canMove('pending')) await production.move('assets_missing', 'The script is missing.');
    await production.move('pending', 'The script has to be written again.');
    return;
  }
  const plan = planVideo(production.video, context);
  const complete = plan.scenes.every((scene) => !scene.voice && !scene.picture);
  if (complete) return;
  if (status === 'assets_generated' || status === 'rendering') {
    await production.move('assets_missing', `Something is missing: ${listMissing(plan.scenes)}.`);
  }
  if (production.video.status === 'assets_missing') {
    await production.move('script_generated', `Making what is missing: ${listMissing(plan.scenes)}.`, {
      error: null,
    });
  }
}

/** Clears every key whose file is not there any more. */
async function forgetLostFiles(production: Production, storage: Storage): Promise<void> {
  const lost = async (key: string | null) => key !== null && !(await storage.has(key));
  for (const scene of production.video.scenes) {
    const patch: ScenePatch = {};
    if (await lost(scene.voiceKey)) Object.assign(patch, { voiceKey: null, voiceHash: null });
    if (scene.pictureKey && !(await isPictureThere(storage, scene))) Object.assign(patch, NO_PICTURE);
    if (await lost(scene.segmentKey)) Object.assign(patch, { segmentKey: null, segmentHash: null });
    if (Object.keys(patch).length > 0) await production.patchScene(scene.position, patch);
  }
  if (await lost(production.video.filmKey)) await production.patch({ filmKey: null, filmHash: null });
}

function listMissing(scenes: readonly { voice: boolean; picture: boolean }[]): string {
  const missing = scenes.flatMap((scene, position) => [
    ...(scene.voice ? [`voice of scene ${position + 1}`] : []),
    ...(scene.picture ? [`picture of scene ${position + 1}`] : []),
  ]);
  const shown = missing.slice(0, 3).join(', ');
  return missing.length > 3 ? `${shown} and ${missing.length - 3} more` : shown;
}

/** Whether voice and picture of a scene are there. */
export function isReady(scene: Scene): boolean {
  return scene.voiceKey !== null && scene.words !== null && hasPicture(scene);
}

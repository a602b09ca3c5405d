/** A picture that moves by itself: the still first, then a clip that begins with it, ordered once and collected. */
import { rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { countedEngines } from '#jobs/making/counted-engines.ts';
import type { Production } from '#jobs/making/production.server.ts';
import { isOutOfReach } from '#jobs/making/second-best.ts';
import type { StepTools } from '#jobs/making/step-tools.server.ts';
import { putJson, readJson } from '#jobs/making/stored-json.server.ts';
import { type Animator, isClipOver, type MotionRequest } from '#jobs/ports/animator.ts';
import { ProviderFault } from '#jobs/ports/calls/provider-fault.ts';
import { restOf } from '#jobs/ports/calls/server-faults.ts';
import { diskFault, writingToDisk } from '#jobs/ports/disk-fault.ts';
import { AttemptEnded, type Fault, StoryError, toFault } from '#jobs/story/film/fault.ts';
import { expectedSceneMs } from '#jobs/story/film/moving.ts';
import { clipKeyOf, fittedName } from '#jobs/story/film/own/own-files.ts';
import { sceneOfPrompt } from '#jobs/story/film/picture-cast.ts';
import { stillHash } from '#jobs/story/film/plan.ts';
import { promptOf } from '#jobs/story/film/scene-content.ts';
import { motionSeconds } from '#jobs/story/order/motion-service.ts';
import { FORMATS } from '#remotion/contract/story-props.ts';
import { makePicture, type PictureTools } from './picture';
import { findPicture, PICTURE_TYPES, type PictureExtension } from './stored-picture.server';

type MovingTools = PictureTools & Pick<StepTools, 'clips' | 'log'>;

/** What was ordered and not collected yet: a crash orders nothing twice. */
const orderSchema = z.object({ order: z.string().min(1) });

const MOVEMENT =
  'What is in the picture comes alive with slow, natural movement; the camera drifts a little. One shot, no cuts, no writing.';

/**
 * Makes the clip of that hash, or finds it. The still is seen until it is there, and stays, under the camera, where the
 * clip cannot be had: the scene asks for attention then.
 */
export async function makeMovingPicture(
  production: Production,
  tools: MovingTools,
  position: number,
  { hash, lastChance }: { hash: string; lastChance: boolean },
): Promise<void> {
  const { video } = production;
  const { storage, engines, context } = tools;
  const { animator } = engines;
  if (!animator) throw new Error('Nothing here lets pictures move.');
  const name = fittedName(video.id, 'clip', hash);
  const save = async () => {
    const found = await findPicture(storage, name);
    if (found) await production.patchScene(position, { ...found, pictureHash: hash, note: null });
    return found !== null;
  };
  if (await save()) return;
  const drawStill = () =>
    makePicture(production, tools, position, stillHash(video, production.scene(position), context));
  await (engines.pictures.isCounted ? drawStill() : tools.drawingSlots(drawStill));
  try {
    const clip = await clipOf(production, tools, position, { animator, name, hash });
    await storeClip(production, tools, name, clip);
    await save();
  } catch (error) {
    const fault = toFault(error);
    if (error instanceof AttemptEnded || production.signal.aborted) throw error;
    if ((fault.retryable && !lastChance) || restOf(error) !== null || concernsAllClips(error)) throw error;
    tools.log.warn({ err: error, videoId: video.id, position }, 'A picture stays still.');
    const pictureHash = context.fingerprint({ kind: 'still-in-place', for: hash });
    await production.patchScene(position, { pictureHash, error: stillFault(fault) });
  }
}

/**
 * A rejected key, a cap or a full disk stands in the way of all clips, and is somebody's to mend first. An order that is
 * not taken leaves the still, as a model that is gone does: servers do not agree on how they say that.
 */
function concernsAllClips(error: unknown): boolean {
  if (isOutOfReach(error)) return false;
  if (diskFault(error)) return true;
  if (error instanceof ProviderFault) return !error.retryable && !error.facts.unusable;
  return error instanceof StoryError && error.code.startsWith('cost_cap_');
}

async function clipOf(
  production: Production,
  { storage, engines, ledger }: MovingTools,
  position: number,
  { animator, name, hash }: { animator: Animator; name: string; hash: string },
): Promise<Uint8Array> {
  const { attempt, signal, wanted } = production;
  const orderKey = `${name}.order.json`;
  const placed =
    (await readJson(storage, orderKey, orderSchema)) ??
    (await ledger.record(
      attempt,
      { scene: position, kind: 'motion', identity: animator.identity, inputHash: hash, isCounted: true },
      async (hooks) => {
        const counted = countedEngines(engines, hooks, production).animator ?? animator;
        const order = await counted.order(await requestFor(production, storage, position, animator), wanted);
        await putJson(storage, orderKey, { order });
        return { order };
      },
    ));
  try {
    return await animator.collect(placed.order, signal);
  } catch (error) {
    // What can never be collected is not waited for again; whatever else went wrong, it is still there to be had.
    if (isClipOver(error)) await storage.remove(orderKey);
    throw error;
  }
}

async function requestFor(
  production: Production,
  storage: StepTools['storage'],
  position: number,
  { service }: Animator,
): Promise<MotionRequest> {
  const { options } = production.video;
  const scene = production.scene(position);
  const { pictureKey } = scene;
  if (pictureKey === null) throw new Error(`Scene ${position + 1} has no picture that could move.`);
  const extension = pictureKey.slice(pictureKey.lastIndexOf('.') + 1) as PictureExtension;
  return {
    still: await storage.read(pictureKey),
    mimeType: PICTURE_TYPES[extension],
    prompt: `${sceneOfPrompt(promptOf(scene))}\n\n${MOVEMENT}`,
    seconds: motionSeconds(service, expectedSceneMs(scene, options)),
    format: options.format,
  };
}

/** The clip in the film's own size, and last its still. @throws StoryError `clip_unusable`, or what the disk says */
async function storeClip(
  { video, signal }: Production,
  { storage, clips }: MovingTools,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const still = `${name}.jpg`;
  const file = resolve(await storage.scratchPath('mp4'));
  const [filmFile, stillFile] = await Promise.all(
    ['mp4', 'jpg'].map(async (extension) => resolve(await storage.scratchPath(extension))),
  );
  const scratch = [file, filmFile ?? '', stillFile ?? ''];
  try {
    await writingToDisk(() => writeFile(file, bytes));
    const fit = { focus: { x: 0.5, y: 0.5 }, ...FORMATS[video.options.format], outFile: filmFile ?? '' };
    await clips.fitClip({ source: { file, container: 'mov' }, ...fit }, signal);
    await clips.takeStill({ file: filmFile ?? '', container: 'mov' }, stillFile ?? '', signal);
    await storage.adopt(clipKeyOf(still), filmFile ?? '');
    await storage.adopt(still, stillFile ?? '');
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof StoryError) || diskFault(error)) throw error;
    await storage.remove(`${name}.order.json`);
    throw new StoryError({ ...error.toFault(), code: 'clip_unusable', retryable: false }, { cause: error });
  } finally {
    await Promise.all(scratch.map((path) => rm(path, { force: true })));
  }
}

function stillFault({ code, message }: Fault): Fault {
  return {
    code,
    message: `This picture stays still, and the camera moves over it. ${message}`,
    hint: 'Press Fix to have it move, which may be paid for again.',
    retryable: false,
  };
}

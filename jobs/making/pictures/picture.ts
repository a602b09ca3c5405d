/** How a scene's picture is drawn: as it is described, in milder words, or by the built-in studio. */

import { z } from 'zod';
import type { ScenePatch } from '#jobs/db/attempts/attempt-writes.server.ts';
import { countedEngines } from '#jobs/making/counted-engines.ts';
import type { Production } from '#jobs/making/production.server.ts';
import { isOutOfReach } from '#jobs/making/second-best.ts';
import type { StepTools } from '#jobs/making/step-tools.server.ts';
import { putJson, readJson } from '#jobs/making/stored-json.server.ts';
import { isRefusal } from '#jobs/ports/calls/provider-fault.ts';
import type { PictureRequest, Providers, ReferencePicture } from '#jobs/ports/engines.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import { leaderOf } from '#jobs/story/film/picture-cast.ts';
import { promptOf } from '#jobs/story/film/scene-content.ts';
import { readingOf } from '#jobs/story/film/scene-reading.ts';
import { faultSchema } from '#jobs/story/film/stored/fault-schema.ts';
import { styleIn } from '#jobs/story/order/matched-style.ts';
import { engineName } from '#jobs/story/storyboard/making-rates.ts';
import { type DrawnPicture, drawScene } from './drawn-picture';
import { findPicture, PICTURE_TYPES, type PictureExtension, putPicture } from './stored-picture.server';

export type PictureTools = Pick<
  StepTools,
  'storage' | 'ledger' | 'engines' | 'context' | 'clock' | 'drawingSlots'
>;

const softenedSchema = z.object({ prompt: z.string().min(1) });

/** Draws and stores the picture of that hash, or finds it stored; then the scene's row has it. */
export async function makePicture(
  production: Production,
  tools: PictureTools,
  position: number,
  hash: string,
): Promise<void> {
  const { video, attempt } = production;
  const { storage, ledger, engines, context } = tools;
  const engine = engineName(context.picturesIn?.(video.options) ?? context.engines.pictures);
  const name = `${video.id}/picture-${hash}`;
  const save = async (tookMs?: number): Promise<boolean> => {
    const found = await findPicture(storage, name);
    if (!found) return false;
    const note = await readJson(storage, `${name}.note.json`, faultSchema);
    const making = tookMs === undefined ? null : ({ kind: 'picture', engine, amount: 1, tookMs } as const);
    await production.patchScene(position, { ...found, pictureHash: hash, note }, making);
    return true;
  };
  if (await save()) return;
  await production.report(position, 'picture');
  const { identity, isCounted = false } = engines.pictures;
  await ledger.record(
    attempt,
    { scene: position, kind: 'picture', identity, inputHash: hash, isCounted },
    async (hooks) => {
      const counted = { ...tools, engines: countedEngines(engines, hooks, production) };
      const { tookMs } = await tools.clock.measure(isCounted ? 0 : 1, async () => {
        const { note, ...drawn } = await draw(production, counted, position, name);
        // The note comes first: where the picture is, everything is.
        if (note) await putJson(storage, `${name}.note.json`, note);
        await putPicture(storage, name, drawn);
      });
      await save(tookMs);
    },
  );
}

/**
 * What a scene shows whose picture cannot be had: what the built-in studio draws, or null where that draws all
 * pictures anyway. It has a name of its own, so that the picture itself is still to be had.
 */
export async function secondPicture(
  production: Production,
  { storage, ledger, engines, context, drawingSlots }: PictureTools,
  position: number,
  hash: string,
): Promise<ScenePatch | null> {
  const { video, attempt, signal } = production;
  const { drawings } = engines;
  if (!drawings) return null;
  const { identity } = drawings;
  const pictureHash = context.fingerprint({ kind: 'second-picture', engine: identity, for: hash });
  const name = `${video.id}/picture-${pictureHash}`;
  if (!(await findPicture(storage, name))) {
    const request = requestFor(production, position);
    await ledger.record(
      attempt,
      { scene: position, kind: 'picture', identity, inputHash: pictureHash, isCounted: false },
      async () => putPicture(storage, name, await drawingSlots(() => drawScene(drawings, request, signal))),
    );
  }
  const found = await findPicture(storage, name);
  return found && { ...found, pictureHash, note: null };
}

function requestFor(production: Production, position: number): PictureRequest {
  const { video } = production;
  const scene = production.scene(position);
  return {
    prompt: promptOf(scene),
    reading: readingOf(scene),
    style: styleIn(video.options),
    format: video.options.format,
    quality: video.options.quality,
    seed: scene.seed,
  };
}

interface DrawnScene extends DrawnPicture {
  note: Fault | null;
}

/** What the engine refuses is asked for once more in milder words, and is drawn by the built-in studio then. */
async function draw(
  production: Production,
  tools: Pick<PictureTools, 'storage' | 'engines' | 'drawingSlots'>,
  position: number,
  name: string,
): Promise<DrawnScene> {
  const { storage, engines } = tools;
  const signal = engines.pictures.isCounted ? production.wanted : production.signal;
  const scene = production.scene(position);
  const softenedKey = `${name}.softened.json`;
  const request: PictureRequest = {
    ...requestFor(production, position),
    references: await referencesFor(production, tools, position),
  };
  const drawHere = async () => {
    const drawing = () => drawScene(engines.drawings ?? engines.pictures, request, signal);
    // Without a picture model it is this picture's turn already.
    const drawn = await (engines.drawings ? tools.drawingSlots(drawing) : drawing());
    return { ...drawn, note: DRAWN_HERE };
  };
  // What was refused for good is not asked for again because a file was lost.
  const earlier = await readJson(storage, `${name}.note.json`, faultSchema);
  if (earlier?.code === DRAWN_HERE.code) return drawHere();
  let softened = await readJson(storage, softenedKey, softenedSchema);
  try {
    if (!softened) return { ...(await drawScene(engines.pictures, request, signal)), note: null };
  } catch (error) {
    if (!isRefusal(error) || !engines.drawings) throw error;
    softened = await soften(engines, { ...scene, imagePrompt: promptOf(scene) }, signal);
    if (softened) await putJson(storage, softenedKey, softened);
  }
  try {
    if (softened) {
      const drawn = await drawScene(
        engines.pictures,
        { ...request, ...softened, reading: undefined },
        signal,
      );
      return { ...drawn, note: SOFTENED };
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  return drawHere();
}

/** The scene in milder words; null where nobody can find any. */
async function soften(
  { script }: Providers,
  { imagePrompt, narration }: { imagePrompt: string; narration: string },
  signal: AbortSignal,
): Promise<{ prompt: string } | null> {
  if (!script.softenPrompt) return null;
  try {
    return { prompt: await script.softenPrompt(imagePrompt, narration, signal) };
  } catch (error) {
    if (isOutOfReach(error)) return null;
    throw error;
  }
}

/** The first picture of the cast, where this one follows it and it was drawn by the same engine. */
async function referencesFor(
  production: Production,
  { storage, engines }: Pick<PictureTools, 'storage' | 'engines'>,
  position: number,
): Promise<ReferencePicture[]> {
  const { video } = production;
  const { followsReferences } = engines.pictures;
  const leader = leaderOf(video.scenes, production.scene(position), followsReferences);
  if (!leader) return [];
  const { pictureKey, error, note } = leader;
  // What stands in a picture's place has another look.
  if (!pictureKey || error || note?.code === DRAWN_HERE.code) return [];
  const mimeType = PICTURE_TYPES[pictureKey.slice(pictureKey.lastIndexOf('.') + 1) as PictureExtension];
  return [{ image: await storage.read(pictureKey), mimeType }];
}

const SOFTENED: Fault = {
  code: 'picture_softened',
  message: 'The picture model refused this scene, so it was described in milder words.',
  hint: 'Nothing needs to be done.',
  retryable: false,
};

const DRAWN_HERE: Fault = {
  code: 'picture_drawn_here',
  message: 'The picture model refused this scene, so the built-in studio drew it.',
  hint: 'Nothing needs to be done; a milder story gets a painted picture.',
  retryable: false,
};

/** What each scene needs, made once: its voice, its picture, its stretch of the film. */
import { z } from 'zod';
import { type Word, wordSchema } from '../../remotion/story-props';
import { sceneFrames } from '../../remotion/timing';
import { underLedger } from '../db/calls.server';
import { AttemptEnded, toFault } from '../domain/errors';
import { segmentPropsOf } from '../domain/film-props';
import { pictureHash, segmentHash, voiceHash } from '../domain/plan';
import type { Production } from '../production.server';
import { drawScene } from '../steps/picture';
import { speakScene } from '../steps/voice';
import { planContext } from './context.server';
import { putJson, readJson } from './stored-json.server';

const voiceFactsSchema: z.ZodType<{ words: Word[]; durationMs: number }> = z.object({
  words: z.array(wordSchema).min(1),
  durationMs: z.number().positive(),
});

/** Speaks the scene, unless this very voice exists. */
export async function ensureVoice(production: Production, position: number): Promise<void> {
  const { studio, video, signal } = production;
  const scene = production.scene(position);
  const context = planContext(studio);
  const hash = voiceHash(video, scene, context);
  if (scene.voiceKey && scene.voiceHash === hash) return;
  const key = `${video.id}/voice-${hash}.wav`;
  const factsKey = `${video.id}/voice-${hash}.json`;

  await studio.assetSlots(async () => {
    // The facts are stored after the sound: where they are, a crash interrupted nothing but the row.
    let facts = await readJson(studio.storage, factsKey, voiceFactsSchema);
    if (!facts) {
      await production.report(position, 'voice');
      const request = {
        text: scene.narration,
        voice: video.options.voice,
        language: video.options.language,
      };
      const subject = { videoId: video.id, scene: position, kind: 'voice', inputHash: hash } as const;
      facts = await underLedger(studio.db, { ...subject, identity: context.engines.speech }, async () => {
        const { audio, ...rest } = await speakScene(studio.providers.speech, request, signal);
        await studio.storage.put(key, audio);
        await putJson(studio.storage, factsKey, rest);
        return rest;
      });
    }
    await production.patchScene(position, { voiceKey: key, voiceHash: hash, ...facts });
  });
}

/**
 * Draws the scene's picture, unless this very one exists. A picture that cannot be had, or not by the last
 * attempt, is given up for a plain card: the film still completes, and the scene asks for attention.
 */
export async function ensurePicture(
  production: Production,
  position: number,
  { lastChance }: { lastChance: boolean },
): Promise<void> {
  const { studio, video } = production;
  const scene = production.scene(position);
  const hash = pictureHash(video, scene, planContext(studio));
  if (scene.error || (scene.pictureKey && scene.pictureHash === hash)) return;
  try {
    await studio.assetSlots(() => drawPicture(production, position, hash));
  } catch (error) {
    const fault = toFault(error);
    if (error instanceof AttemptEnded || production.signal.aborted) throw error;
    if (fault.retryable && !lastChance) throw error;
    studio.log.warn({ err: error, videoId: video.id, position }, 'A picture was given up for a plain card.');
    await production.patchScene(position, { pictureKey: null, pictureHash: null, error: fault });
  }
}

async function drawPicture(production: Production, position: number, hash: string): Promise<void> {
  const { studio, video, signal } = production;
  const scene = production.scene(position);
  const { storage } = studio;
  const keyWith = (extension: string) => `${video.id}/picture-${hash}.${extension}`;
  for (const extension of ['jpg', 'png', 'webp']) {
    if (!(await storage.has(keyWith(extension)))) continue;
    await production.patchScene(position, { pictureKey: keyWith(extension), pictureHash: hash });
    return;
  }
  await production.report(position, 'picture');
  const identity = studio.providers.pictures.identity;
  const request = {
    prompt: scene.imagePrompt,
    style: video.options.style,
    format: video.options.format,
    seed: scene.seed,
  };
  await underLedger(
    studio.db,
    { videoId: video.id, scene: position, kind: 'picture', identity, inputHash: hash },
    async () => {
      const { image, extension } = await drawScene(studio.providers.pictures, request, signal);
      await storage.put(keyWith(extension), image);
      await production.patchScene(position, { pictureKey: keyWith(extension), pictureHash: hash });
    },
  );
}

/** Renders the scene's stretch of the film, unless this very one exists. */
export async function ensureSegment(production: Production, position: number): Promise<void> {
  const { studio, video, signal } = production;
  const hash = segmentHash(video, position, planContext(studio));
  const props = segmentPropsOf(video, position, studio.assetUrl);
  if (!hash || !props) throw new Error(`Scene ${position + 1} has no assets to be rendered from.`);
  const frames = sceneFrames(props.scene.durationMs);
  const scene = production.scene(position);
  const key = `${video.id}/segment-${hash}.ts`;
  if (!(scene.segmentKey && scene.segmentHash === hash)) {
    await studio.renderSlots(async () => {
      if (!(await studio.storage.has(key))) {
        production.throwIfEnded();
        const outFile = await studio.storage.scratchPath('ts');
        const onFrames = (done: number) => production.countFrames(position, done);
        await studio.renderer.renderSegment(props, outFile, onFrames, signal);
        await studio.storage.adopt(key, outFile);
      }
      await production.patchScene(position, { segmentKey: key, segmentHash: hash });
    });
  }
  production.countFrames(position, frames);
}

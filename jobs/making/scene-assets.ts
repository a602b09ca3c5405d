/** What each scene needs before it is drawn, made once: its voice and its picture. */

import { isDatabaseAway } from '#jobs/db/away/database-away.ts';
import { ProviderFault } from '#jobs/ports/calls/provider-fault.ts';
import { restOf } from '#jobs/ports/calls/server-faults.ts';
import { diskFault } from '#jobs/ports/disk-fault.ts';
import { AttemptEnded, StoryError, toFault } from '#jobs/story/film/fault.ts';
import { isToMove } from '#jobs/story/film/moving.ts';
import { pictureHash, speechEngine, voiceHash, wantsPicture, wantsVoice } from '#jobs/story/film/plan.ts';
import { optionsIn } from '#jobs/story/film/scene-speech.ts';
import { standIns, voiceName } from '#jobs/story/film/speakers/stand-ins.ts';
import { speakerKindOf } from '#jobs/story/film/speech.ts';
import { storyLanguage } from '#jobs/story/language/language.ts';
import { USUAL_VOICE } from '#jobs/story/order/voices.ts';
import { engineName, type MakingTime } from '#jobs/story/storyboard/making-rates.ts';
import { isMadeElsewhere } from './errands/sent-errand';
import { type NarrationFacts, type NarrationKeys, type NarrationTools, narrationFacts } from './narration';
import { makeMovingPicture } from './pictures/moving-picture.server';
import { placePicture } from './pictures/own-picture.server';
import { makePicture, type PictureTools, secondPicture } from './pictures/picture';
import { NO_PICTURE } from './pictures/stored-picture.server';
import type { Production } from './production.server';
import { BREAKS_OFF, isOutOfReach, spokenHere, spokenHereFault } from './second-best';
import { spokenTurns } from './speech-turns';
import type { StepTools } from './step-tools.server';

/**
 * Speaks the scene, unless this very voice exists. What a service will not say is said by a voice of this machine where
 * it has one for the language; the scene asks for attention then.
 */
export async function ensureVoice(
  production: Production,
  position: number,
  tools: NarrationTools & Pick<StepTools, 'context' | 'assetSlots' | 'clock' | 'errands'>,
): Promise<void> {
  const { video } = production;
  const scene = production.scene(position);
  const hash = voiceHash(video, scene, tools.context);
  if (scene.voiceKey && !wantsVoice(video, scene, tools.context)) return;
  const options = optionsIn(video.options, scene);
  const engine = engineName(speechEngine(options, tools.context));
  const waits = tools.context.waitsFor?.speech === true && speakerKindOf(options) === 'service-or-builtin';
  const make = async () => {
    const keys = keysOf(video.id, hash);
    const isThere = await tools.storage.has(keys.factsKey);
    const { result, tookMs } = await tools.clock.measure(waits ? 0 : 1, () =>
      narrationFacts(production, tools, position, keys),
    );
    const { breaksOff, ...facts } = result;
    const making: MakingTime | null = isThere
      ? null
      : { kind: 'voice', engine, amount: Math.round(facts.durationMs), tookMs };
    if (breaksOff) return keepBrokenOff(production, tools, position, { keys, facts });
    const voice = { voiceKey: keys.key, voiceHash: hash, voiceError: null };
    await production.patchScene(position, { ...voice, ...facts }, making);
  };
  try {
    await production.inTurn(`voice ${hash}`, async () => {
      // Whoever waits for a server need not be helped.
      const errand = { kind: 'voice', position, hash } as const;
      if (!waits && (await isMadeElsewhere(production, tools.errands, errand))) return;
      await tools.assetSlots(make);
    });
  } catch (error) {
    const cast = standIns(production.video);
    const here = isOutOfReach(error) && spokenHere(tools.engines, storyLanguage(video), cast);
    if (!here || production.signal.aborted) throw error;
    const { identity } = here.speech;
    const turns = spokenTurns(production.video, scene);
    const voices = turns.map(({ voice }) => cast.get(voiceName(voice ?? video.options)) ?? USUAL_VOICE);
    const second = tools.context.fingerprint({
      ...{ kind: 'second-voice', engine: identity, for: hash },
      ...(turns.length > 1 && { voices }),
    });
    const keys = keysOf(video.id, second);
    const given = { ...tools, engines: here };
    const { breaksOff: _, ...facts } = await narrationFacts(production, given, position, keys);
    const voiceError = spokenHereFault(error, new Set(voices).size);
    await production.patchScene(position, { voiceKey: keys.key, voiceHash: second, voiceError, ...facts });
  }
}

/**
 * Keeps a voice that breaks off, under a name of its own: the scene has it until somebody asks for the whole one, which
 * is not there then.
 */
async function keepBrokenOff(
  production: Production,
  { storage, context }: Pick<StepTools, 'storage' | 'context'>,
  position: number,
  { keys, facts }: { keys: NarrationKeys; facts: Omit<NarrationFacts, 'breaksOff'> },
): Promise<void> {
  const hash = context.fingerprint({ kind: 'broken-voice', for: keys.hash });
  const kept = keysOf(production.video.id, hash);
  await storage.put(kept.key, await storage.read(keys.key));
  const voice = { voiceKey: kept.key, voiceHash: hash, voiceError: BREAKS_OFF };
  await production.patchScene(position, { ...voice, ...facts });
  // Its turns too, where there are several.
  const named = `${production.video.id}/voice-${keys.hash}`;
  for (const { key } of await storage.list(production.video.id)) {
    if (key.startsWith(named)) await storage.remove(key);
  }
}

const keysOf = (videoId: string, hash: string) => ({
  hash,
  key: `${videoId}/voice-${hash}.wav`,
  factsKey: `${videoId}/voice-${hash}.json`,
});

/**
 * Draws the scene's picture, unless this very one exists. A picture that cannot be had, or not by the last
 * attempt, is given up for what the built-in studio draws, or for a plain card where that could not: the film still
 * completes, and the scene asks for attention. What stands in the way of every picture, such as a rejected key or a
 * cap, fails the film instead.
 * @param first the cast's first picture, where this one is to follow it.
 */
export async function ensurePicture(
  production: Production,
  position: number,
  { lastChance, first = null }: { lastChance: boolean; first?: Promise<void> | null },
  tools: PictureTools & Pick<StepTools, 'clips' | 'context' | 'assetSlots' | 'errands' | 'log'>,
): Promise<void> {
  const { video } = production;
  const scene = production.scene(position);
  const hash = pictureHash(video, scene, tools.context);
  if (!wantsPicture(scene) || (scene.pictureKey && scene.pictureHash === hash)) return;
  try {
    await first;
    const moves = tools.engines.animator && isToMove(video.options, scene);
    const drawn = () =>
      moves
        ? makeMovingPicture(production, tools, position, { hash, lastChance })
        : makePicture(production, tools, position, hash);
    const make = () =>
      scene.picture.from === 'drawn' ? drawn() : placePicture(production, tools, position, hash);
    const isDrawnHere = scene.picture.from === 'drawn' && !moves && !tools.engines.pictures.isCounted;
    const slots = isDrawnHere ? tools.drawingSlots : tools.assetSlots;
    await production.inTurn(`picture ${hash}`, async () => {
      const errand = { kind: 'picture', position, hash } as const;
      if (isDrawnHere && (await isMadeElsewhere(production, tools.errands, errand))) return;
      await slots(make);
    });
  } catch (error) {
    const fault = toFault(error);
    if (error instanceof AttemptEnded || production.signal.aborted || isDatabaseAway(error)) throw error;
    // A server that rests draws later.
    if ((fault.retryable && !lastChance) || restOf(error) !== null || concernsAllPictures(error)) throw error;
    tools.log.warn({ err: error, videoId: video.id, position }, 'A picture was given up.');
    const isDrawn = scene.picture.from === 'drawn';
    const second = isDrawn
      ? await orNothing(secondPicture(production, tools, position, hash), tools.log)
      : null;
    await production.patchScene(position, { ...(second ?? NO_PICTURE), error: fault });
  }
}

/** What takes a picture's place may fail as well: a plain card needs nothing. */
async function orNothing<T>(made: Promise<T>, log: StepTools['log']): Promise<T | null> {
  try {
    return await made;
  } catch (error) {
    if (error instanceof AttemptEnded || diskFault(error) || isDatabaseAway(error)) throw error;
    log.warn({ err: error }, 'The studio could not draw it either.');
    return null;
  }
}

/** Whether a fault lies with the operator's server, disk or caps rather than with this scene. */
function concernsAllPictures(error: unknown): boolean {
  if (isOutOfReach(error)) return false;
  if (diskFault(error)) return true;
  if (error instanceof ProviderFault) return !error.retryable;
  return error instanceof StoryError && error.code.startsWith('cost_cap_');
}

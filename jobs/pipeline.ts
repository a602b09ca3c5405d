/**
 * How a story becomes a film, on one page.
 *
 * Whatever stands already is skipped, so that the same lines serve a first attempt, a resumed one, a retry
 * and an edit. Voices and pictures of all scenes are made side by side; a scene's stretch of the film is
 * rendered as soon as its own assets are there.
 */
import type { Attempt } from './db/attempts/attempt-writes.server';
import { finishFilm } from './making/film';
import { ensureSound } from './making/film-sound';
import { takeOver } from './making/formats/take-over.server';
import { ensureCaptions } from './making/formats/translated-captions';
import { Production } from './making/production.server';
import { recover } from './making/recovery';
import { ensurePicture, ensureVoice } from './making/scene-assets';
import { ensureScript } from './making/script';
import { allOrWorst } from './making/settling';
import { type StepTools, stepTools } from './making/step-tools.server';
import { ensureSegment } from './making/stretches/scene-stretch';
import { validateAssets } from './making/validation';
import type { Workshop } from './making/workshop';
import { traced } from './ports/tracing';
import { remainingCostUsd } from './story/budget/remaining-cost';
import { showsPrevious } from './story/film/film-props';
import { isToMove, showsClip } from './story/film/moving';
import { leaderOf } from './story/film/picture-cast';
import type { Video } from './story/film/video';

/**
 * Makes the film of one video, or what is missing of it.
 * @param lastChance true in the queue's final attempt: what may be left out then is.
 * @throws AttemptEnded when the attempt was overtaken, cancelled or shut down; StoryError or any other error
 *   when it failed. Nothing that was finished before is lost.
 */
export async function makeFilm(
  workshop: Workshop,
  begun: { attempt: Attempt; video: Video },
  { signal, lastChance }: { signal: AbortSignal; lastChance: boolean },
): Promise<void> {
  const abort = new AbortController();
  const production = new Production(workshop, begun, { wanted: signal, failed: abort.signal });
  const tools = stepTools(workshop, begun.attempt);

  await recover(production, tools);
  await takeOver(production, tools);
  await holdToCaps(production, tools);
  await ensureScript(production, tools);
  // A person wants to look at the storyboard first, and says when to go on.
  if (production.video.held) return;

  // Only now it is known how many scenes there are.
  await holdToCaps(production, tools);

  await ensureCaptions(production, tools);

  const { scenes: script, options } = production.video;
  const isPreviousSeen = showsPrevious(options);
  const scenes: { voice: Promise<void>; picture: Promise<void> }[] = [];
  for (const scene of script) {
    const leader = leaderOf(script, scene, tools.context.followsReferences);
    const first = leader ? (scenes[leader.position]?.picture ?? null) : null;
    const voice = ensureVoice(production, scene.position, tools);
    const picture = ensurePicture(production, scene.position, { lastChance, first }, tools);
    scenes.push({ voice, picture });
  }
  const segments = scenes.map(async (scene, position) => {
    const previous = isPreviousSeen ? scenes[position - 1] : undefined;
    await Promise.all([scene.voice, scene.picture, previous?.picture]);
    // A clip goes on into the next scene from where its own ends, which its voice tells.
    const before = script[position - 1];
    if (before && (showsClip(before) || isToMove(production.video.options, before))) await previous?.voice;
    await ensureSegment(production, position, tools);
  });

  const rendered = allOrWorst(segments, abort);
  // Beside the pictures that are still drawn: it needs what is heard alone.
  const sound = Promise.all(
    script.flatMap(({ picture: { from } }, position) => {
      const scene = scenes[position];
      return from === 'clip' ? [scene?.voice, scene?.picture] : [scene?.voice];
    }),
  ).then(() => traced('sound', {}, () => ensureSound(production, tools)));
  // They are waited for below; a fault that comes before that is not an unheard one.
  const besides = Promise.allSettled([rendered, sound]);
  try {
    await allOrWorst(
      scenes.flatMap((scene) => [scene.voice, scene.picture]),
      abort,
    );
    await validateAssets(production, tools);
    await allOrWorst<unknown>([sound, rendered], abort);
    const mixed = await sound;
    await traced('film', {}, () => finishFilm(production, mixed, tools));
  } finally {
    // Whatever failed, nothing of this attempt goes on when it is over.
    await besides;
  }
}

/** A film that would stop at a cap half made is not begun. @throws StoryError `cost_cap_video` or `cost_cap_day` */
async function holdToCaps(
  production: Production,
  { ledger, tariff }: Pick<StepTools, 'ledger' | 'tariff'>,
): Promise<void> {
  if (!tariff) return;
  const { attempt, video } = production;
  const expectedUsd = remainingCostUsd(tariff, video, { isMended: false });
  await production.patiently(() => ledger.holdFilm(attempt, expectedUsd));
}

/** What an update of the film takes, before anything is spent: seconds and US dollars. Pure. */
import type { FilmTariff } from '#jobs/story/budget/film-cost.ts';
import { remainingCostUsd } from '#jobs/story/budget/remaining-cost.ts';
import { BREATH_MS, MIN_SCENE_MS } from '#jobs/story/budget/scene-lengths.ts';
import type { Usd } from '#jobs/story/budget/usd.ts';
import { showsPrevious } from '#jobs/story/film/film-props.ts';
import { isToMove } from '#jobs/story/film/moving.ts';
import { hasStill, type PlanContext, speechEngine } from '#jobs/story/film/plan.ts';
import { readingTimes, spokenMs } from '#jobs/story/film/reading-times.ts';
import { isSpoken, optionsIn, spokenText } from '#jobs/story/film/scene-speech.ts';
import { speakerKindOf } from '#jobs/story/film/speech.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import { framesToMs, sceneFrames, storyTimeline } from '#remotion/contract/timing.ts';
import { engineName, type MakingRates, type MakingTime, tallFrames } from './making-rates';
import type { RedoKind, RedoPlan } from './redo-plan';
import { type WorkPiece, workloadMs } from './workload';

export interface RedoCost {
  /** From the person's word to the finished film; 0 where nothing is to be made. */
  seconds: number;
  /** Expected; 0 where everything is free. */
  usd: Usd;
}

/** The machine that the film is made on. */
export interface MakingPlace {
  cores: number;
  /** Voices and pictures in the making at once. */
  assetSlots: number;
}

export interface RedoFacts {
  /** The video as it is wanted, see `settleVideo`. */
  wanted: Video;
  plan: RedoPlan;
  context: PlanContext;
  rates: MakingRates;
  place: MakingPlace;
  /** Null where everything is built in and free. */
  tariff: FilmTariff | null;
}

/** Until the worker has taken the job and looked through what exists, ms. */
const BEGINNING_MS = 350;
/** How long a picture-to-video model takes until more is known, ms. */
const MOVING_MS = 90_000;
/** What fitting a person's own picture or clip to the frame takes, ms. */
const FITTING_MS = { own: 400, clip: 2000 };

/** What it takes to make what the plan names, and to put the film together. */
export function redoCost({ wanted, plan, context, rates, place, tariff }: RedoFacts): RedoCost {
  if (!plan.film) return { seconds: 0, usd: 0 };
  const lengths = wanted.scenes.map((scene) => ({ durationMs: expectedMs(wanted, scene, plan) }));
  const pieces = piecesOf({ wanted, plan, context, rates }, lengths);
  const filmMs = framesToMs(storyTimeline(lengths).total);
  const soundMs = filmMs * ((plan.music ? rates.music : 0) + (plan.sound ? rates.sound : 0));
  const heard = pieces.flatMap(({ isHeard }, at) => (isHeard ? [at] : []));
  pieces.push({ ms: soundMs, cores: 1, lane: 'sound', after: heard, isHeard: false });
  const makingMs = workloadMs(pieces, { cores: place.cores, lanes: { assets: place.assetSlots } });
  return {
    seconds: (BEGINNING_MS + makingMs + filmMs * rates.finish) / 1000,
    usd:
      tariff === null
        ? 0
        : remainingCostUsd(tariff, lacking(wanted, plan), {
            onlyMoves: (scene) => hasStill(wanted, scene, context),
          }),
  };
}

/** Whose rates a plan is told by. */
export function enginesOf({
  wanted,
  plan,
  context,
}: Pick<RedoFacts, 'wanted' | 'plan' | 'context'>): Pick<MakingTime, 'kind' | 'engine'>[] {
  const speakers = plan.lines.flatMap(({ what, position }) => {
    const scene = wanted.scenes[position];
    return what === 'voice' && scene ? voiceEngine(wanted, scene, context) : [];
  });
  return [
    ...[...new Set(speakers)].map((engine) => ({ kind: 'voice' as const, engine })),
    { kind: 'picture', engine: pictureEngine(wanted, context) },
    { kind: 'segment', engine: context.compositionVersion },
  ];
}

const voiceEngine = ({ options }: Video, scene: Scene, context: PlanContext) =>
  engineName(speechEngine(optionsIn(options, scene), context));
const pictureEngine = ({ options }: Video, context: PlanContext) =>
  engineName(context.picturesIn?.(options) ?? context.engines.pictures);

interface FilmPiece extends WorkPiece {
  /** Whether the film's sound waits for it. */
  isHeard: boolean;
}

function piecesOf(
  { wanted, plan, context, rates }: Omit<RedoFacts, 'tariff' | 'place'>,
  lengths: readonly { durationMs: number }[],
): FilmPiece[] {
  const pieces: FilmPiece[] = [];
  /** Places of the pieces that give a scene its voice and its picture. */
  const made = new Map<string, number>();
  for (const { what, position, sceneId } of plan.lines) {
    const scene = wanted.scenes[position];
    if (!scene || what === 'stretch') continue;
    const piece =
      what === 'voice'
        ? { ...voicePiece(wanted, scene, context, rates), lane: 'assets' }
        : picturePiece(wanted, scene, context, rates);
    const isHeard = what === 'voice' || scene.picture.from === 'clip';
    made.set(`${what} ${sceneId}`, pieces.push({ ...piece, after: [], isHeard }) - 1);
  }
  for (const { what, position, sceneId } of plan.lines) {
    if (what !== 'stretch') continue;
    const before = showsPrevious(wanted.options) ? wanted.scenes[position - 1]?.id : undefined;
    const after = [`voice ${sceneId}`, `picture ${sceneId}`, `picture ${before}`].flatMap(
      (name) => made.get(name) ?? [],
    );
    const frames = sceneFrames(lengths[position]?.durationMs ?? 0);
    // What was measured holds for the picture that it was measured with.
    const known = made.has(`picture ${sceneId}`) ? null : sceneId;
    const perFrame = rates.segment(context.compositionVersion, known);
    const ms = tallFrames(frames, wanted.options.format) * perFrame;
    pieces.push({ ms, cores: 'all', lane: 'stretches', after, isHeard: false });
  }
  return pieces;
}

type Effort = Pick<WorkPiece, 'ms' | 'cores'>;

function voicePiece(wanted: Video, scene: Scene, context: PlanContext, rates: MakingRates): Effort {
  const ms = (voiceMs(wanted, scene) + BREATH_MS) * rates.voice(voiceEngine(wanted, scene, context));
  return { ms, cores: context.waitsFor?.speech === true && isServed(wanted, scene) ? 0 : 1 };
}

function picturePiece(
  wanted: Video,
  { picture }: Scene,
  context: PlanContext,
  rates: MakingRates,
): Omit<WorkPiece, 'after'> {
  if (picture.from === 'own' || picture.from === 'clip')
    return { ms: FITTING_MS[picture.from], cores: 1, lane: 'assets' };
  // The still before it is nothing beside it.
  if (context.motion && isToMove(wanted.options, { picture }))
    return { ms: MOVING_MS, cores: 0, lane: 'assets' };
  const ms = rates.picture(pictureEngine(wanted, context));
  // What is drawn here is drawn one at a time.
  return context.waitsFor?.pictures === true
    ? { ms, cores: 0, lane: 'assets' }
    : { ms, cores: 1, lane: 'drawings' };
}

/** Whether a scene's voice is the speech engine's, rather than the machine's own, a person's, or nobody's. */
function isServed({ options }: Video, scene: Scene): boolean {
  return scene.recording === null && speakerKindOf(optionsIn(options, scene)) === 'service-or-builtin';
}

/** How long a scene's voice is expected to be, ms. */
function voiceMs({ options }: Video, scene: Scene): number {
  if (scene.recording) return scene.recording.durationMs;
  if (!isSpoken(options, scene)) return readingTimes(scene.narration, options.speed).at(-1)?.endMs ?? 0;
  return spokenMs(spokenText(scene), options.speed);
}

/** How long a scene is expected to last in the film, ms. */
function expectedMs(wanted: Video, scene: Scene, { lines }: RedoPlan): number {
  const isNew = lines.some(({ what, sceneId }) => what === 'voice' && sceneId === scene.id);
  const told = Math.max(MIN_SCENE_MS, voiceMs(wanted, scene) + BREATH_MS);
  return (isNew ? told : (scene.durationMs ?? told)) + scene.pauseMs;
}

/** The same video without what the plan makes anew, as `remainingCostUsd` is asked about it. */
function lacking(wanted: Video, { lines }: RedoPlan): Video {
  const isMade = (kind: RedoKind, id: string) =>
    lines.some(({ what, sceneId }) => what === kind && sceneId === id);
  const scenes = wanted.scenes.map((scene) => ({
    ...scene,
    ...{ error: null, voiceError: null },
    voiceKey: isMade('voice', scene.id) ? null : (scene.voiceKey ?? 'there'),
    pictureKey: isMade('picture', scene.id) ? null : (scene.pictureKey ?? 'there'),
    segmentKey: isMade('stretch', scene.id) ? null : (scene.segmentKey ?? 'there'),
  }));
  return { ...wanted, scenes };
}

/** How fast this machine's engines are, from how long they took. */
import type { ProviderIdentity } from '#jobs/story/film/provider-identity.ts';
import { FORMATS, type FormatName } from '#remotion/contract/story-props.ts';
import type { TakeKind } from './take';

/** How long the making of one thing took by itself. */
export interface MakingTime {
  kind: TakeKind;
  /** What made it, see `engineName`. */
  engine: string;
  /** How much of it there is: ms of speech, frames as `tallFrames` counts them, or 1 for a picture. */
  amount: number;
  tookMs: number;
}

/** The same, with the scene that it was made for. */
export interface SceneMakingTime extends MakingTime {
  sceneId: string;
}

/** How long it took to make a film's sound. */
export interface SoundTime {
  /** To compose its music; null where it was there, there is none, or too much ran beside it. */
  musicMs: number | null;
  /** To mix it; null where it was there, or too much ran beside it. */
  soundMs: number | null;
}

/** How long it took to put a film together once all its parts were there. */
export interface FinishTime extends SoundTime {
  tookMs: number;
}

/** What was measured, the newest of each kind and engine; any of it may be missing. */
export interface MeasuredTimes {
  /** The newest first. */
  makings: readonly SceneMakingTime[];
  finishes: readonly (FinishTime & { durationMs: number })[];
}

/** ms for each ms of speech, for a picture, for each tall frame, and for each ms of the film. */
export interface MakingRates {
  voice(engine: string): number;
  picture(engine: string): number;
  /** Of a scene's stretch: as it was for the stretches of this scene, where there are any. */
  segment(engine: string, sceneId: string | null): number;
  finish: number;
  /** Of composing the film's music. */
  music: number;
  /** Of mixing its sound. */
  sound: number;
}

/** How many of the newest makings of a kind tell its rate. */
export const MEASURED = 6;

/** On a machine of two cores, before anything was measured. */
const USUAL: Record<TakeKind | 'finish' | 'music' | 'sound', number> = {
  voice: 0.1,
  picture: 1500,
  segment: 18,
  finish: 0.03,
  music: 0.06,
  sound: 0.06,
};

/** Of how many of the newest sounds the least is taken. */
const NEWEST_SOUNDS = 5;
/** Of how many of a scene's own stretches the median is taken. */
const OWN = 3;

/** As many frames of the tall format as have the pixels of these: what a frame takes follows its size. */
export function tallFrames(frames: number, format: FormatName): number {
  return Math.round((frames * pixelsOf(format)) / pixelsOf('9:16'));
}

function pixelsOf(format: FormatName): number {
  const { width, height } = FORMATS[format];
  return width * height;
}

/** An engine as it is named beside what it made. */
export function engineName({ name, model }: ProviderIdentity): string {
  return `${name} ${model}`;
}

/**
 * The median of what was measured; what a usual machine takes where nothing was. What a frame takes differs from
 * picture to picture by its layers, so a scene that was drawn before tells it best.
 */
export function ratesOf({ makings, finishes }: MeasuredTimes): MakingRates {
  const rateOf =
    (kind: TakeKind) =>
    (engine: string, sceneId: string | null = null) => {
      const found = makings.filter((made) => made.kind === kind && made.engine === engine && made.amount > 0);
      const own = found.filter((made) => made.sceneId === sceneId).slice(0, OWN);
      const told = own.length > 0 ? own : found;
      return median(told.map(({ amount, tookMs }) => tookMs / amount)) ?? USUAL[kind];
    };
  const ofFilms = (ms: (finish: FinishTime) => number | null) =>
    finishes.flatMap((finish) => (ms(finish) === null ? [] : (ms(finish) ?? 0) / finish.durationMs));
  /** What ran beside a sound can only have held it up: the least is what it takes by itself. */
  const leastOf = (values: readonly number[]) =>
    values.length > 0 ? Math.min(...values.slice(0, NEWEST_SOUNDS)) : null;
  return {
    voice: rateOf('voice'),
    picture: rateOf('picture'),
    segment: rateOf('segment'),
    finish: median(ofFilms(({ tookMs }) => tookMs)) ?? USUAL.finish,
    music: leastOf(ofFilms(({ musicMs }) => musicMs)) ?? USUAL.music,
    sound: leastOf(ofFilms(({ soundMs }) => soundMs)) ?? USUAL.sound,
  };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

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

/** How long it took to put a film together once all its parts were there. */
export interface FinishTime {
  durationMs: number;
  tookMs: number;
}

/** What was measured, the newest of each kind and engine; any of it may be missing. */
export interface MeasuredTimes {
  makings: readonly MakingTime[];
  finishes: readonly FinishTime[];
}

/** ms for each ms of speech, for a picture, for each tall frame, and for each ms of the film. */
export interface MakingRates {
  voice(engine: string): number;
  picture(engine: string): number;
  segment(engine: string): number;
  finish: number;
}

/** How many of the newest makings of a kind tell its rate. */
export const MEASURED = 15;

/** On a machine of two cores, before anything was measured. */
const USUAL: Record<TakeKind, number> & { finish: number } = {
  voice: 0.1,
  picture: 1500,
  segment: 18,
  finish: 0.12,
};

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

/** The median of what was measured; what a usual machine takes where nothing was. */
export function ratesOf({ makings, finishes }: MeasuredTimes): MakingRates {
  const rateOf = (kind: TakeKind) => (engine: string) => {
    const found = makings.filter((made) => made.kind === kind && made.engine === engine && made.amount > 0);
    return median(found.map(({ amount, tookMs }) => tookMs / amount)) ?? USUAL[kind];
  };
  return {
    voice: rateOf('voice'),
    picture: rateOf('picture'),
    segment: rateOf('segment'),
    finish: median(finishes.map(({ durationMs, tookMs }) => tookMs / durationMs)) ?? USUAL.finish,
  };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

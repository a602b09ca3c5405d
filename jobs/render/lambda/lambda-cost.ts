/**
 * What drawing on AWS Lambda costs, by how long its functions run; without what storage and transfer add. US dollars;
 * an expectation, until it was measured on Amazon's own machines. Pure.
 */
import type { Estimate } from '#jobs/ports/calls/call-estimate.ts';
import type { FilmTariff } from '#jobs/story/budget/film-cost.ts';
import { roundUpUsd, type Usd } from '#jobs/story/budget/usd.ts';
import { FPS } from '#remotion/contract/story-props.ts';
import type { LambdaPlace } from './lambda-place';
import { LAMBDA_RATES } from './lambda-rates';

/** Frames that one function draws: a whole number of the stretches between keyframes. */
export const FRAMES_PER_FUNCTION = 60;
/** How often a function that failed is called again, by Remotion. */
export const FUNCTION_RETRIES = 1;

/** Until a function's browser shows the composition, s. */
const BEGINNING_S = 5;
/** A frame in a function, s: a screenshot and its encoding, as slowly as on one core of an older machine. */
const FRAME_S = 0.25;
/** What the one that joins them does besides waiting, s. */
const JOINING_S = 5;
/** Disk that comes with every function. */
const FREE_DISK_MB = 512;
const GB_MB = 1024;

/** What a second of the place's function costs, and a call of it. */
function ratesOf({ region, function: { memoryMb, diskMb } }: LambdaPlace): {
  secondUsd: number;
  callUsd: number;
} {
  const rates = LAMBDA_RATES[region];
  if (!rates) throw new RangeError(`Nobody knows what ${region} costs.`);
  const diskGb = Math.max(0, diskMb - FREE_DISK_MB) / GB_MB;
  return {
    secondUsd: rates.memoryUsd * (memoryMb / GB_MB) + rates.diskUsd * diskGb,
    callUsd: rates.callUsd,
  };
}

/** What a segment costs whatever its length, and what each second of it adds. */
export function lambdaTariff(place: LambdaPlace): NonNullable<FilmTariff['render']> {
  const { secondUsd, callUsd } = ratesOf(place);
  // Two calls begin it, of which one lasts until all is drawn; the last function has less to draw than it could.
  const wholeS = BEGINNING_S + FRAMES_PER_FUNCTION * FRAME_S + JOINING_S + BEGINNING_S;
  const filmSecondS = FPS * (FRAME_S + BEGINNING_S / FRAMES_PER_FUNCTION);
  return {
    sceneUsd: roundUpUsd(wholeS * secondUsd + 3 * callUsd),
    secondUsd: roundUpUsd(filmSecondS * secondUsd + (FPS / FRAMES_PER_FUNCTION) * callUsd),
  };
}

/** What a segment of so many frames is expected to cost, and at most: every function to its last second, and again. */
export function segmentEstimate(place: LambdaPlace, frames: number): Estimate {
  const { sceneUsd, secondUsd } = lambdaTariff(place);
  const rates = ratesOf(place);
  const functions = Math.ceil(frames / FRAMES_PER_FUNCTION) * (1 + FUNCTION_RETRIES) + 2;
  const maximumUsd: Usd = roundUpUsd(functions * (place.function.timeoutS * rates.secondUsd + rates.callUsd));
  const expectedUsd = roundUpUsd(sceneUsd + (secondUsd * frames) / FPS);
  return { expectedUsd: Math.min(expectedUsd, maximumUsd), maximumUsd, basis: 'listed' };
}

/** Clicks: sudden jumps that nothing around them explains. */
import { FILM_SAMPLE_RATE } from '#jobs/sound/audio/mix.ts';

const REACH = (30 * FILM_SAMPLE_RATE) / 1000;
/** What a jump is compared with: the voice's own pulses come again within this. */
const AROUND = (20 * FILM_SAMPLE_RATE) / 1000;
/** The jump itself is left out of that. */
const CORE = FILM_SAMPLE_RATE / 1000;
/** Times the greatest around it; a p or a t stays under it. */
const RATIO = 3.5;
/** Quieter ones are not heard, linear. */
const AUDIBLE = 10 ** (-50 / 20);

/** How many clicks there are within 30 ms of given moments, ms. */
export function clicksAt(channels: readonly Float32Array[], momentsMs: readonly number[]): number {
  let clicks = 0;
  for (const ms of momentsMs) {
    const centre = Math.round((ms / 1000) * FILM_SAMPLE_RATE);
    if (channels.some((channel) => hasClick(channel, centre))) clicks++;
  }
  return clicks;
}

function hasClick(samples: Float32Array, centre: number): boolean {
  const from = Math.max(2, centre - REACH);
  const to = Math.min(samples.length - 1, centre + REACH);
  for (let at = from; at < to; at++) {
    const jump = Math.abs(bend(samples, at));
    if (jump > AUDIBLE && jump > RATIO * bendAround(samples, at)) return true;
  }
  return false;
}

/** Second difference: what is left of a smooth curve is small, of a jump it is the jump. */
function bend(samples: Float32Array, at: number): number {
  return (samples[at] as number) - 2 * (samples[at - 1] as number) + (samples[at - 2] as number);
}

function bendAround(samples: Float32Array, at: number): number {
  let greatest = 0;
  for (let near = Math.max(2, at - AROUND); near < Math.min(samples.length, at + AROUND); near++) {
    if (Math.abs(near - at) > CORE) greatest = Math.max(greatest, Math.abs(bend(samples, near)));
  }
  return greatest;
}

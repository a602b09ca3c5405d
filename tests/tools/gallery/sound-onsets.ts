/**
 * When words begin, found in the sound alone: an independent measure for the times that the voice gives. Where
 * a word follows silence, its onset is where energy rises; where an s or sh follows a sound without hiss, it
 * is where the energy above 4 kHz rises.
 */
import { applyBiquads, BUTTERWORTH_Q, highPass } from '#jobs/sound/audio/biquad.ts';

const HOP_MS = 2;
const WINDOW_MS = 6;
const LEAST_RISE_DB = 12;

/** Mean level around every 2 ms, dB. */
export function levels(samples: Float32Array, rate: number): Float32Array {
  const hop = (HOP_MS * rate) / 1000;
  const half = Math.round((WINDOW_MS * rate) / 2000);
  return Float32Array.from({ length: Math.floor(samples.length / hop) }, (_, slot) => {
    const centre = Math.round(slot * hop);
    let energy = 1e-10;
    for (let index = Math.max(0, centre - half); index < Math.min(samples.length, centre + half); index++) {
      energy += (samples[index] ?? 0) ** 2;
    }
    return 10 * Math.log10(energy / (2 * half));
  });
}

/** The part of the sound in which hisses live. */
export function hissOf(samples: Float32Array, rate: number): Float32Array {
  const filter = highPass({ frequency: 4500, q: BUTTERWORTH_Q }, rate);
  return applyBiquads(samples, [filter, filter]);
}

/**
 * The moment within ± `reachMs` of `aroundMs` at which the level climbs for good past `belowPeakDb` under its
 * highest, or past the middle of its climb where that is higher; null where it climbs by less than 12 dB.
 */
export function onsetNear(
  level: Float32Array,
  aroundMs: number,
  { reachMs, belowPeakDb }: { reachMs: number; belowPeakDb: number },
): number | null {
  const from = Math.max(0, Math.round((aroundMs - reachMs) / HOP_MS));
  const to = Math.min(level.length - 1, Math.round((aroundMs + reachMs) / HOP_MS));
  const stretch = level.slice(from, to + 1);
  const highest = Math.max(...stretch);
  const top = stretch.indexOf(highest);
  const before = stretch.slice(0, top + 1);
  const lowest = Math.min(...before);
  if (highest - lowest < LEAST_RISE_DB) return null;
  const threshold = Math.max(highest - belowPeakDb, (Math.max(lowest, highest - 60) + highest) / 2);
  let slot = top;
  while (slot > 0 && (stretch[slot - 1] ?? 0) >= threshold) slot--;
  return (from + slot) * HOP_MS;
}

/** Side-chain ducking: the music steps back while somebody speaks. */
import { decibelsToGain } from './decibels';
import { slidingMaximum, smoothedByWindow } from './envelope';

export interface DuckingSettings {
  /** How far the music steps back, dB. */
  depthDb: number;
  /** The music is all the way down this long before the first sound of speech, ms. */
  aheadMs: number;
  /** It stays down this long after speech, so that it does not pump in the pauses between sentences, ms. */
  holdMs: number;
  /** Length of each move down or up, ms. */
  moveMs: number;
}

export const GENTLE_DUCKING: DuckingSettings = { depthDb: 9, aheadMs: 60, holdMs: 550, moveMs: 600 };

const HOP_MS = 10;
/** Mean level of a hop above which it counts as speech, dBFS. */
const SPEECH_FLOOR_DB = -48;

/**
 * Gain for the music at every sample, from 1 down to the ducking depth, following where `speech` sounds.
 * The moves are smooth and begin before the speech does: the whole speech is known.
 */
export function duckingGain(
  speech: Float32Array,
  sampleRate: number,
  settings: DuckingSettings = GENTLE_DUCKING,
): Float32Array {
  const hop = Math.round((HOP_MS / 1000) * sampleRate);
  const toHops = (ms: number): number => Math.round(ms / HOP_MS);
  const radius = Math.max(1, toHops(settings.moveMs / 2));
  const active = slidingMaximum(
    speechActivity(speech, hop),
    toHops(settings.holdMs) + radius,
    toHops(settings.aheadMs) + radius,
  );
  const depth = smoothedByWindow(active, radius).map((share) => decibelsToGain(-settings.depthDb * share));

  const gain = new Float32Array(speech.length);
  for (let index = 0; index < gain.length; index++) {
    const position = index / hop;
    const slot = Math.floor(position);
    const from = depth[slot] as number;
    const to = depth[Math.min(slot + 1, depth.length - 1)] as number;
    gain[index] = from + (to - from) * (position - slot);
  }
  return gain;
}

/** 1 for each hop in which speech sounds, 0 for the others. */
export function speechActivity(speech: Float32Array, hop: number): Float32Array {
  const threshold = decibelsToGain(SPEECH_FLOOR_DB) ** 2;
  const activity = new Float32Array(Math.ceil(speech.length / hop));
  for (let slot = 0; slot < activity.length; slot++) {
    const end = Math.min(speech.length, (slot + 1) * hop);
    let energy = 0;
    for (let index = slot * hop; index < end; index++) energy += (speech[index] as number) ** 2;
    activity[slot] = energy / (end - slot * hop) > threshold ? 1 : 0;
  }
  return activity;
}

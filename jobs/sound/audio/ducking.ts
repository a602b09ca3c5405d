/** Side-chain ducking: the music steps back while somebody speaks, further under a quiet phrase. */
import { decibelsToGain } from './decibels';
import { slidingMaximum, smoothedByWindow } from './envelope';
import { type Phrase, phrasesOf } from './spoken-phrases';

export interface DuckingSettings {
  /** How far the music steps back at least, dB. */
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

/** By how many samples phrases are found that music ducks under. */
export const duckingHop = (sampleRate: number): number => Math.round((HOP_MS / 1000) * sampleRate);

/**
 * Gain for the music, from 1 down to the ducking depth, following where `speech` sounds. The moves are smooth and
 * begin before the speech does: the whole speech is known.
 *
 * @param wantedDb how far the music is to step back under one phrase; never less than the settings' depth
 * @returns the gain at each sample, which is told when it is asked for: a film's worth of them is large
 */
export function duckingGain(
  speech: Float32Array,
  sampleRate: number,
  settings: DuckingSettings = GENTLE_DUCKING,
  wantedDb: (phrase: Phrase) => number = () => settings.depthDb,
): (sample: number) => number {
  const hop = duckingHop(sampleRate);
  const toHops = (ms: number): number => Math.round(ms / HOP_MS);
  const radius = Math.max(1, toHops(settings.moveMs / 2));
  const depths = new Float32Array(Math.ceil(speech.length / hop));
  for (const phrase of phrasesOf(speech, hop, toHops(settings.holdMs))) {
    const depth = Math.max(settings.depthDb, wantedDb(phrase));
    depths.fill(depth, phrase.start / hop, Math.ceil(phrase.end / hop));
  }
  const held = slidingMaximum(depths, toHops(settings.holdMs) + radius, toHops(settings.aheadMs) + radius);
  const depth = smoothedByWindow(held, radius).map((decibels) => decibelsToGain(-decibels));

  return (sample) => {
    const position = sample / hop;
    const slot = Math.floor(position);
    const from = depth[slot] as number;
    const to = depth[Math.min(slot + 1, depth.length - 1)] as number;
    return from + (to - from) * (position - slot);
  };
}

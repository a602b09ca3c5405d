/** How far words' times are from what is heard. */
import type { Word } from '#remotion/contract/story-props.ts';
import { hissOf, levels, onsetNear } from './sound-onsets';

/** A word that follows so much silence begins where the energy rises, ms. */
const SILENCE_MS = 100;
const BEGINS_WITH_HISS = /^[^\p{L}\p{N}]*(?:s(?!h?[cpt])|z)/iu;
const ENDS_WITH_HISS = /(?:[sxz]|ce|ge|sh|ch|t|f)[’'"”.,!?;:)…]*$/iu;
/** Around the words, so that the measure sees the silence before the first one, ms. */
const MARGIN_MS = 300;

/**
 * Differences of words' times and onsets found in the sound alone, ms, where one can be told: after silence,
 * and where a hiss follows a sound without.
 */
export function timingErrors(samples: Float32Array, sampleRate: number, words: readonly Word[]): number[] {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return [];
  const fromMs = Math.max(0, Math.floor(first.startMs - MARGIN_MS));
  const toSample = (ms: number) => Math.round((ms / 1000) * sampleRate);
  const part = samples.subarray(toSample(fromMs), toSample(last.endMs + MARGIN_MS));
  const whole = levels(part, sampleRate);
  const hiss = levels(hissOf(part, sampleRate), sampleRate);
  return words.flatMap(({ text, startMs }, index) => {
    const previous = words[index - 1];
    const isAfterSilence = !previous || startMs - previous.endMs > SILENCE_MS;
    const isHiss = BEGINS_WITH_HISS.test(text) && !ENDS_WITH_HISS.test(previous?.text ?? '');
    const level = isAfterSilence ? whole : isHiss ? hiss : null;
    const range = { reachMs: 150, belowPeakDb: isAfterSilence ? 30 : 15 };
    const onset = level && onsetNear(level, startMs - fromMs, range);
    return onset === null ? [] : [Math.abs(onset + fromMs - startMs)];
  });
}

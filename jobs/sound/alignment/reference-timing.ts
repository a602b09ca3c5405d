/** Word times of any voice by comparison with a voice whose word times are known. */
import type { Word } from '#remotion/contract/story-props.ts';
import { cepstraOf, FRAME_STEP_MS } from './cepstra';
import { speechSpan, type TimeSpan } from './speech-span';
import { warpOnto } from './time-warp';
import { orderWords } from './word-order';

/** Mono samples, full scale at ±1. */
export interface MonoSound {
  samples: Float32Array;
  /** Hz */
  sampleRate: number;
}

export interface ReferenceTiming {
  words: Word[];
  /** How unlike the two voices sounded, per frame; about 2 to 4 for two voices that say the same. */
  meanDistance: number;
}

/**
 * Word times in a sound that says the same as a reference whose word times are known: both are described by
 * cepstra every 10 ms and warped onto each other in time. Silence at both ends is left out. Method as in
 * F. Malfrère and T. Dutoit, "High-quality speech synthesis for phonetic speech segmentation" (1997).
 */
export function timeByReference(
  target: MonoSound,
  reference: MonoSound,
  referenceWords: readonly Word[],
): ReferenceTiming {
  const targetSpan = speechSpan(target.samples, target.sampleRate);
  const referenceSpan = speechSpan(reference.samples, reference.sampleRate);
  const { targetFrames, meanDistance } = warpOnto(
    cepstraOf(cut(reference, referenceSpan), reference.sampleRate),
    cepstraOf(cut(target, targetSpan), target.sampleRate),
  );
  const moveTime = (ms: number): number => {
    const position = (ms - referenceSpan.startMs) / FRAME_STEP_MS;
    const frame = Math.max(0, Math.min(targetFrames.length - 1, position));
    const before = targetFrames[Math.floor(frame)] as number;
    const after = targetFrames[Math.ceil(frame)] as number;
    return targetSpan.startMs + (before + (after - before) * (frame % 1)) * FRAME_STEP_MS;
  };
  const words = referenceWords.map(({ text, startMs, endMs }) => ({
    text,
    startMs: moveTime(startMs),
    endMs: moveTime(endMs),
  }));
  const durationMs = (target.samples.length / target.sampleRate) * 1000;
  return { words: orderWords(words, durationMs), meanDistance };
}

function cut({ samples, sampleRate }: MonoSound, { startMs, endMs }: TimeSpan): Float32Array {
  return samples.subarray(Math.round((startMs / 1000) * sampleRate), Math.round((endMs / 1000) * sampleRate));
}

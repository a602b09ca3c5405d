/** From espeak-ng's raw sound to one that stands beside the other voices: rate, tone, level, quiet ends. */
import { applyBiquads, BUTTERWORTH_Q, highPass, highShelf, peaking } from '#jobs/sound/audio/biquad.ts';
import { type CompressorSettings, compress } from '#jobs/sound/audio/dynamics.ts';
import { fadeEnds } from '#jobs/sound/audio/envelope.ts';
import { normaliseLoudness } from '#jobs/sound/audio/normalise.ts';
import { resample } from '#jobs/sound/audio/resample.ts';

/** Hz */
export const SPEECH_SAMPLE_RATE = 48_000;
/** Silence before the first sound and after the last, ms. */
export const LEAD_IN_MS = 100;
const TAIL_MS = 180;
const FADE_MS = 5;
/** −16 LUFS as heard from two speakers is 3 LU less as a single channel. */
const LEVEL = { lufs: -19.01, ceilingDb: -1.8 };
const EVENING: CompressorSettings = { thresholdDb: -24, ratio: 2, kneeDb: 12, attackMs: 8, releaseMs: 120 };

/**
 * What is said from `startMs` to `endMs` of a raw sound, with quiet ends: 48 kHz, −16 LUFS as played centred,
 * true peak under −1.8 dBTP. Its first sound is at `LEAD_IN_MS`.
 */
export function finishSpeech(
  raw: Float32Array,
  rawRate: number,
  { startMs, endMs }: { startMs: number; endMs: number },
): Float32Array {
  const cut = (ms: number) => Math.round((ms / 1000) * rawRate);
  const spoken = resample(raw.slice(cut(startMs), cut(endMs)), rawRate, SPEECH_SAMPLE_RATE);
  const toSamples = (ms: number) => Math.round((ms / 1000) * SPEECH_SAMPLE_RATE);
  fadeEnds(spoken, toSamples(FADE_MS), toSamples(FADE_MS));
  const whole = new Float32Array(toSamples(LEAD_IN_MS) + spoken.length + toSamples(TAIL_MS));
  whole.set(spoken, toSamples(LEAD_IN_MS));
  const rate = SPEECH_SAMPLE_RATE;
  const clean = applyBiquads(whole, [highPass({ frequency: 80, q: BUTTERWORTH_Q }, rate)]);
  // Formants made by rule buzz between 2.5 and 4 kHz and are sharp above.
  const softer = applyBiquads(compress(clean, rate, EVENING), [
    peaking({ frequency: 3200, q: 0.9, gainDb: -3 }, rate),
    highShelf({ frequency: 6000, q: BUTTERWORTH_Q, gainDb: -3 }, rate),
  ]);
  normaliseLoudness([softer], rate, LEVEL);
  return softer;
}

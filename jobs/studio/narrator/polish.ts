/** From the synthesiser's raw 16 kHz to a voice that is pleasant over music: rate, tone, dynamics, level. */
import {
  applyBiquads,
  BUTTERWORTH_Q,
  highPass,
  highShelf,
  lowPass,
  peaking,
} from '#jobs/sound/audio/biquad.ts';
import { decibelsToGain } from '#jobs/sound/audio/decibels.ts';
import { type CompressorSettings, compress } from '#jobs/sound/audio/dynamics.ts';
import { fadeEnds } from '#jobs/sound/audio/envelope.ts';
import { normaliseLoudness } from '#jobs/sound/audio/normalise.ts';
import { resample } from '#jobs/sound/audio/resample.ts';
import type { Tone } from './voice-settings';

/** Hz */
export const SPEECH_SAMPLE_RATE = 48_000;

/** As heard when the one channel is played by both speakers, LUFS, and as it is measured alone. */
const CENTRED_LUFS = -16;
const MONO_LUFS = CENTRED_LUFS - 3.01;
const CEILING_DB = -1.8;
const EDGE_FADE_MS = 5;

const EVENING: CompressorSettings = {
  thresholdDb: -26,
  ratio: 1.8,
  kneeDb: 12,
  attackMs: 12,
  releaseMs: 150,
};
const DE_ESSING: CompressorSettings = { thresholdDb: -36, ratio: 3, kneeDb: 6, attackMs: 2, releaseMs: 60 };
/** Where the sharp consonants begin, Hz. */
const SIBILANCE = 5200;
/** Level of the overtones added above 8 kHz against the consonants that they mirror, dB. */
const AIR_DB = -13;

/**
 * Polishes narration to 48 kHz at −16 LUFS as played centred (−19 LUFS as a single channel) with a true peak
 * under −1.8 dBTP. The length in time is unchanged, and so are all word times.
 */
export function polishVoice(samples: Float32Array, sampleRate: number, tone: Tone): Float32Array {
  const rate = SPEECH_SAMPLE_RATE;
  const shaped = softenSibilance(shapeTone(samples, sampleRate, tone), sampleRate);
  const open = addAir(resample(shaped, sampleRate, rate), rate);
  const fade = Math.round((EDGE_FADE_MS / 1000) * rate);
  fadeEnds(open, fade, fade);
  normaliseLoudness([open], rate, { lufs: MONO_LUFS, ceilingDb: CEILING_DB });
  return open;
}

/** Dynamics and tone, worked at the synthesiser's own rate, where a third of the samples does. */
function shapeTone(samples: Float32Array, rate: number, tone: Tone): Float32Array {
  const clean = applyBiquads(samples, [highPass({ frequency: 70, q: BUTTERWORTH_Q }, rate)]);
  return applyBiquads(compress(clean, rate, EVENING), [
    peaking({ frequency: 200, q: 0.7, gainDb: tone.bodyDb }, rate),
    peaking({ frequency: 2000, q: 0.7, gainDb: tone.clarityDb }, rate),
    peaking({ frequency: 4200, q: 0.9, gainDb: tone.presenceDb }, rate),
    highShelf({ frequency: 5500, q: BUTTERWORTH_Q, gainDb: tone.sibilanceDb }, rate),
  ]);
}

/** Holds back the upper band alone, and only where it is sharp. */
function softenSibilance(samples: Float32Array, rate: number): Float32Array {
  const sharp = applyBiquads(samples, [highPass({ frequency: SIBILANCE, q: BUTTERWORTH_Q }, rate)]);
  const softened = compress(sharp, rate, DE_ESSING);
  return samples.map((sample, index) => sample - (sharp[index] as number) + (softened[index] as number));
}

/**
 * Sound sampled at 16 kHz is dull: nothing is left above 8 kHz. The band from 4.5 to 8 kHz is mirrored to
 * 8–11.5 kHz (spectral folding, J. Makhoul and M. Berouti 1979), well below what it is made from: breath
 * and consonants, which are noise, are heard to go on upwards.
 */
function addAir(samples: Float32Array, rate: number): Float32Array {
  const band = applyBiquads(samples, [
    highPass({ frequency: 4500, q: 0.54 }, rate),
    highPass({ frequency: 4500, q: 1.31 }, rate),
  ]);
  const carrier = (2 * Math.PI * 16_000) / rate;
  const mirrored = band.map((sample, index) => 2 * sample * Math.cos(carrier * index));
  const air = applyBiquads(mirrored, [
    highPass({ frequency: 7800, q: BUTTERWORTH_Q }, rate),
    lowPass({ frequency: 11_500, q: 0.54 }, rate),
    lowPass({ frequency: 11_500, q: 1.31 }, rate),
  ]);
  const gain = decibelsToGain(AIR_DB);
  return samples.map((sample, index) => sample + gain * (air[index] as number));
}

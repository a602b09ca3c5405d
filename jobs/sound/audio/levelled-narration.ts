/** Speech of any voice as the film takes it: one rate, one channel, one loudness. */
import { amplify, decibelsToGain, gainToDecibels } from './decibels';
import { fadeEnds } from './envelope';
import { integratedLoudness } from './loudness';
import { resample } from './resample';
import { encodeWav, type PcmAudio } from './wav';

/** Hz */
const NARRATION_SAMPLE_RATE = 48_000;

/** As loud as the built-in voices: −16 LUFS as played by both speakers, 3.01 LU less as one channel. */
const LEVEL_LUFS = -19.01;
/** Sample peak that the gain leaves, −1.8 dB: room for the peaks between samples. */
const PEAK_CEILING = decibelsToGain(-1.8);
const EDGE_FADE_MS = 5;
/** Quieter than this at its loudest, a sound is silence (−60 dB). */
const SILENCE_PEAK = 0.001;
const SHORTEST_MS = 80;
/** An end louder than this share of the peak is no end of a sentence (−20 dB). */
const LOUD_TAIL = 0.1;

export type Narration =
  /** `endsLoud`: the sound stops in the middle of a syllable, as one that was cut off does. */
  { ok: true; wav: Uint8Array; durationMs: number; endsLoud: boolean } | { ok: false; why: string };

/** WAV, 48 kHz, mono, 16 bit, about as loud as the built-in voices. `why` is a clause. */
export function narrationOf({ sampleRate, channels }: PcmAudio): Narration {
  const mono = mixDown(channels);
  const peak = peakOf(mono);
  if ((mono.length / sampleRate) * 1000 < SHORTEST_MS) return { ok: false, why: 'the sound is empty' };
  if (peak < SILENCE_PEAK) return { ok: false, why: 'the sound is silent' };
  const samples = resample(mono, sampleRate, NARRATION_SAMPLE_RATE);
  const fade = Math.round((EDGE_FADE_MS / 1000) * NARRATION_SAMPLE_RATE);
  fadeEnds(samples, fade, fade);
  // A plain gain, held back where peaks would clip: the film's mix levels every scene once more, with a limiter.
  const missingDb = LEVEL_LUFS - integratedLoudness([samples], NARRATION_SAMPLE_RATE);
  const gainDb = Math.min(missingDb, gainToDecibels(PEAK_CEILING / peakOf(samples)));
  amplify([samples], gainDb);
  const wav = encodeWav({ sampleRate: NARRATION_SAMPLE_RATE, channels: [samples] });
  const durationMs = (samples.length / NARRATION_SAMPLE_RATE) * 1000;
  return { ok: true, wav, durationMs, endsLoud: tailLevel(mono, sampleRate) > peak * LOUD_TAIL };
}

/** Loudest sample of the last 15 ms. */
function tailLevel(samples: Float32Array, sampleRate: number): number {
  return peakOf(samples.subarray(Math.max(0, samples.length - Math.round(0.015 * sampleRate))));
}

function peakOf(samples: Float32Array): number {
  return samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
}

function mixDown(channels: readonly Float32Array[]): Float32Array {
  const [first] = channels;
  if (!first || channels.length === 1) return first ?? new Float32Array(0);
  return first.map(
    (_, index) => channels.reduce((sum, channel) => sum + (channel[index] as number), 0) / channels.length,
  );
}

/** What is heard of people's own clips: from where they begin, and again from there for as long as they are seen. */

import { amplify } from './decibels';
import { fadeEnds } from './envelope';
import { integratedLoudness, SILENCE_LUFS } from './loudness';
import { resample } from './resample';
import { decodeWav, type WavSource, wavOf } from './wav';

/** @typeParam Wav how sounds are given */
export interface ClipSound<Wav = WavSource> {
  /** 16-bit PCM WAV of any rate, as long as the clip. */
  wav: Wav;
  /** Where in it the scene begins, ms. */
  startMs: number;
  /** Under the voice, or in its place. */
  place: 'under' | 'instead';
}

/** Widest correction, dB: more would lift noise. */
const MAX_GAIN_DB = 18;
const EDGE_FADE_MS = 30;

/**
 * A scene's clip as it sounds in the film, mono.
 * @param lufs how loud, as heard from two channels
 * @param sampleRate of the result, Hz
 * @param samples length of the result
 */
export function clipSamples(
  { wav, startMs }: ClipSound,
  lufs: number,
  sampleRate: number,
  samples: number,
): Float32Array {
  const { sampleRate: rate, channels } = decodeWav(wavOf(wav));
  const mono = resample(mixDown(channels), rate, sampleRate);
  const start = Math.round((startMs / 1000) * sampleRate);
  const part = start < mono.length ? mono.subarray(start) : mono;
  const heard = new Float32Array(samples);
  for (let at = 0; at < samples && part.length > 0; at += part.length) {
    heard.set(part.subarray(0, Math.min(part.length, samples - at)), at);
  }
  const loudness = integratedLoudness([heard, heard], sampleRate);
  const gainDb = loudness > SILENCE_LUFS ? Math.min(MAX_GAIN_DB, lufs - loudness) : 0;
  amplify([heard], gainDb);
  const fade = Math.round((EDGE_FADE_MS / 1000) * sampleRate);
  fadeEnds(heard, fade, fade);
  return heard;
}

/** The mean of all channels. */
export function mixDown(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(0), ...others] = channels;
  if (others.length === 0) return first;
  return first.map((sample, index) => {
    const sum = others.reduce((total, channel) => total + (channel[index] as number), sample);
    return sum / channels.length;
  });
}

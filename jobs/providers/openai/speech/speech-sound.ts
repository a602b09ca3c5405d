/** From the bytes that a speech server sends to narration as the film takes it. */

import { decibelsToGain, gainToDecibels } from '#jobs/sound/audio/decibels.ts';
import { fadeEnds } from '#jobs/sound/audio/envelope.ts';
import { integratedLoudness } from '#jobs/sound/audio/loudness.ts';
import { amplify } from '#jobs/sound/audio/normalise.ts';
import { resample } from '#jobs/sound/audio/resample.ts';
import { decodeWav, encodeWav, type PcmAudio, WavFormatError } from '#jobs/sound/audio/wav.ts';

/** Hz */
const NARRATION_SAMPLE_RATE = 48_000;

/** Raw PCM of the protocol: 24 kHz, mono, 16 bit, little-endian. */
const PCM_SAMPLE_RATE = 24_000;

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

/** Turns sound of any encoding into a 16-bit PCM WAV; throws when it cannot. */
export type AudioDecoder = (bytes: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>;

export type Narration =
  /** `endsLoud`: the sound stops in the middle of a syllable, as one that was cut off does. */
  { ok: true; wav: Uint8Array; durationMs: number; endsLoud: boolean } | { ok: false; why: string };

/** What kind of sound the bytes are by their first ones (file signatures), whatever the server calls them. */
function soundFormat(bytes: Uint8Array): 'wav' | 'mp3' | 'ogg' | 'flac' | 'aac' | 'json' | 'unknown' {
  const begins = (text: string, at = 0) =>
    [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));
  if (begins('RIFF') && begins('WAVE', 8)) return 'wav';
  if (begins('OggS')) return 'ogg';
  if (begins('fLaC')) return 'flac';
  if (begins('ID3')) return 'mp3';
  // MPEG audio frames begin with eleven ones; ADTS (AAC) has layer 0 where MP3 has layer 3.
  if (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0) {
    return ((bytes[1] ?? 0) & 0x06) === 0 ? 'aac' : 'mp3';
  }
  return begins('{') ? 'json' : 'unknown';
}

/**
 * Narration as the film takes it: WAV, 48 kHz, mono, 16 bit, about as loud as the built-in voices. `why` is a
 * clause.
 * @param isRaw whether raw PCM was asked for, which has no signature.
 * @param decodeAudio for everything but 16-bit PCM; without it only that can be read.
 */
export async function readNarration(
  bytes: Uint8Array,
  isRaw: boolean,
  decodeAudio: AudioDecoder | null,
  signal: AbortSignal,
): Promise<Narration> {
  if (bytes.length === 0) return { ok: false, why: 'the sound is empty' };
  const format = soundFormat(bytes);
  if (format === 'json') return { ok: false, why: 'it holds text instead of sound' };
  const sound =
    isRaw && format !== 'wav' ? rawSound(bytes) : await decode(bytes, format, decodeAudio, signal);
  if (typeof sound === 'string') return { ok: false, why: sound };
  return levelled(sound);
}

function rawSound(bytes: Uint8Array): PcmAudio {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const samples = Float32Array.from(
    { length: Math.floor(bytes.length / 2) },
    (_, index) => view.getInt16(index * 2, true) / 32_768,
  );
  return { sampleRate: PCM_SAMPLE_RATE, channels: [samples] };
}

async function decode(
  bytes: Uint8Array,
  format: ReturnType<typeof soundFormat>,
  decodeAudio: AudioDecoder | null,
  signal: AbortSignal,
): Promise<PcmAudio | string> {
  if (format === 'wav') {
    try {
      return decodeWav(bytes);
    } catch (error) {
      if (!(error instanceof WavFormatError)) throw error;
    }
  }
  if (!decodeAudio) return `sound of the kind “${format}” cannot be decoded here`;
  try {
    return decodeWav(await decodeAudio(bytes, signal));
  } catch {
    signal.throwIfAborted();
    return 'the sound is damaged';
  }
}

function levelled({ sampleRate, channels }: PcmAudio): Narration {
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
  const wav = encodeWav({ sampleRate: NARRATION_SAMPLE_RATE, channels: amplify([samples], gainDb) });
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

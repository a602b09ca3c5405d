/** The film's one audio track: voices at their places, music under them, the whole at one loudness. */
import { type ClipSound, clipSamples, mixDown } from './clip-sound';
import { amplify } from './decibels';
import { duckingGain, duckingHop, GENTLE_DUCKING } from './ducking';
import { fadeEnds } from './envelope';
import { integratedLoudness, SILENCE_LUFS } from './loudness';
import { normaliseLoudness } from './normalise';
import { resample } from './resample';
import { phraseMeter } from './spoken-phrases';
import { decodeWav, type WavSource, wavOf } from './wav';

/** @typeParam Wav how sounds are given */
export interface SceneSound<Wav = WavSource> {
  /** 16-bit PCM WAV of any rate, or null where nothing is spoken. */
  voice: Wav | null;
  /** What is heard of the scene's clip; absent for nothing. */
  clip?: ClipSound<Wav> | null;
  /** Where the scene begins on the film's clock, ms. */
  startMs: number;
  /** Length of the scene, ms. */
  durationMs: number;
}

/** @typeParam Wav how sounds are given */
export interface FilmSound<Wav = WavSource> {
  scenes: SceneSound<Wav>[];
  /** Music as 16-bit PCM WAV, mono or stereo, of any rate; null for none. */
  bed: Wav | null;
  /** How loud the music is; absent for the usual. */
  bedLevel?: BedLevel;
  /** Length of the film, ms. */
  durationMs: number;
}

export type BedLevel = 'quiet' | 'normal' | 'loud';

export interface FilmMix {
  /** Left and right at `FILM_SAMPLE_RATE`, as long as the film to the sample. */
  channels: Float32Array[];
  /** LUFS; −70 for a film without any sound. */
  integratedLufs: number;
  /** dBTP; −120 for a film without any sound. */
  truePeakDb: number;
}

/** Hz */
export const FILM_SAMPLE_RATE = 48_000;

/** The middle of what the film may be (−16 to −14 LUFS), with room for what AAC adds to the peaks. */
export const FILM_LEVEL = { lufs: -15, ceilingDb: -1.8 };
/** Every scene's voice is brought here first, LUFS as heard from two channels, so that no scene stands out. */
const SPEECH_LUFS = -16;
/** A clip under the voice, LUFS as heard from two channels: 12 LU below it, and one for the final limiter. */
const UNDER_LUFS = SPEECH_LUFS - 13;
/** The music where nobody speaks; ducking takes it further down under speech, LUFS. */
const BED_LUFS: Record<BedLevel, number> = { quiet: -31, normal: -25, loud: -20 };
/** Every phrase is this far above the music under it: 12 LU, and one for what the final limiter takes. */
const CLEARANCE_LU: Record<BedLevel, number> = { quiet: 19, normal: 13, loud: 8 };
/** Music is never taken further back than this, dB: under a whisper it would seem to break off. */
const DEEPEST_DUCKING_DB = 24;
/** Widest correction of one scene's voice, dB: more would lift noise rather than speech. */
const MAX_VOICE_GAIN_DB = 18;
const BED_FADE_IN_MS = 400;
const BED_FADE_OUT_MS = 1500;
const FILM_FADE_OUT_MS = 250;
const SPEECH_CUT_FADE_MS = 30;
const LOOP_CROSSFADE_MS = 1500;

/**
 * Mixes a film's sound: −15 LUFS integrated with a true peak under −1.8 dBTP before encoding. Each voice is
 * levelled and put in the middle from its scene's start, as is the sound of a clip in its place; the music is at least 12 LU below each phrase, a music shorter than the film is repeated with a cross-fade, and all ends softly with the film.
 * A film with music alone is brought to the same loudness; one with neither is silent. Throws
 * `WavFormatError` for bytes that are no 16-bit PCM WAV.
 */
export function mixFilm({ scenes, bed, bedLevel, durationMs }: FilmSound): FilmMix {
  const frames = toFrames(durationMs);
  const speech = placeVoices(scenes, frames);
  const clips = clipsUnder(scenes);
  const music = bed && frames > 0 ? layBed(bed, frames, bedLevel) : null;
  if (music) duckBed(music, speech, bedLevel);
  const mixed = music ?? [new Float32Array(frames), new Float32Array(frames)];
  for (const channel of mixed) {
    add(channel, speech, 0);
    for (const { samples, start } of clips) add(channel, samples, start);
    fadeEnds(channel, 0, toFrames(FILM_FADE_OUT_MS));
  }
  const loudness = normaliseLoudness(mixed, FILM_SAMPLE_RATE, FILM_LEVEL);
  return { channels: mixed, ...loudness };
}

/** The sounds of clips under the voices, mono, and where they begin, samples. */
function clipsUnder(scenes: readonly SceneSound[]): { samples: Float32Array; start: number }[] {
  return scenes.flatMap(({ clip, startMs, durationMs }) => {
    if (clip?.place !== 'under') return [];
    const samples = clipSamples(clip, UNDER_LUFS, FILM_SAMPLE_RATE, toFrames(durationMs));
    return [{ samples, start: toFrames(startMs) }];
  });
}

/** Adds a sound to a track from a sample on, as far as the track reaches. */
function add(track: Float32Array, samples: Float32Array, start: number): void {
  const end = Math.min(track.length, start + samples.length);
  for (let index = start; index < end; index++) {
    track[index] = (track[index] as number) + (samples[index - start] as number);
  }
}

/** The voices of all scenes, and the clips in their place, on one mono track of the film's length. */
export function placeVoices(scenes: SceneSound[], frames: number): Float32Array {
  const track = new Float32Array(frames);
  for (const { voice, clip, startMs, durationMs } of scenes) {
    const samples =
      clip?.place === 'instead'
        ? clipSamples(clip, SPEECH_LUFS, FILM_SAMPLE_RATE, toFrames(durationMs))
        : voice && levelledVoice(voice);
    if (!samples) continue;
    const start = toFrames(startMs);
    const heard = samples.slice(0, Math.max(0, frames - start));
    if (heard.length < samples.length) fadeEnds(heard, 0, toFrames(SPEECH_CUT_FADE_MS));
    add(track, heard, start);
  }
  return track;
}

/** The music at its level, in stereo and of the film's length, with its fades. */
export function layBed(bed: WavSource, frames: number, level: BedLevel = 'normal'): Float32Array[] {
  const { sampleRate, channels } = decodeWav(wavOf(bed));
  const [left = new Float32Array(0), right = left.slice()] = channels;
  const stereo = [left, right].map((channel) =>
    sampleRate === FILM_SAMPLE_RATE ? channel : resample(channel, sampleRate, FILM_SAMPLE_RATE),
  );
  const loudness = integratedLoudness(stereo, FILM_SAMPLE_RATE);
  const gainDb = loudness > SILENCE_LUFS ? BED_LUFS[level] - loudness : 0;
  amplify(stereo, gainDb);
  return stereo.map((channel) => {
    const laid = repeatToLength(channel, frames);
    fadeEnds(laid, toFrames(BED_FADE_IN_MS), toFrames(BED_FADE_OUT_MS));
    return laid;
  });
}

/**
 * Takes music back where somebody speaks, in place: below every phrase, at least 12 LU where it is not to be loud.
 */
export function duckBed(
  music: readonly Float32Array[],
  speech: Float32Array,
  level: BedLevel = 'normal',
): void {
  const hop = duckingHop(FILM_SAMPLE_RATE);
  const voice = phraseMeter([speech, speech], FILM_SAMPLE_RATE, hop);
  const bed = phraseMeter(music, FILM_SAMPLE_RATE, hop);
  const gainAt = duckingGain(speech, FILM_SAMPLE_RATE, GENTLE_DUCKING, (phrase) =>
    Math.min(
      DEEPEST_DUCKING_DB,
      bed.loudnessDuring(phrase) - (voice.loudnessDuring(phrase) - CLEARANCE_LU[level]),
    ),
  );
  for (const channel of music) {
    for (let index = 0; index < channel.length; index++)
      channel[index] = (channel[index] as number) * gainAt(index);
  }
}

function levelledVoice(voice: WavSource): Float32Array {
  const { sampleRate, channels } = decodeWav(wavOf(voice));
  const mono = resample(mixDown(channels), sampleRate, FILM_SAMPLE_RATE);
  const loudness = integratedLoudness([mono, mono], FILM_SAMPLE_RATE);
  if (loudness <= SILENCE_LUFS) return mono;
  amplify([mono], Math.min(MAX_VOICE_GAIN_DB, SPEECH_LUFS - loudness));
  return mono;
}

/** Cuts to the length, or repeats with equal-power cross-fades until it is reached. */
function repeatToLength(samples: Float32Array, frames: number): Float32Array {
  if (samples.length === frames) return samples;
  if (samples.length > frames || samples.length === 0) {
    const cut = new Float32Array(frames);
    cut.set(samples.subarray(0, frames));
    return cut;
  }
  const overlap = Math.min(toFrames(LOOP_CROSSFADE_MS), Math.floor(samples.length / 3));
  const output = new Float32Array(frames);
  const period = samples.length - overlap;
  for (let start = 0; start < frames; start += period) {
    const length = Math.min(samples.length, frames - start);
    for (let index = 0; index < length; index++) {
      let weight = 1;
      if (start > 0 && index < overlap) weight = Math.sin(((index / overlap) * Math.PI) / 2);
      else if (index >= period) weight = Math.cos((((index - period) / overlap) * Math.PI) / 2);
      output[start + index] = (output[start + index] as number) + (samples[index] as number) * weight;
    }
  }
  return output;
}

/** Samples from ms: a whole number of pictures at 30 per second is exactly 1,600 samples each. */
function toFrames(ms: number): number {
  return Math.max(0, Math.round((ms / 1000) * FILM_SAMPLE_RATE));
}

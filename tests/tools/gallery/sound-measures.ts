/** What can be heard of a film's sound, in numbers. */
import { gainToDecibels } from '#jobs/sound/audio/decibels.ts';
import { integratedLoudness, momentaryLoudness } from '#jobs/sound/audio/loudness.ts';
import { FILM_SAMPLE_RATE } from '#jobs/sound/audio/mix.ts';
import { phraseMeter, phrasesOf } from '#jobs/sound/audio/spoken-phrases.ts';
import { clicksAt } from './sound-clicks';
import type { SoundFilm } from './sound-film';
import { bandPowers, bandShareDb, centroidHz, meanSpectrum, spectralDistanceDb } from './sound-spectrum';
import { timingErrors } from './sound-timing';

export interface SoundMeasures {
  slug: string;
  voice: string;
  mood: string;
  seconds: number;
  /** LUFS, dBTP, LU. */
  integratedLufs: number;
  truePeakDb: number;
  rangeLu: number;
  /** Speech over the music under it: least and mean of the phrases, LU; null where nobody speaks. */
  clearanceLu: { least: number; mean: number } | null;
  /** Sudden jumps where words and scenes begin and end. */
  clicks: number;
  /** Mean of the samples, dBFS, and left over right, LU. */
  dcDb: number;
  balanceLu: number;
  /** Level of the last 50 ms, dBFS. */
  endDb: number;
  /** Share of the music's power from 1 to 4 kHz, where words are understood, dB; its brightness, Hz. */
  bedInSpeechBandDb: number;
  bedCentroidHz: number;
  /** How unlike the music's spectra of neighbouring and of any 5 s are, dB; how much its loudness moves, LU. */
  noveltyDb: number;
  varietyDb: number;
  bedRangeLu: number;
  /** Silences between words by what stands there, ms. */
  pauses: Record<PauseKind, number[]>;
  /** Difference of words' times and the onsets in the voice on the film's clock, ms; the last third's apart. */
  timing: { all: number[]; last: number[] };
  sceneSeconds: number[];
  took: SoundFilm['took'];
}

export type PauseKind = 'comma' | 'sentence' | 'dialogue' | 'scene';

const HOP = FILM_SAMPLE_RATE / 100;
const STRETCH_SECONDS = 5;

export function measureSound(film: SoundFilm): SoundMeasures {
  const { channels, music, speech, mix, story } = film;
  const [left = new Float32Array(0), right = left] = channels;
  const stretches = stretchesOf(music[0] ?? left);
  const whole = meanSpectrum(stretches);
  return {
    slug: story.slug,
    voice: film.voice ?? 'none',
    mood: film.mood,
    seconds: film.durationMs / 1000,
    integratedLufs: mix.integratedLufs,
    truePeakDb: mix.truePeakDb,
    rangeLu: loudnessRange(channels),
    clearanceLu: film.voice === null ? null : clearance(film),
    clicks: clicksAt(channels, edgesOf(film)),
    dcDb: Math.max(...channels.map((channel) => gainToDecibels(Math.abs(meanOf(channel)) + 1e-7))),
    balanceLu: integratedLoudness([left], FILM_SAMPLE_RATE) - integratedLoudness([right], FILM_SAMPLE_RATE),
    endDb: levelDb(left.slice(-FILM_SAMPLE_RATE / 20)),
    bedInSpeechBandDb: bandShareDb(whole, 1000, 4000),
    bedCentroidHz: centroidHz(whole),
    ...development(stretches),
    bedRangeLu: loudnessRange(music),
    pauses: film.voice === null ? { comma: [], sentence: [], dialogue: [], scene: [] } : pausesOf(film),
    timing: film.voice === null ? { all: [], last: [] } : timingOf(film, speech),
    sceneSeconds: film.scenes.map(({ durationMs }) => durationMs / 1000),
    took: film.took,
  };
}

/** Loudness range after EBU Tech 3342: 10th to 95th percentile of 3 s, gated 20 LU below their mean; LU. */
function loudnessRange(channels: Float32Array[]): number {
  const powers = momentaryLoudness(channels, FILM_SAMPLE_RATE).map((lufs) => 10 ** (lufs / 10));
  const short: number[] = [];
  for (let end = 27; end <= powers.length; end++) short.push(meanOf(powers.slice(end - 27, end)));
  const audible = short.filter((power) => 10 * Math.log10(power) > -70);
  const gate = 10 * Math.log10(meanOf(audible)) - 20;
  const levels = audible.map((power) => 10 * Math.log10(power)).filter((level) => level > gate);
  return percentile(levels, 0.95) - percentile(levels, 0.1);
}

function clearance({ speech, under }: SoundFilm): { least: number; mean: number } {
  const voice = phraseMeter([speech, speech], FILM_SAMPLE_RATE, HOP);
  const bed = phraseMeter(under, FILM_SAMPLE_RATE, HOP);
  const all = phrasesOf(speech, HOP, 55).map(
    (phrase) => voice.loudnessDuring(phrase) - bed.loudnessDuring(phrase),
  );
  return { least: Math.min(...all), mean: meanOf(all) };
}

/** Where scenes and words begin and end, ms. */
function edgesOf({ scenes }: SoundFilm): number[] {
  return scenes.flatMap(({ startMs, words }) => [
    startMs,
    ...words.flatMap((word, at) => {
      const next = words[at + 1];
      return next && next.startMs - word.endMs < 60 ? [word.endMs] : [word.startMs, word.endMs];
    }),
  ]);
}

/** Spectra of the music's stretches of 5 s. */
function stretchesOf(music: Float32Array): Float64Array[] {
  const columns = bandPowers(music, FILM_SAMPLE_RATE, FILM_SAMPLE_RATE / 10);
  const size = STRETCH_SECONDS * 10;
  return Array.from({ length: Math.floor(columns.length / size) }, (_, at) =>
    meanSpectrum(columns.slice(at * size, (at + 1) * size)),
  );
}

function development(stretches: readonly Float64Array[]): { noveltyDb: number; varietyDb: number } {
  const neighbours = stretches
    .slice(1)
    .map((stretch, at) => spectralDistanceDb(stretches[at] as Float64Array, stretch));
  const pairs = stretches.flatMap((one, at) =>
    stretches.slice(at + 1).map((other) => spectralDistanceDb(one, other)),
  );
  return { noveltyDb: meanOf(neighbours), varietyDb: Math.max(0, ...pairs) };
}

function pausesOf({ scenes }: SoundFilm): Record<PauseKind, number[]> {
  const pauses: Record<PauseKind, number[]> = { comma: [], sentence: [], dialogue: [], scene: [] };
  scenes.forEach(({ words }, scene) => {
    words.forEach((word, at) => {
      const next = words[at + 1] ?? scenes[scene + 1]?.words[0];
      if (!next) return;
      const gap = next.startMs - word.endMs;
      if (at === words.length - 1) pauses.scene.push(gap);
      else if (/[.!?…]["”’]$/u.test(word.text) && /^["“]/u.test(next.text)) pauses.dialogue.push(gap);
      else if (/[.!?…]["”’]?$/u.test(word.text) && /^["“‘]?\p{Lu}/u.test(next.text) && gap > 250) {
        pauses.sentence.push(gap);
      } else if (/,["”’]?$/u.test(word.text)) pauses.comma.push(gap);
    });
  });
  return pauses;
}

function timingOf(
  { scenes, durationMs }: SoundFilm,
  speech: Float32Array,
): { all: number[]; last: number[] } {
  const errors = (some: SoundFilm['scenes']) =>
    some.flatMap(({ words }) => timingErrors(speech, FILM_SAMPLE_RATE, words));
  return {
    all: errors(scenes),
    last: errors(scenes.filter(({ startMs }) => startMs > (durationMs * 2) / 3)),
  };
}

function levelDb(samples: Float32Array): number {
  return gainToDecibels(Math.sqrt(meanOf(samples.map((sample) => sample * sample))) + 1e-7);
}

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] as number;
  return sum / Math.max(1, values.length);
}

/** @param share 0 to 1; `NaN` for no values */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The built-in composer: a quiet music bed for a film, made on the spot; no recording, no network. */
import { BUTTERWORTH_Q, FilterChain, highPass, highShelf, peaking } from '#jobs/sound/audio/biquad.ts';
import { amplify } from '#jobs/sound/audio/decibels.ts';
import { fadeEnds } from '#jobs/sound/audio/envelope.ts';
import { integratedLoudness } from '#jobs/sound/audio/loudness.ts';
import { normaliseLoudness } from '#jobs/sound/audio/normalise.ts';
import { encodeWav } from '#jobs/sound/audio/wav.ts';
import type { MusicMood } from '#jobs/story/order/options.ts';
import { createRandom, type Random } from '#jobs/studio/chance.ts';
import { MOODS, type MoodRecipe } from './moods';
import type { Instrument, Note } from './note';
import { addReverb } from './reverb';
import { composeScore } from './score';
import { type Stereo, silence } from './stereo';
import { playBell, playDrum, playFelt, playMusicBox, playShaker, playString } from './struck';
import { playBass, playFlute, playPad } from './sustained';

export interface BedRequest {
  mood: MusicMood;
  /** ms */
  durationMs: number;
  /** The same seed always gives the same music. */
  seed: number;
  /** Where the film marks something, ms. */
  accents?: readonly number[];
}

/** Hz */
export const BED_SAMPLE_RATE = 48_000;

const BED_LEVEL = { lufs: -23, ceilingDb: -6 };
const FADE_IN_SECONDS = 0.35;
const FADE_OUT_SECONDS = 2.2;

/**
 * Composes and plays a bed of exactly `durationMs` (to the nearest sample): RIFF/WAVE, 48 kHz, stereo, 16
 * bit, −23 LUFS, true peak under −6 dBTP. It begins softly, develops with the film and ends with it.
 * Throws `RangeError` for a length that is no positive number.
 */
export function composeBed({ mood, durationMs, seed, accents = [] }: BedRequest): Uint8Array<ArrayBuffer> {
  if (!(durationMs > 0) || !Number.isFinite(durationMs)) {
    throw new RangeError('A music bed needs a positive length.');
  }
  const recipe = MOODS[mood];
  const rate = BED_SAMPLE_RATE;
  const frames = Math.round((durationMs / 1000) * rate);
  const random = createRandom(seed);
  const bed = silence(frames);
  const marked = accents.map((atMs) => atMs / 1000);
  for (const note of composeScore(recipe, frames / rate, random, marked)) {
    PLAYERS[note.instrument](bed, note, recipe, random);
  }
  addReverb(bed, rate, { decaySeconds: 1.2 + 1.6 * recipe.space, wet: 0.45 * recipe.space });
  const channels = [bed.left, bed.right];
  for (const channel of channels) {
    const tone = new FilterChain([
      highPass({ frequency: 45, q: BUTTERWORTH_Q }, rate),
      // A telephone's speaker plays little below 450 Hz, where most of the music is.
      highShelf({ frequency: 380, q: BUTTERWORTH_Q, gainDb: 3.5 }, rate),
      // Room for the consonants of the voice above it.
      peaking({ frequency: 2600, q: 0.7, gainDb: -3 }, rate),
      highShelf({ frequency: 6500, q: BUTTERWORTH_Q, gainDb: -5 }, rate),
    ]);
    tone.run(channel);
    fadeEnds(
      channel,
      Math.round(Math.min(FADE_IN_SECONDS * rate, frames / 4)),
      Math.round(Math.min(FADE_OUT_SECONDS * rate, frames / 3)),
    );
  }
  balance(channels, rate);
  normaliseLoudness(channels, rate, BED_LEVEL);
  return encodeWav({ sampleRate: rate, channels });
}

/** Makes both sides as loud as each other: instruments have places, the music as a whole is in the middle. */
function balance(channels: Float32Array[], rate: number): void {
  const loudness = channels.map((channel) => integratedLoudness([channel], rate));
  const middle = loudness.reduce((sum, lufs) => sum + lufs, 0) / channels.length;
  channels.forEach((channel, side) => {
    amplify([channel], middle - (loudness[side] ?? middle));
  });
}

type Player = (out: Stereo, note: Note, recipe: MoodRecipe, random: Random) => void;

const RATE = BED_SAMPLE_RATE;

const PLAYERS: Record<Instrument, Player> = {
  pad: (out, note, { brightness }, random) => playPad(out, RATE, note, brightness, random),
  bass: (out, note) => playBass(out, RATE, note),
  flute: (out, note) => playFlute(out, RATE, note),
  harp: (out, note, { brightness }, random) =>
    playString(out, RATE, note, { brightness, sustain: 1.2 }, random),
  pizzicato: (out, note, { brightness }, random) =>
    playString(out, RATE, note, { brightness: brightness * 0.4, sustain: 0.9 }, random),
  felt: (out, note) => playFelt(out, RATE, note),
  bell: (out, note) => playBell(out, RATE, note),
  musicBox: (out, note) => playMusicBox(out, RATE, note),
  drum: (out, note) => playDrum(out, RATE, note),
  shaker: (out, note, _recipe, random) => playShaker(out, RATE, note, random),
};

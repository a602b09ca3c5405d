import { describe, expect, it } from 'vitest';
import { duckingGain } from '#jobs/sound/audio/ducking.ts';
import { integratedLoudness, measureLoudness, momentaryLoudness } from '#jobs/sound/audio/loudness.ts';
import { duckBed, type FilmSound, layBed, mixFilm, placeVoices } from '#jobs/sound/audio/mix.ts';
import { phraseMeter, phrasesOf } from '#jobs/sound/audio/spoken-phrases.ts';
import { encodeWav, WavFormatError } from '#jobs/sound/audio/wav.ts';
import { babble, joined, noise, sine } from './signals';

const RATE = 48_000;
const wav = (...channels: Float32Array[]) => encodeWav({ sampleRate: RATE, channels });
const silent = (seconds: number) => new Float32Array(Math.round(seconds * RATE));
const music = (seconds: number) => {
  const left = sine({ frequency: 220, levelDb: -24, seconds });
  const right = sine({ frequency: 330, levelDb: -24, seconds });
  return wav(left, right);
};
/** Loudness in a stretch of a stereo mix, LUFS. */
const loudnessOf = (channels: Float32Array[], fromSeconds: number, toSeconds: number) =>
  integratedLoudness(
    channels.map((channel) => channel.slice(fromSeconds * RATE, toSeconds * RATE)),
    RATE,
  );

/** The voices and the music under them, before they are joined. */
function mixParts({ scenes, bed, durationMs }: FilmSound): [speech: Float32Array, music: Float32Array[]] {
  const frames = Math.round((durationMs / 1000) * RATE);
  const speech = placeVoices(scenes, frames);
  const music = layBed(bed ?? wav(silent(1)), frames);
  duckBed(music, speech);
  return [speech, music];
}

const threeScenes = [
  { voice: wav(babble(3, -18)), startMs: 1000, durationMs: 4000 },
  { voice: wav(babble(3, -28)), startMs: 5000, durationMs: 4000 },
  { voice: null, startMs: 9000, durationMs: 3000 },
];

describe('mixFilm', () => {
  it.each([1, 7, 100, 451, 1799])('lasts %i frames of film to the sample', (frames) => {
    const { channels } = mixFilm({ scenes: [], bed: null, durationMs: (frames * 1000) / 30 });
    expect(channels).toHaveLength(2);
    expect(channels[0]).toHaveLength(frames * 1600);
  });

  it('comes out at −15 LUFS under −1.6 dBTP, and says so truly', () => {
    const mix = mixFilm({ scenes: threeScenes, bed: music(12), durationMs: 12_000 });
    expect(mix.integratedLufs).toBeGreaterThan(-15.5);
    expect(mix.integratedLufs).toBeLessThan(-14.5);
    expect(mix.truePeakDb).toBeLessThan(-1.6);
    const measured = measureLoudness(mix.channels, RATE);
    expect(measured.integratedLufs).toBeCloseTo(mix.integratedLufs, 1);
    expect(measured.truePeakDb).toBeCloseTo(mix.truePeakDb, 1);
  });

  it('brings every voice to the same loudness', () => {
    const { channels } = mixFilm({ scenes: threeScenes, bed: null, durationMs: 12_000 });
    const difference = loudnessOf(channels, 1, 4) - loudnessOf(channels, 5, 8);
    expect(Math.abs(difference)).toBeLessThan(0.5);
  });

  it('puts voices at their start, in the middle of the stereo', () => {
    const scenes = [
      { voice: wav(sine({ frequency: 400, levelDb: -20, seconds: 1 })), startMs: 1500, durationMs: 2000 },
    ];
    const { channels } = mixFilm({ scenes, bed: null, durationMs: 4000 });
    const [left = silent(1), right = silent(1)] = channels;
    expect(left.findIndex((sample) => Math.abs(sample) > 0.001)).toBeGreaterThanOrEqual(72_000);
    expect(left.findIndex((sample) => Math.abs(sample) > 0.001)).toBeLessThan(72_010);
    expect(left).toEqual(right);
  });

  it('takes voices of other rates and with two channels', () => {
    const rate = 24_000;
    const tone = sine({ frequency: 400, levelDb: -20, seconds: 1, rate });
    const voice = encodeWav({ sampleRate: rate, channels: [tone, tone] });
    const track = placeVoices([{ voice, startMs: 0, durationMs: 2000 }], 2 * RATE);
    expect(track[RATE - 200]).not.toBe(0);
    expect(Math.abs(track[RATE + 200] ?? 1)).toBeLessThan(1e-3);
  });

  it('cuts a voice that is longer than the film, softly', () => {
    const scenes = [{ voice: wav(babble(5)), startMs: 500, durationMs: 1500 }];
    const { channels } = mixFilm({ scenes, bed: null, durationMs: 2000 });
    expect(channels[0]).toHaveLength(2 * RATE);
    expect(channels[0]?.at(-1)).toBeCloseTo(0, 4);
  });

  it('keeps the music 12 LU under every phrase, the quiet ones under swelling music too', () => {
    const voice = joined(babble(2, -18), silent(1.2), babble(2, -30), silent(1.2), babble(2, -20));
    const swell = joined(noise(3 * RATE, 0.02), noise(3 * RATE, 0.3), noise(4 * RATE, 0.05));
    const scenes = [{ voice: wav(voice), startMs: 500, durationMs: 10_000 }];
    const [speech, music] = mixParts({ scenes, bed: wav(swell, swell), durationMs: 10_000 });
    const hop = RATE / 100;
    const phrases = phrasesOf(speech, hop, 55);
    expect(phrases).toHaveLength(3);
    for (const phrase of phrases) {
      const spoken = phraseMeter([speech, speech], RATE, hop).loudnessDuring(phrase);
      expect(spoken - phraseMeter(music, RATE, hop).loudnessDuring(phrase)).toBeGreaterThan(12);
    }
  });

  it('ends softly with music too', () => {
    const { channels } = mixFilm({ scenes: [], bed: music(6), durationMs: 6000 });
    expect(loudnessOf(channels, 5.75, 6)).toBeLessThan(loudnessOf(channels, 1, 4) - 15);
    expect(channels[0]?.at(-1)).toBeCloseTo(0, 4);
  });

  it('gives a film with music alone the same loudness', () => {
    const mix = mixFilm({
      scenes: [{ voice: null, startMs: 0, durationMs: 8000 }],
      bed: music(8),
      durationMs: 8000,
    });
    expect(mix.integratedLufs).toBeCloseTo(-15, 0);
  });

  it('repeats a music that is shorter than the film, without a gap', () => {
    const [left = silent(1)] = layBed(music(4), 11 * RATE);
    const loudness = momentaryLoudness([left.slice(RATE, 9 * RATE)], RATE);
    expect(Math.min(...loudness)).toBeGreaterThan(Math.max(...loudness) - 6);
  });

  it('stays silent, with numbers for measures, when there is nothing to hear', () => {
    const nothing = { integratedLufs: -70, truePeakDb: -120 };
    const quiet = [{ voice: wav(silent(1)), startMs: 0, durationMs: 1000 }];
    expect(mixFilm({ scenes: [], bed: null, durationMs: 2000 })).toMatchObject(nothing);
    expect(mixFilm({ scenes: quiet, bed: wav(silent(1)), durationMs: 2000 })).toMatchObject(nothing);
    expect(mixFilm({ scenes: [], bed: wav(new Float32Array(0)), durationMs: 1000 })).toMatchObject(nothing);
    expect(mixFilm({ scenes: [], bed: null, durationMs: 0 }).channels[0]).toHaveLength(0);
  });

  it('refuses a voice that is no sound', () => {
    const scenes = [{ voice: new Uint8Array([1, 2, 3]), startMs: 0, durationMs: 1000 }];
    expect(() => mixFilm({ scenes, bed: null, durationMs: 1000 })).toThrow(WavFormatError);
  });
});

describe('duckingGain', () => {
  const speech = joined(silent(3), babble(3, -20), silent(4));
  const gain = duckingGain(speech, RATE, { depthDb: 12, aheadMs: 60, holdMs: 500, moveMs: 600 });
  const decibelsAt = (seconds: number) => 20 * Math.log10(gain(Math.round(seconds * RATE)));

  it('is all the way down from the first to the last sound of speech', () => {
    for (let seconds = 3; seconds < 6; seconds += 0.01) expect(decibelsAt(seconds)).toBeLessThan(-11.9);
  });

  it('is up long before and after', () => {
    expect(decibelsAt(1)).toBeCloseTo(0, 5);
    expect(decibelsAt(8)).toBeCloseTo(0, 5);
  });

  it('moves smoothly: never more than 0.5 dB in 10 ms', () => {
    for (let seconds = 0.01; seconds < 9.9; seconds += 0.01) {
      expect(Math.abs(decibelsAt(seconds) - decibelsAt(seconds - 0.01))).toBeLessThan(0.5);
    }
  });

  it('does not listen to noise below speech', () => {
    const gainAt = duckingGain(noise(RATE, 0.002), RATE);
    for (let sample = 0; sample < RATE; sample++) expect(gainAt(sample)).toBe(1);
  });

  it('keeps music at least 12 LU under speech while speaking', () => {
    const frames = 10 * RATE;
    const track = placeVoices([{ voice: wav(babble(4, -20)), startMs: 3000, durationMs: 4000 }], frames);
    const under = duckingGain(track, RATE);
    const bed = layBed(music(10), frames).map((channel) =>
      channel.map((sample, index) => sample * under(index)),
    );
    const voiceLufs = loudnessOf([track, track], 3.2, 6.8);
    const loudest = Math.max(
      ...momentaryLoudness(
        bed.map((channel) => channel.slice(3 * RATE, 7 * RATE)),
        RATE,
      ),
    );
    expect(voiceLufs - loudest).toBeGreaterThan(12);
  });
});

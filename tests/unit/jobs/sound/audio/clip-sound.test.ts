import { describe, expect, it } from 'vitest';
import { clipSamples } from '#jobs/sound/audio/clip-sound.ts';
import { integratedLoudness } from '#jobs/sound/audio/loudness.ts';
import { mixFilm, placeVoices } from '#jobs/sound/audio/mix.ts';
import { encodeWav } from '#jobs/sound/audio/wav.ts';
import { babble, sine } from './signals';

const RATE = 48_000;
const wav = (...channels: Float32Array[]) => encodeWav({ sampleRate: RATE, channels });
const tone = (seconds: number, levelDb = -30) => sine({ frequency: 500, levelDb, seconds });
const lufs = (samples: Float32Array) => integratedLoudness([samples, samples], RATE);
const heard = (film: ReturnType<typeof mixFilm>, from: number, to: number) => {
  const [left = new Float32Array(0)] = film.channels;
  return lufs(left.slice(from * RATE, to * RATE));
};

describe('the sound of a clip', () => {
  it('is as loud as it is to be, begins where the clip does, and begins anew at its end', () => {
    const half = new Float32Array(RATE);
    half.set(tone(0.5), RATE / 2);
    const samples = clipSamples({ wav: wav(half), startMs: 500, place: 'under' }, -29, RATE, 3 * RATE);
    expect(samples).toHaveLength(3 * RATE);
    expect(Math.abs(lufs(samples) + 29)).toBeLessThan(0.5);
    // No silence between: only the half with the tone is repeated.
    for (let at = 0.2; at < 2.8; at += 0.4) {
      expect(Math.max(...samples.slice(at * RATE, (at + 0.1) * RATE))).toBeGreaterThan(0.01);
    }
  });

  it('is 12 LU under the voice, or stands in its place', () => {
    const clip = { wav: wav(tone(4, -10)), startMs: 0 };
    const voice = wav(babble(3, -20));
    const film = mixFilm({
      scenes: [
        { voice, clip: { ...clip, place: 'under' }, startMs: 0, durationMs: 5000 },
        { voice, clip: { ...clip, place: 'instead' }, startMs: 5000, durationMs: 5000 },
      ],
      bed: null,
      durationMs: 10_000,
    });
    expect(heard(film, 0, 3) - heard(film, 3.5, 4.9)).toBeGreaterThan(12);
    expect(Math.abs(heard(film, 5.1, 9.9) - heard(film, 0, 3))).toBeLessThan(1);
  });

  it('replaces the voice, which is not heard at all', () => {
    const silent = { wav: wav(new Float32Array(RATE)), startMs: 0, place: 'instead' } as const;
    const scene = { voice: wav(babble(1, -20)), clip: silent, startMs: 0, durationMs: 1000 };
    expect(placeVoices([scene], RATE).every((sample) => sample === 0)).toBe(true);
  });
});

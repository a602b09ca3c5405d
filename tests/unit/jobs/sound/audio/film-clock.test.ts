import { describe, expect, it } from 'vitest';
import { FILM_SAMPLE_RATE, placeVoices } from '#jobs/sound/audio/mix.ts';
import { encodeWav } from '#jobs/sound/audio/wav.ts';
import { framesToMs, sceneFrames, storyTimeline } from '#remotion/contract/timing.ts';

const SAMPLE_RATE = 48_000;
const KNOCK_MS = 137;

/** A second of silence with one knock in it. */
function knock(): Uint8Array {
  const samples = new Float32Array(SAMPLE_RATE);
  samples[(KNOCK_MS * SAMPLE_RATE) / 1000] = 0.9;
  return encodeWav({ sampleRate: SAMPLE_RATE, channels: [samples] });
}

describe('the clock of a film', () => {
  it('does not drift over three minutes of scenes that last no whole number of frames', () => {
    const scenes = Array.from({ length: 60 }, (_, at) => ({ durationMs: 2300.7 + ((at * 977.31) % 1900) }));
    const { starts, total } = storyTimeline(scenes);
    expect(framesToMs(total)).toBeGreaterThan(180_000);
    const voice = knock();
    const sounds = scenes.map(({ durationMs }, at) => ({
      voice,
      startMs: framesToMs(starts[at] ?? 0),
      durationMs,
    }));
    const track = placeVoices(sounds, Math.round((framesToMs(total) / 1000) * FILM_SAMPLE_RATE));
    const heard = [...track.keys()].filter((at) => Math.abs(track[at] as number) > 0.05);
    expect(heard).toHaveLength(scenes.length);
    heard.forEach((at, scene) => {
      const wantedMs = framesToMs(starts[scene] ?? 0) + KNOCK_MS;
      expect(Math.abs((at / FILM_SAMPLE_RATE) * 1000 - wantedMs)).toBeLessThan(0.03);
    });
    const kept = scenes.reduce((sum, { durationMs }) => sum + sceneFrames(durationMs), 0);
    expect(kept).toBe(total);
  });
});

import { describe, expect, it } from 'vitest';
import { readSilently } from '#jobs/making/scene-voice.ts';
import { decodeWav, durationMsOf } from '#jobs/sound/audio/wav.ts';

describe('a scene that nobody speaks', () => {
  it('is silent for as long as it is shown', () => {
    const { audio, words, durationMs } = readSilently('The fox saw the moon in the quiet pond.', 'normal');
    const sound = decodeWav(audio);
    expect(sound.channels[0]?.every((sample) => sample === 0)).toBe(true);
    expect(Math.abs(durationMsOf(sound) - durationMs)).toBeLessThan(1);
    expect(durationMs).toBe((words.at(-1)?.endMs ?? 0) + 350);
  });

  it('is shown for two seconds at least', () => {
    expect(readSilently('Night.', 'fast').durationMs).toBe(2000);
  });

  it('lasts longer for slow readers', () => {
    const text = 'One word after another, all the way to the end.';
    const [slow, normal, fast] = (['slow', 'normal', 'fast'] as const).map(
      (speed) => readSilently(text, speed).durationMs,
    );
    expect(slow).toBeGreaterThan((normal ?? 0) * 1.1);
    expect(fast).toBeLessThan((normal ?? 0) * 0.92);
  });
});

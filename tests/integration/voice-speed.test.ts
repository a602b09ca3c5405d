import { describe, expect, it } from 'vitest';
import { decodeWav } from '../../jobs/audio/wav';
import { VOICES } from '../../jobs/domain/options';
import { SPEED_FACTORS } from '../../jobs/domain/voices';
import { speak } from '../../jobs/providers/builtin/voice/speak';
import { hissOf, levels, onsetNear } from './voice-onsets';

const TEXT = 'The boy saw a silver sail in the summer sun, and he said so to a sailor by the sea.';
const speakAt = (voice: string, speed?: number) =>
  speak({ text: TEXT, voice, language: 'en', ...(speed && { speed }) });

describe('a built-in voice', () => {
  it.each(VOICES)('%s speaks slower and faster by the factors of the form', async (voice) => {
    const normal = await speakAt(voice);
    for (const speed of [SPEED_FACTORS.slow, SPEED_FACTORS.fast]) {
      const { durationMs } = await speakAt(voice, speed);
      // What stands before and after is silence of a fixed length.
      expect(Math.abs((normal.durationMs - 280) / (durationMs - 280) / speed - 1)).toBeLessThan(0.06);
    }
  });

  it.each([SPEED_FACTORS.slow, SPEED_FACTORS.fast])(
    'keeps its word times exact at speed %d',
    async (speed) => {
      const { audio, words } = await speakAt('slt', speed);
      const { channels, sampleRate } = decodeWav(audio);
      const hiss = levels(hissOf(channels[0] ?? new Float32Array(0), sampleRate), sampleRate);
      const errors = (words ?? [])
        .filter(({ text }) => /^s/iu.test(text))
        .map(({ startMs }) => [startMs, onsetNear(hiss, startMs, { reachMs: 150, belowPeakDb: 14 })] as const)
        .flatMap(([startMs, onset]) => (onset === null ? [] : [Math.abs(startMs - onset)]))
        .sort((a, b) => a - b);
      expect(errors.length).toBeGreaterThanOrEqual(5);
      expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(25);
      expect(errors.at(-1)).toBeLessThan(120);
    },
  );

  it('is at its own pace where none is asked for', async () => {
    const [plain, one] = [await speakAt('rms'), await speakAt('rms', 1)];
    expect(Buffer.compare(plain.audio, one.audio)).toBe(0);
  });
});

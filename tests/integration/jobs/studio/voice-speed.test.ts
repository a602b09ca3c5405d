import { describe, expect, it } from 'vitest';
import { decodeWav } from '#jobs/sound/audio/wav.ts';
import { SPEED_FACTORS, VOICES } from '#jobs/story/order/voices.ts';
import { speak } from '#jobs/studio/narrator/speak.ts';
import { timingErrors } from '#tests/tools/gallery/sound-timing.ts';
import { SENTENCES } from './voice-sentences';

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

  const paces = [SPEED_FACTORS.slow, SPEED_FACTORS.fast];
  it.each(VOICES.flatMap((voice) => paces.map((speed) => [voice, speed] as const)))(
    '%s keeps its word times exact at speed %d',
    async (voice, speed) => {
      const errors: number[] = [];
      for (const text of SENTENCES.filter((_, at) => at % 8 === 0)) {
        const { audio, words } = await speak({ text, voice, language: 'en', speed });
        const { channels, sampleRate } = decodeWav(audio);
        errors.push(...timingErrors(channels[0] ?? new Float32Array(0), sampleRate, words ?? []));
      }
      errors.sort((a, b) => a - b);
      expect(errors.length).toBeGreaterThan(35);
      expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(25);
      expect(errors[Math.floor(errors.length * 0.95)]).toBeLessThan(120);
    },
  );

  it('is at its own pace where none is asked for', async () => {
    const [plain, one] = [await speakAt('rms'), await speakAt('rms', 1)];
    expect(Buffer.compare(plain.audio, one.audio)).toBe(0);
  });
});

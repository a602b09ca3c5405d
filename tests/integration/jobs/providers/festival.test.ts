import { describe, expect, it } from 'vitest';
import { festivalSpeaker, findFestival } from '#jobs/providers/system/festival.server.ts';
import { integratedLoudness } from '#jobs/sound/audio/loudness.ts';
import { decodeWav } from '#jobs/sound/audio/wav.ts';

const voices = await findFestival();
const [first] = voices;
const { speak } = festivalSpeaker(voices);
const never = new AbortController().signal;
const request = { text: 'The lamp went out, and “nobody” knew why.', voice: 'rms', language: 'en' };

describe('Festival (only where it is on the PATH, with a voice)', () => {
  it.skipIf(!first)('speaks as narration does, at the pace that is wanted', async () => {
    const localVoice = first?.name;
    const spoken = await speak({ ...request, localVoice }, never);
    const { sampleRate, channels } = decodeWav(spoken.audio);
    expect([sampleRate, channels.length]).toEqual([48_000, 1]);
    // A short text's peaks may hold the gain back; the film's mix has a limiter for that.
    expect(Math.abs(integratedLoudness(channels, sampleRate) + 19)).toBeLessThan(1.5);
    expect(spoken.durationMs).toBeGreaterThan(1500);
    const slow = await speak({ ...request, localVoice, speed: 0.85 }, never);
    expect(slow.durationMs / spoken.durationMs).toBeGreaterThan(1.08);
  });

  it('says that a voice is gone, and runs nothing that is no name', async () => {
    for (const localVoice of ['festival/nobody', "festival/x)(system 'id)", 'tiny/low']) {
      await expect(speak({ ...request, localVoice }, never)).rejects.toMatchObject({
        code: 'local_voice_gone',
      });
    }
  });

  it.skipIf(!first)('says that it cannot read a text without letters that it knows', async () => {
    const spoken = speak({ ...request, text: '昔々', localVoice: first?.name }, never);
    await expect(spoken).rejects.toMatchObject({ code: 'voice_failed', retryable: true });
  });
});

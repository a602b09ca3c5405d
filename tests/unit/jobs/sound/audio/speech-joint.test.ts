import { describe, expect, it } from 'vitest';
import { joinSpeech } from '#jobs/sound/audio/speech-joint.ts';
import { decodeWav, durationMsOf, encodeWav } from '#jobs/sound/audio/wav.ts';

const part = (ms: number, sampleRate: number, text: string) => ({
  audio: encodeWav({ sampleRate, channels: [new Float32Array((ms * sampleRate) / 1000).fill(0.25)] }),
  words: [{ text, startMs: 100, endMs: ms - 100 }],
});

describe('speech of several voices', () => {
  it('follows part on part, whatever their rates, with a breath between them', () => {
    const { audio, words } = joinSpeech([part(1000, 16_000, 'One'), part(500, 48_000, 'Two')]);
    const sound = decodeWav(audio);
    expect(sound.sampleRate).toBe(48_000);
    expect(durationMsOf(sound)).toBeCloseTo(1640, -1);
    expect(words.map(({ text }) => text)).toEqual(['One', 'Two']);
    expect(words[0]).toMatchObject({ startMs: 100, endMs: 900 });
    expect(words[1]?.startMs).toBeCloseTo(1240, 0);
    const level = (ms: number) => sound.channels[0]?.[Math.round(ms * 48)] ?? 0;
    expect(level(500)).toBeCloseTo(0.25, 1);
    expect(level(1070)).toBeCloseTo(0, 2);
    expect(level(1400)).toBeCloseTo(0.25, 1);
  });
});

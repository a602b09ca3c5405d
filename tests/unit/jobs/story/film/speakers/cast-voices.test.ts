import { describe, expect, it } from 'vitest';
import { castVoices, genderOfVoice } from '#jobs/story/film/speakers/cast-voices.ts';
import { VOICES } from '#jobs/story/order/voices.ts';

const OTHERS = VOICES.filter((voice) => voice !== 'rms').map((voice) => ({ voice }));
const STORY = [
  'The girl saw the fox. “Who are you?” she asked. “A fox,” said the fox.',
  '“And who are you?” asked the fox. “Only Nora,” said the girl. “Come in,” her grandmother called.',
];

describe('a voice for each speaker', () => {
  it('is one of their gender that is free', () => {
    const cast = castVoices(STORY, OTHERS);
    expect(cast).toEqual([
      { name: 'girl', voice: { voice: 'slt' } },
      { name: 'fox', voice: { voice: 'awb' } },
      { name: 'grandmother', voice: { voice: 'slt' } },
    ]);
  });

  it('is nobody’s where there is no other voice, or nobody speaks', () => {
    expect(castVoices(STORY, [])).toEqual([]);
    expect(castVoices(['A fox slept.'], OTHERS)).toEqual([]);
  });

  it('is of the service or of the installed model as well', () => {
    const voices = ['kokoro/am_adam', 'kokoro/bf_emma'].map((localVoice) => ({
      voice: 'rms',
      localVoice,
    }));
    const cast = castVoices(STORY, voices);
    expect(cast.map(({ voice }) => voice.localVoice)).toEqual([
      'kokoro/bf_emma',
      'kokoro/am_adam',
      'kokoro/bf_emma',
    ]);
  });

  it.each([
    [{ voice: 'slt' }, 'female'],
    [{ voice: 'rms', serviceVoice: 'onyx' }, 'male'],
    [{ voice: 'rms', serviceVoice: 'alloy' }, null],
    [{ voice: 'rms', localVoice: 'kokoro-multi-lang-v1_0/bm_george' }, 'male'],
    [{ voice: 'rms', localVoice: 'kitten-nano-en-v0_1-fp16/expr-voice-2-f' }, 'female'],
    [{ voice: 'rms', localVoice: 'vits-piper-de_DE-thorsten-medium' }, null],
  ] as const)('knows as whom %j is heard', (voice, gender) => {
    expect(genderOfVoice(voice)).toBe(gender);
  });
});

import { describe, expect, it } from 'vitest';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { isBetterElsewhere, rareVoices } from '#jobs/work/crew/fitting-worker.ts';
import { sceneOf, videoOf } from '#tests/support/videos.ts';

const has = (...voices: string[]) => ({ voices });

describe('rareVoices', () => {
  it('names voices that are not on every machine, once each', () => {
    const video = videoOf({
      options: videoOptionsSchema.parse({
        voice: 'espeak',
        speakers: [{ name: 'Ann', voice: { voice: 'slt', localVoice: 'kokoro/af' } }],
      }),
      scenes: [
        sceneOf(0, { voice: { voice: 'slt', localVoice: 'kokoro/af' } }),
        sceneOf(1, { voice: { voice: 'rms' } }),
        sceneOf(2, { quoteVoice: { voice: 'slt', localVoice: 'piper/lessac' } }),
      ],
    });
    expect(rareVoices(video)).toEqual(['espeak', 'kokoro/af', 'piper/lessac']);
  });

  it('names none for a film in voices that come along', () => {
    expect(rareVoices(videoOf({ scenes: [sceneOf(0)] }))).toEqual([]);
  });
});

describe('isBetterElsewhere', () => {
  it.each([
    ['nothing rare', [], has(), [has('espeak')], false],
    ['all here', ['espeak'], has('espeak'), [has('espeak')], false],
    ['all there', ['espeak', 'a'], has('espeak'), [has('a', 'espeak')], true],
    ['nowhere', ['a'], has(), [has('espeak')], false],
    ['in pieces', ['a', 'b'], has('a'), [has('b')], false],
    ['nobody else', ['a'], has(), [], false],
  ] as const)('%s', (_what, wanted, own, others, isBetter) => {
    expect(
      isBetterElsewhere(
        wanted,
        { voices: [...own.voices] },
        others.map(({ voices }) => ({ voices: [...voices] })),
      ),
    ).toBe(isBetter);
  });
});

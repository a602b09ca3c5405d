import { expect, it } from 'vitest';
import { speakerKindOf } from '#jobs/story/film/speech.ts';
import { VOICE_CHOICES } from '#jobs/story/order/options.ts';

it('knows for every voice who speaks with it', () => {
  const kinds = VOICE_CHOICES.map((voice) => [voice, speakerKindOf({ voice })]);
  expect(kinds).toEqual([
    ['rms', 'service-or-builtin'],
    ['slt', 'service-or-builtin'],
    ['awb', 'service-or-builtin'],
    ['espeak', 'system'],
    ['none', 'none'],
  ]);
});

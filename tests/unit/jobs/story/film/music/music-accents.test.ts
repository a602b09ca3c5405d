import { describe, expect, it } from 'vitest';
import { musicAccents } from '#jobs/story/film/music/music-accents.ts';
import type { Form } from '#remotion/contract/forms.ts';

const scene = (form: Form | null, durationMs = 3000) => ({
  narration: 'It was 7 in the end.',
  picture: form ? ({ from: 'form', form } as const) : ({ from: 'drawn' } as const),
  durationMs,
});
const item = (at: number): Form => ({
  kind: 'list',
  items: ['Paris', 'Rome', 'Oslo'],
  at,
  mark: 'countdown',
});
const SEVEN: Form = { kind: 'number', value: 7, shown: '7' };
const WORDS: Form = { kind: 'words' };

describe('what music marks', () => {
  it('is a hook of words, figures, and each item of a list as it begins', () => {
    const scenes = [WORDS, WORDS, item(0), item(0), item(1), null, SEVEN, null, null].map((form) =>
      scene(form),
    );
    expect(musicAccents(scenes)).toEqual([0, 6000, 12_000, 18_000]);
  });

  it('is nothing in a film of pictures', () => {
    expect(musicAccents([null, null, null].map((form) => scene(form)))).toEqual([]);
    expect(musicAccents([])).toEqual([]);
  });

  it('is neither crowded nor in the way of the end', () => {
    expect(musicAccents([SEVEN, SEVEN, SEVEN, SEVEN, null].map((form) => scene(form)))).toEqual([0, 6000]);
    expect(musicAccents([scene(null, 9000), scene(SEVEN, 4000)])).toEqual([]);
  });
});

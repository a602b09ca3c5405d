import { describe, expect, it } from 'vitest';
import { draftMarks } from '#tests/tools/gallery/review/draft-marks.ts';
import { toldOtherwise } from '#tests/tools/gallery/review/marked-telling.ts';
import { marksSchema } from '#tests/tools/gallery/review/marks.ts';
import { reviewStory } from '#tests/tools/gallery/review/reviewed-story.ts';
import type { GenreStory } from '#tests/tools/gallery/story.ts';

const STORY: GenreStory = {
  ...{ slug: 'kite', genre: 'bedtime', style: 'gouache', format: '9:16', language: 'en' },
  ...{ treatment: 'tale', moods: ['tender'], titles: ['The Kite', 'Ida’s kite'] },
  text: 'The kite\n\nIda ran over the meadow with her kite. The wind took it up to the clouds. In the evening it came home by itself.',
};

describe('marks to begin with', () => {
  const reviewed = reviewStory(STORY);

  it('leave every scene to whoever looks', () => {
    const marks = draftMarks(reviewed);
    expect(marks.scenes.map(({ verdict }) => verdict)).toEqual(reviewed.scenes.map(() => 'unclear'));
    expect(marksSchema.safeParse({ date: '2026-11-25', stories: [marks] }).success).toBe(true);
  });

  it('know a title that its author would keep, however it is written', () => {
    expect(draftMarks({ ...reviewed, title: 'THE KITE!' }).title.isKept).toBe(true);
    expect(draftMarks({ ...reviewed, title: 'The Kite and the Evening' }).title.isKept).toBe(false);
  });

  it('know music and kind of telling by what fits the story', () => {
    const right = draftMarks({ ...reviewed, mood: 'tender', treatment: 'tale' });
    expect([right.mood.isRight, right.treatment.isRight]).toEqual([true, true]);
    const wrong = draftMarks({ ...reviewed, mood: 'tense', treatment: 'advert' });
    expect([wrong.mood.isRight, wrong.treatment.isRight]).toEqual([false, false]);
  });

  it('hold until the story is told otherwise', () => {
    const marks = draftMarks(reviewed);
    expect(toldOtherwise(marks, reviewed)).toEqual([]);
    const [first, ...others] = reviewed.scenes;
    const scenes = first ? [{ ...first, form: { kind: 'words' as const } }, ...others] : [];
    expect(toldOtherwise(marks, { ...reviewed, title: 'Home', scenes })).toEqual([
      'title: Home',
      expect.stringMatching(/^words: The kite/),
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { MusicMood } from '#jobs/story/order/options.ts';
import type { Treatment } from '#jobs/story/order/treatments.ts';
import { storyMood } from '#jobs/studio/storyteller/mood.ts';
import { writeScript } from '#jobs/studio/storyteller/write.ts';
import { GENRE_MOODS } from '#tests/support/genre-moods.ts';
import { ASIDE_MOODS, OPEN_MOODS, type ShownMood } from '#tests/support/shown-moods.ts';

describe('the mood of a story', () => {
  it.each<[MusicMood, Treatment, string]>([
    ['calm', 'tale', 'The wind came over the hill.'],
    ['tense', 'confession', 'At 2:40 the bell rings. Somebody screams in the corridor.'],
    ['tender', 'confession', 'Dear Ana,\nmy grandmother hugged me and I hugged her back.'],
    ['adventurous', 'persuasion', 'You say that you have no time. You have ten minutes.'],
    ['joyful', 'advert', 'Our shop opens on Friday.'],
    ['mysterious', 'tale', 'A secret door, and fog, and a ghost that vanished.'],
    ['sad', 'tale', 'They mourned. She wept at the grave, and her grief was long.'],
  ])('is %s in a %s: %s', (mood, treatment, story) => {
    expect(storyMood(story, treatment)).toBe(mood);
  });

  it('is not told by the names of those who write', () => {
    expect(storyMood('Joy: the funeral is at ten\nJoy: I wept\nJoy: she mourned him', 'chat')).toBe('sad');
  });

  it('is read from what is shown, more often than before: 4 and 2 of 16', () => {
    const right = (stories: readonly ShownMood[]) =>
      stories.filter(({ moods, story }) => {
        const { mood } = writeScript({ story, title: null, sceneCount: null, language: 'en' });
        return moods.some((one) => one === mood);
      }).length;
    expect(right(OPEN_MOODS)).toBeGreaterThanOrEqual(10);
    expect(right(ASIDE_MOODS)).toBeGreaterThanOrEqual(8);
  });

  it('fits a story of each genre, as it did when these were first run: 17 of 18', () => {
    const wrong = GENRE_MOODS.flatMap(({ genre, language, moods, story }) => {
      const { mood } = writeScript({ story, title: null, sceneCount: null, language });
      return moods.some((one) => one === mood) ? [] : [`${genre} in ${language}: ${mood}`];
    });
    expect(wrong.length, wrong.join('; ')).toBeLessThanOrEqual(1);
  });

  it('is read from English words alone where the story is English', () => {
    const shown = 'Something scratched at the door. The lamp went out, and a cold hand took mine.';
    expect(storyMood(shown, 'tale', 'en')).toBe('tense');
    expect(storyMood(shown, 'tale', 'de')).toBe('calm');
  });
});

import { describe, expect, it } from 'vitest';
import type { MusicMood } from '#jobs/story/order/options.ts';
import type { Treatment } from '#jobs/story/order/treatments.ts';
import { storyMood } from '#jobs/studio/storyteller/mood.ts';

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
});

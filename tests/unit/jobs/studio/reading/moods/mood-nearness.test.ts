import { describe, expect, it } from 'vitest';
import { MUSIC_MOODS } from '#jobs/story/order/options.ts';
import { moodNearness } from '#jobs/studio/reading/moods/mood-nearness.ts';

const nearest = (text: string) => {
  const near = moodNearness(text);
  return MUSIC_MOODS.reduce((a, b) => (near[b] > near[a] ? b : a));
};

describe('nearness to moods', () => {
  it.each([
    ['tense', 'A hand scratched at the cellar door. The bolt moved. He grabbed the torch and ran.'],
    ['sad', 'They buried him in the rain. The house was empty and nobody spoke.'],
    ['joyful', 'Confetti, balloons, and a choir in the street: the whole town sang and ate.'],
    ['adventurous', 'With ropes and axes they crossed the glacier towards the peak.'],
    ['magical', 'The wand glittered and the toad turned into a prince.'],
    ['calm', 'Reeds, ducks, a still morning on the water.'],
  ])('is found in what is said: %s', (mood, text) => {
    expect(nearest(text)).toBe(mood);
  });

  it('is nothing where nothing is said', () => {
    for (const text of ['', '123', 'Qwrtz zxcvb', 'これは日本語です。'])
      expect(Object.values(moodNearness(text))).toEqual(MUSIC_MOODS.map(() => 0));
  });

  it('is believed less of a few words', () => {
    const [few, many] = [
      'The ghost.',
      'The ghost, the phantom, the haunted crypt, the eerie castle, the legend.',
    ];
    expect(moodNearness(few).mysterious).toBeLessThan(moodNearness(many).mysterious);
  });
});

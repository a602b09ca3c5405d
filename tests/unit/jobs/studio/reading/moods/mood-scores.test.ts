import { describe, expect, it } from 'vitest';
import { moodScores } from '#jobs/studio/reading/moods/mood-scores.ts';

describe('the moods of a text', () => {
  it.each([
    'It happens every day.',
    'I won’t go.',
    'A huge wall.',
    'She kept playing the player’s playlist.',
  ])('are not told by the beginnings of words: %s', (text) => {
    const { joyful, tender, playful } = moodScores(text);
    expect(joyful + tender + playful).toBe(0);
  });

  it.each(['They were not happy.', 'Nobody laughed.', 'We never danced.'])(
    'are not told by what is denied: %s',
    (text) => expect(moodScores(text).joyful).toBe(0),
  );

  it.each([
    ['tense', 'The kidnappers had a shotgun.'],
    ['tender', 'My granny cuddled him.'],
    ['playful', 'It tickled, and the puppies wobbled.'],
    ['sad', 'They mourned at the burial.'],
    ['calm', 'He slept in the quiet garden.'],
  ] as const)('are %s by what words are kinds of: %s', (mood, text) => {
    const scores = moodScores(text);
    expect(scores[mood]).toBe(Math.max(...Object.values(scores)));
    expect(scores[mood]).toBeGreaterThan(1);
  });

  it('of a picture are told by strong words alone', () => {
    expect(moodScores('Patience is a kind of courage.').adventurous).toBe(1);
    expect(moodScores('Patience is a kind of courage.', 'strong').adventurous).toBe(0);
    expect(moodScores('She was happily laughing.', 'strong').joyful).toBe(2);
  });

  it('are told by words and their forms, in other languages too', () => {
    expect(moodScores('She was happily laughing.').joyful).toBe(2);
    expect(moodScores('Tenía miedo y gritó.').tense).toBe(2);
    expect(moodScores('怖い夜だった。').tense).toBe(1);
  });
});

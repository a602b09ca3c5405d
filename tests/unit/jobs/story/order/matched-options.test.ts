import { describe, expect, it } from 'vitest';
import { matchOptions, speedIn, styleIn } from '#jobs/story/order/matched-options.ts';
import { inputsOf } from '#jobs/story/order/option-inputs.ts';
import {
  MUSIC_MOODS,
  type MusicMood,
  PICTURE_STYLES,
  SPEEDS,
  videoOptionsSchema,
} from '#jobs/story/order/options.ts';
import { TREATMENT_NAMES, type Treatment } from '#jobs/story/order/treatments.ts';

const OPEN = { style: 'auto', speed: 'auto' } as const;

describe('style and pace that follow the story', () => {
  it.each([
    ['tale', 'joyful', 'papercut', 'normal'],
    ['tale', 'magical', 'papercut', 'normal'],
    ['tale', 'tender', 'watercolor', 'slow'],
    ['tale', 'calm', 'watercolor', 'slow'],
    ['tale', 'sad', 'watercolor', 'normal'],
    ['tale', 'tense', 'silhouette', 'normal'],
    ['news', 'tense', 'silhouette', 'normal'],
    ['news', 'joyful', 'silhouette', 'normal'],
    ['confession', 'tender', 'gouache', 'normal'],
    ['advert', 'joyful', 'gouache', 'fast'],
    ['list', 'playful', 'papercut', 'fast'],
    ['biography', 'sad', 'watercolor', 'normal'],
    ['persuasion', 'adventurous', 'silhouette', 'normal'],
  ] satisfies [Treatment, MusicMood, string, string][])(
    'of a %s that is %s are %s and %s',
    (treatment, mood, style, speed) => {
      expect(matchOptions(OPEN, { treatment, mood })).toEqual({ style, speed });
    },
  );

  it('are decided for every kind of telling in every mood', () => {
    for (const treatment of TREATMENT_NAMES) {
      for (const mood of MUSIC_MOODS) {
        const { style, speed } = matchOptions(OPEN, { treatment, mood });
        expect(PICTURE_STYLES).toContain(style);
        expect(SPEEDS).toContain(speed);
      }
    }
  });

  it('are a told story’s where nobody said what it is', () => {
    expect(matchOptions(OPEN, { mood: 'tense' })).toEqual({ style: 'silhouette', speed: 'normal' });
  });

  it('stay what a person chose, each by itself', () => {
    const told = { treatment: 'advert', mood: 'joyful' } as const;
    expect(matchOptions({ style: 'neon', speed: 'auto' }, told)).toEqual({ style: 'neon', speed: 'fast' });
    expect(matchOptions({ style: 'auto', speed: 'slow' }, told)).toEqual({ style: 'gouache', speed: 'slow' });
  });

  it('are the usual ones until then, and name what is made as those do', () => {
    expect([styleIn(OPEN), speedIn(OPEN)]).toEqual(['papercut', 'normal']);
    const open = videoOptionsSchema.parse({});
    const usual = videoOptionsSchema.parse({ style: 'papercut', speed: 'normal' });
    expect(open).toMatchObject(OPEN);
    for (const fed of ['picture', 'voice'] as const)
      expect(inputsOf(fed, open)).toEqual(inputsOf(fed, usual));
  });
});

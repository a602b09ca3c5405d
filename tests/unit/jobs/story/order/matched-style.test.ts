import { describe, expect, it } from 'vitest';
import { matchStyle, styleIn } from '#jobs/story/order/matched-style.ts';
import { inputsOf } from '#jobs/story/order/option-inputs.ts';
import {
  MUSIC_MOODS,
  type MusicMood,
  PICTURE_STYLES,
  type PictureStyle,
  videoOptionsSchema,
} from '#jobs/story/order/options.ts';
import { TREATMENT_NAMES, type Treatment } from '#jobs/story/order/treatments.ts';

const OPEN = { style: 'auto' } as const;

describe('a style that follows the story', () => {
  const told: [Treatment, MusicMood, PictureStyle][] = [
    ['tale', 'joyful', 'papercut'],
    ['tale', 'magical', 'papercut'],
    ['tale', 'tender', 'watercolor'],
    ['tale', 'calm', 'papercut'],
    ['tale', 'sad', 'watercolor'],
    ['tale', 'tense', 'silhouette'],
    ['news', 'joyful', 'silhouette'],
    ['confession', 'tender', 'gouache'],
    ['advert', 'joyful', 'gouache'],
    ['list', 'playful', 'papercut'],
    ['biography', 'sad', 'watercolor'],
    ['persuasion', 'adventurous', 'silhouette'],
  ];
  it.each(told)('of a %s that is %s is %s', (treatment, mood, style) => {
    expect(matchStyle(OPEN, { treatment, mood })).toBe(style);
  });

  it('is decided for every kind of telling in every mood', () => {
    const styles = TREATMENT_NAMES.flatMap((treatment) =>
      MUSIC_MOODS.map((mood) => matchStyle(OPEN, { treatment, mood })),
    );
    for (const style of styles) expect(PICTURE_STYLES).toContain(style);
  });

  it('is a told story’s where nobody said what it is', () => {
    expect(matchStyle(OPEN, { mood: 'tense' })).toBe('silhouette');
  });

  it('stays what a person chose', () => {
    expect(matchStyle({ style: 'neon' }, { treatment: 'advert', mood: 'joyful' })).toBe('neon');
  });

  it('is the usual one until then, and names what is made as that does', () => {
    expect(styleIn(OPEN)).toBe('papercut');
    const open = videoOptionsSchema.parse({});
    expect(open.style).toBe('auto');
    expect(inputsOf('picture', open)).toEqual(
      inputsOf('picture', videoOptionsSchema.parse({ style: 'papercut' })),
    );
  });
});

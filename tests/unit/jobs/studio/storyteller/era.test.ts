import { describe, expect, it } from 'vitest';
import type { CastMember } from '#jobs/story/film/scene-reading.ts';
import { dressedOfOld, isOfOld, oldPlaceOf } from '#jobs/studio/storyteller/era.ts';
import { readScenes } from '#jobs/studio/storyteller/scene-setting.ts';

describe('the time of a story', () => {
  it.each([
    'In 1843 a clockmaker came to the city.',
    'Once upon a time a goose lived in the city.',
    'A Roman soldier marched through the streets.',
    'In the 17th century the harbour was full of ships.',
    'It happened in 44 BC.',
  ])('is of old: %s', (story) => expect(isOfOld(story)).toBe(true));

  it.each([
    'In 1987 a boy came to the city.',
    'In 1843 it was founded; in 2010 it closed.',
    'She walked 1500 miles.',
    'It cost $1250.',
    'Once upon a time there was a robot.',
    'In 1843 nobody had a phone.',
    'A fox lived by the sea.',
  ])('is not known to be: %s', (story) => expect(isOfOld(story)).toBe(false));
});

describe('pictures of old', () => {
  const member = (subject: string, garment: 'shirt' | 'robe'): CastMember => ({
    name: null,
    subject,
    role: null,
    look: { skin: 'fair', hairStyle: 'long', hairColour: 'brown', garment, cloth: 'red' },
    action: 'stand',
    count: 1,
  });

  it('have no towers', () => {
    const placesIn = (year: string) =>
      readScenes([`In ${year} Anna walked through the street.`], 'calm', 'en').map(
        ({ reading }) => reading.place,
      );
    expect(placesIn('1666')).toEqual(['village']);
    expect(placesIn('1966')).toEqual(['city']);
    const [scene] = readScenes(['In 1666 Anna walked through the street.'], 'calm', 'en');
    expect(scene?.evidence.place).toMatchObject({ what: 'village' });
    expect(oldPlaceOf('sea')).toBe('sea');
  });

  it('dress people as they were dressed', () => {
    expect(dressedOfOld(member('woman', 'shirt')).look?.garment).toBe('dress');
    expect(dressedOfOld(member('man', 'shirt')).look?.garment).toBe('coat');
    expect(dressedOfOld(member('man', 'robe')).look?.garment).toBe('robe');
  });
});

import { describe, expect, it } from 'vitest';
import type { Treatment } from '#jobs/story/order/treatments.ts';
import { formsOf } from '#jobs/studio/storyteller/forms/form-choice.ts';
import { readScenes } from '#jobs/studio/storyteller/scene-setting.ts';
import { writeScript } from '#jobs/studio/storyteller/write.ts';

function kindsOf(treatment: Treatment, narrations: readonly string[], language = 'en'): string[] {
  const read = readScenes(narrations, 'calm', language);
  return formsOf(
    narrations.map((narration) => ({ narration })),
    read,
    { treatment, language },
  ).map(({ form }) => form?.kind ?? 'picture');
}

describe('the form of a scene', () => {
  it('is a picture in a fable', () => {
    const kinds = kindsOf('tale', [
      'A young fox lived in the forest by the river.',
      'The fox climbed the hill and looked at the moon.',
    ]);
    expect(kinds).toEqual(['picture', 'picture']);
  });

  it('is never a picture of whoever a word with a capital may be', () => {
    const kinds = kindsOf('tale', [
      'Think. Number eleven is gone. Empire was its name.',
      'Nobody at Room Nine knew.',
    ]);
    expect(kinds).not.toContain('picture');
  });

  it.each<[Treatment, string, string]>([
    ['confession', 'I told my mother that I had quit.', 'words'],
    ['fact', 'Under the clouds it is 465 degrees.', 'number'],
    ['advert', 'Any loaf for $6.50 instead of $9.', 'number'],
    ['news', 'On March 3, 1994, a man checked into a motel.', 'place'],
    ['biography', 'She was born in Paris in 1867.', 'place'],
    ['quotes', '“Dare to know.” — Immanuel Kant', 'words'],
    ['how-to', 'Whisk two eggs in a bowl.', 'icon'],
    ['persuasion', 'Nobody is coming to do it for you.', 'words'],
  ])('of a %s: %s: %s', (treatment, narration, kind) => {
    expect(kindsOf(treatment, [narration])).toEqual([treatment === 'quotes' ? 'quote' : kind]);
  });

  it.each<[Treatment, string, boolean]>([
    ['confession', 'My boss called me into his office.', true],
    ['confession', 'The office called twice.', false],
    ['news', 'They waited in the hospital.', true],
    ['quotes', 'They waited in the hospital.', false],
  ])('of a %s is a place without anybody where it is told: %s', (treatment, narration, isPlace) => {
    const read = readScenes([narration], 'calm', 'en');
    const [chosen] = formsOf([{ narration }], read, { treatment, language: 'en' });
    expect([chosen?.form === null, chosen?.isBare === true]).toEqual([isPlace, isPlace]);
    const [scene] = writeScript({
      story: narration,
      title: 'T',
      sceneCount: null,
      language: 'en',
      treatment,
    }).scenes;
    if (isPlace) expect(scene?.reading).toMatchObject({ cast: [], things: [], shot: 'wide' });
    else expect(scene?.form).toBeDefined();
  });

  it('shows a place twice at most, and not on end', () => {
    const kinds = kindsOf('confession', [
      'I sat in the office.',
      'I slept in the office.',
      'I ate in the office.',
      'I cried in the kitchen.',
      'I stayed in the office.',
    ]);
    expect(kinds).toEqual(['picture', 'words', 'picture', 'picture', 'words']);
  });

  it('shows a thing once', () => {
    const kinds = kindsOf('how-to', ['Take two eggs.', 'Now the eggs go in.']);
    expect(kinds).toEqual(['icon', 'words']);
  });

  it('tells other languages in words and icons', () => {
    const kinds = kindsOf('how-to', ['Nimm eine Tomate und eine Zwiebel.', 'Dann warte.'], 'de');
    expect(kinds).toEqual(['icon', 'words']);
  });
});

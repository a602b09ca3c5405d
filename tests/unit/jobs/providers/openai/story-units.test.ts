import { describe, expect, it } from 'vitest';
import { composePrompt, withScene } from '#jobs/providers/openai/picture/picture-prompt.ts';
import {
  areWholeCuts,
  evenCuts,
  storyUnits,
  textOfUnits,
  wordCount,
} from '#jobs/providers/openai/script/story-units.ts';
import { sceneOfPrompt } from '#jobs/story/film/picture-cast.ts';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';

const texts = (story: string, language = 'en') => storyUnits(story, language).map(({ text }) => text);

describe('pieces of a story', () => {
  it('are sentences, with their dialogue and titles', () => {
    expect(texts('"How much?" he asked Dr. Hale. She laughed. “No!”\n\nThe end')).toEqual([
      '"How much?" he asked Dr. Hale.',
      'She laughed.',
      '“No!”',
      'The end',
    ]);
  });

  it('cut a very long sentence where it pauses', () => {
    const clause = 'the fox went over the hill and through the wood';
    const pieces = texts(`${Array.from({ length: 6 }, () => clause).join(', ')}.`);
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.every((piece) => wordCount(piece) <= 28)).toBe(true);
  });

  it('exist in scripts without spaces', () => {
    expect(texts('狐は月を見た。月は池に浮かんでいた。', 'ja')).toEqual([
      '狐は月を見た。',
      '月は池に浮かんでいた。',
    ]);
    expect(texts('Anything.', 'not a language')).toEqual(['Anything.']);
  });

  it.each([
    ...SAMPLE_STORIES.map(({ story }) => story),
    '  \n one \n\n two.  Three?!  ',
    'a'.repeat(500),
    '?! … —',
    'Mr. and Mrs. Fox — no: the Foxes; all, really — left. "Why?" "Because!"',
  ])('hold every character but the space between them (%#)', (story) => {
    const units = storyUnits(story, 'en');
    expect(
      units
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, ''),
    ).toBe(story.replace(/\s/g, ''));
    for (const unit of units) expect(story.slice(unit.from, unit.to)).toBe(unit.text);
    const [middle] = evenCuts(units, 2);
    const halves = [
      textOfUnits(story, units, 0, middle ?? 0),
      textOfUnits(story, units, (middle ?? 0) + 1, units.length - 1),
    ];
    if (units.length > 1) expect(halves.join('').replace(/\s/g, '')).toBe(story.replace(/\s/g, ''));
  });
});

describe('even cuts', () => {
  const unitsOf = (...lengths: number[]) =>
    lengths.map((length) => ({ from: 0, to: 0, text: Array.from({ length }, () => 'word').join(' ') }));

  it('balance the words', () => {
    expect(evenCuts(unitsOf(10, 10, 10, 10), 2)).toEqual([1, 3]);
    expect(evenCuts(unitsOf(30, 5, 5, 5, 15), 2)).toEqual([0, 4]);
    expect(evenCuts(unitsOf(4, 4), 9)).toEqual([0, 1]);
  });

  it('are always whole', () => {
    for (let count = 1; count <= 12; count++) {
      const units = unitsOf(...Array.from({ length: 12 }, (_, index) => (index * 7) % 13));
      expect(areWholeCuts(evenCuts(units, count), 12)).toBe(true);
      expect(evenCuts(units, count)).toHaveLength(count);
    }
  });

  it.each([[[]], [[0, 1]], [[1, 1, 2]], [[2, 1]], [[0.5, 2]], [[Number.NaN, 2]], [[-1, 2]], [[0, 3]]])(
    '%j are not whole for three pieces',
    (cuts) => {
      expect(areWholeCuts(cuts, 3)).toBe(false);
    },
  );
});

describe('picture prompts', () => {
  const bible = { world: 'a village', palette: 'amber, teal', light: 'low sun' };
  const prompt = composePrompt('A fox\nat a pond', [{ name: 'Rik', look: 'red fox, green scarf' }], bible);

  it('say everything, the scene first', () => {
    expect(prompt).toContain('Rik: red fox, green scarf.');
    expect(prompt).toContain('Colours: amber, teal.');
    expect(sceneOfPrompt(prompt)).toBe('A fox at a pond');
  });

  it('keep all looks when the scene is replaced', () => {
    const softened = withScene(prompt, 'A fox\n\nrests');
    expect(sceneOfPrompt(softened)).toBe('A fox rests');
    expect(softened.split('\n\n').slice(1)).toEqual(prompt.split('\n\n').slice(1));
  });
});

import { describe, expect, it } from 'vitest';
import { readScene } from '../../../jobs/providers/builtin/pictures/reading';
import { storyboardOf } from '../../../jobs/providers/builtin/script/storyboard';

const board = (narrations: readonly string[], language = 'en') => storyboardOf(narrations, 'calm', language);
const whoIn = (narrations: readonly string[]) =>
  board(narrations).map(({ cast }) => cast.map(({ name, subject }) => name ?? subject));

describe('who is in each scene', () => {
  it('keeps the one to whom somebody speaks', () => {
    expect(
      whoIn([
        'Bruno the bear could not sleep. Bruno met an owl.',
        '“Badly,” said the owl, “I have to work.”',
      ])[1],
    ).toEqual(['Bruno', 'owl']);
  });

  it('leaves out whom somebody only remembers', () => {
    expect(whoIn(['Agnes rowed.', 'She remembered how her father had taught her.'])[1]).toEqual(['Agnes']);
  });

  it('takes the one who has been “he” all along when the other is long past', () => {
    const scenes = whoIn([
      'A badger lived in the forest. He was proud of his door. He counted his apples.',
      'Next came a hare with a cough. By evening nobody could turn around.',
      'He lay awake and listened.',
    ]);
    expect(scenes[2]).toEqual(['badger']);
  });
});

describe('where each scene is', () => {
  const placesIn = (narrations: readonly string[]) => board(narrations).map(({ place }) => place);

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'what will be or was lost is elsewhere',
      ['Agnes rowed across the lake.', 'The bridge would open in May.'],
      ['lake', 'lake'],
    ],
    [
      'what is looked for is elsewhere',
      ['Sato floated in orbit.', 'She looked for her street.'],
      ['space', 'space'],
    ],
    [
      'a space station has no rails',
      ['The rocket flew through space.', 'Ibe waited in the station.'],
      ['space', 'space'],
    ],
    [
      'a blanket makes no bedroom',
      ['Zahra crossed the desert.', 'She pulled her blanket over the camel.'],
      ['desert', 'desert'],
    ],
    ['by the sea is no boat', ['A fox lived by the sea.'], ['shore']],
    ['on the roof', ['Amara sat on the roof of her house in the city.'], ['rooftops']],
    ['hints of a whole story', ['The bus was late.', 'The bus stopped at the hospital.'], ['city', 'city']],
  ])('%s', (_, narrations, expected) => {
    expect(placesIn(narrations)).toEqual(expected);
  });
});

describe('what is to be seen', () => {
  const thingsIn = (text: string) => readScene(text).things;

  it.each<[string, string[]]>([
    ['She had carried brides, and once a piano.', []],
    ['The cat was wet to the bone.', []],
    ['The sparrows had lost their nest.', []],
    ['She flapped twice and rose above the barn.', []],
    ['Nothing in her books helped.', []],
    ['He climbed onto the bank.', []],
    ['She held a lamp.', ['lamp']],
  ])('%s', (text, expected) => {
    expect(thingsIn(text)).toEqual(expected);
  });

  it('keeps the letter in the hands of someone who reads it in the next scene', () => {
    expect(board(['On the seat lay a letter for Vera.', 'Vera read it twice.'])[1]?.things).toEqual([
      'letter',
    ]);
  });
});

describe('shots', () => {
  it('look over a shoulder only where somebody speaks', () => {
    const silent = Array.from({ length: 12 }, (_, i) => `Ann and Tom walked on. It was day ${i}.`);
    expect(board(silent).some(({ shot }) => shot === 'shoulder')).toBe(false);
  });
});

describe('other languages', () => {
  it.each<[string, string, string[], string]>([
    ['es', 'Un zorro vivía junto al mar.', ['fox'], 'shore'],
    ['fr', 'Une fille et l’ours dorment dans la forêt.', ['girl', 'bear'], 'forest'],
    ['de', 'Der Hund lief mit der Katze in den Wald.', ['dog', 'cat'], 'forest'],
    ['it', 'Il lupo guardava l’isola.', ['wolf'], 'island'],
    ['pt', 'A raposa chegou à aldeia.', ['fox'], 'village'],
    ['ja', '犬は海へ行きました。', ['dog'], 'shore'],
    ['ar', 'ذهب الأسد إلى الصحراء.', ['lion'], 'desert'],
  ])('%s: %s', (language, text, cast, place) => {
    const [scene] = board([text], language);
    expect(scene?.cast.map(({ subject }) => subject)).toEqual(cast);
    expect(scene?.place).toBe(place);
  });

  it.each([
    ['de', 'Der Rat gab dem Kind ein Gift. Bald war die Hand rot.'],
    ['nl', 'De hand van de beer was rat.'],
  ])('are never read as English: %s', (language, text) => {
    const [scene] = board([text], language);
    expect(scene?.cast).toEqual([]);
    expect(scene?.things).toEqual([]);
  });
});

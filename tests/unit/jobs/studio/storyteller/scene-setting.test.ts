import { describe, expect, it } from 'vitest';
import { readScene } from '#jobs/studio/reading/reading.ts';
import { readScenes } from '#jobs/studio/storyteller/scene-setting.ts';

const board = (narrations: readonly string[], language = 'en') =>
  readScenes(narrations, 'calm', language).map(({ reading }) => reading);
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

describe('who is meant', () => {
  it('takes the mother of a fawn for the deer', () => {
    expect(
      whoIn(['A deer and her fawn slept in the forest.', 'The mother woke up.', 'She pushed the fawn.']),
    ).toEqual([['doe', 'little deer'], ['doe'], ['doe', 'little deer']]);
  });

  it('makes a little bear smaller than his mother', () => {
    expect(whoIn(['Little bear Bruno ran. Bruno sat down.', 'His mother sat beside him.'])[1]).toEqual([
      'Bruno',
      'bear',
    ]);
  });

  it('brings in a woman who is not the heroine', () => {
    expect(
      whoIn(['Samira sold bread. Samira sang. She laughed.', 'A woman in a red cap saw this.'])[1],
    ).toEqual(['woman']);
  });

  it('gives a girl’s mother to the girl, whoever was spoken of since', () => {
    const scenes = whoIn(['A girl of ten opened the door. Mr. Osei sat down. He sang.', 'Her mother slept.']);
    expect(scenes[1]).toContain('woman');
  });

  it('shows both of two goats, and nobody for a whole village', () => {
    const goats = board(['A goat came to a bridge.', 'There stood another goat.', 'They shouted.']);
    expect(goats[2]?.cast.map(({ subject, count }) => [subject, count])).toEqual([['goat', 2]]);
    expect(
      whoIn(['Oona saw a whale. Oona waved.', 'The whole village came, and she told them everything.'])[1],
    ).toEqual(['Oona']);
  });

  it('plays chess with pieces', () => {
    expect(whoIn(['Ada played chess. Ada moved a pawn.', 'Tom took her queen. Tom laughed.'])[1]).toEqual([
      'Tom',
      'Ada',
    ]);
  });

  it('lights no flame under water', () => {
    expect(board(['She dived under the sea with her lamp.'])[0]?.things).toEqual(['torch']);
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
    ['on the sofa', ['A woman ran through the street.', 'She sat on the sofa.'], ['city', 'home']],
    ['under blankets', ['A boy sat on the beach.', 'He lay under three blankets.'], ['shore', 'bedroom']],
    [
      'on the church',
      ['Lotte lived in a village.', 'The clock on the church stopped.'],
      ['village', 'village'],
    ],
    ['in the church', ['Lotte lived in a village.', 'Lotte sang in the church.'], ['village', 'hall']],
    ['by the sea is no boat', ['A fox lived by the sea.'], ['shore']],
    ['on the roof', ['Amara sat on the roof of her house in the city.'], ['rooftops']],
    ['hints of a whole story', ['The bus was late.', 'The bus stopped at the hotel.'], ['city', 'city']],
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
    ['es', 'La mujer esperaba en el hospital.', ['woman'], 'hospital'],
    ['fr', 'Une femme entra au tribunal.', ['woman'], 'court'],
    ['de', 'Die Frau stand im Büro.', ['woman'], 'office'],
    ['pt', 'O cão dormia no palco.', ['dog'], 'stage'],
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

import { describe, expect, it } from 'vitest';
import { castOf } from '#jobs/studio/storyteller/cast.ts';

const subjectOf = (story: string, name: string) =>
  castOf(story).characters.find((one) => one.name === name)?.subject;

describe('how old somebody is', () => {
  it.each<[string, string, string]>([
    ['Marta was eleven. She ran home.', 'Marta', 'girl'],
    ['Agnes Rook was eighty-one and still rowed the ferry. Agnes sang.', 'Agnes', 'grandmother'],
    ['Tom, 9, waited at the gate. Tom waved.', 'Tom', 'boy'],
    ['Ada, aged seven, sang. She laughed.', 'Ada', 'girl'],
    ['Peter had just turned sixty-five. He sat down.', 'Peter', 'grandfather'],
    ['Clara was ten minutes late. She ran.', 'Clara', 'woman'],
    ['Clara had one of them when she was seven. She sold it. Clara laughed.', 'Clara', 'woman'],
    ['Pilar forgot her homework. Pilar ran back to school.', 'Pilar', 'girl'],
    ['Arthur was a farmer’s son who loved kites. He built one.', 'Arthur', 'man'],
    ['Mrs. Bell threw her snails over the wall. Mrs. Bell laughed.', 'Bell', 'woman'],
  ])('%s', (story, name, expected) => {
    expect(subjectOf(story, name)).toBe(expected);
  });

  it.each<[string, string]>([
    ['A nine-year-old girl ran across the bridge.', 'girl'],
    ['An eighty-year-old man sat on the bench.', 'grandfather'],
  ])('%s', (story, expected) => {
    expect(castOf(story).characters[0]?.subject).toBe(expected);
  });

  it('follows from whose relation they are', () => {
    const { characters } = castOf('Emil was eight. His brother ran ahead. His mother called.');
    expect(characters.map(({ subject }) => subject)).toEqual(['boy', 'boy', 'woman']);
    const old = castOf('Agnes was eighty-one. Agnes rowed with her daughter. Agnes sang with her sister.');
    expect(old.characters.map(({ subject }) => subject)).toEqual(['grandmother', 'woman', 'grandmother']);
  });
});

describe('who is who', () => {
  it('knows a surname again', () => {
    const { characters } = castOf('Commander Yuki Sato floated. Sato laughed. Sato slept.');
    expect(characters.map(({ name }) => name)).toEqual(['Sato']);
  });

  it('takes a street for a street', () => {
    expect(castOf('A shop stood in Mill Street. Lake Anna was frozen.').characters).toEqual([]);
  });

  it('makes an animal’s mother an animal, and a mouse’s children none of ours', () => {
    const { characters } = castOf(
      'Bruno the bear slept. His mother sat beside him. A mouse came with six children.',
    );
    expect(characters.map(({ subject }) => subject)).toEqual(['bear', 'bear', 'mouse']);
  });

  it('knows the other brother again, and one who is explained', () => {
    expect(castOf('Elio and Tomas set out. Tomas found his brother. Elio smiled.').characters).toHaveLength(
      2,
    );
    const { characters } = castOf(
      'Amara sang. Amara slept. Her neighbour, an old man named Idris, brought bread.',
    );
    expect(characters.map(({ name, subject }) => [name, subject])).toEqual([
      ['Amara', 'woman'],
      ['Idris', 'grandfather'],
    ]);
  });

  it('hears “the hens called her” as a call and “was called Patience” as a name', () => {
    const { characters } = castOf('A goose ran. The hens called her back. The camel was called Patience.');
    expect(characters.map(({ name }) => name)).toEqual([null, null, 'Patience']);
  });

  it('dresses people as told', () => {
    const { characters } = castOf('Agnes put on her blue dress. She had long red hair.');
    expect(characters[0]?.look).toMatchObject({
      garment: 'dress',
      cloth: 'blue',
      hairStyle: 'long',
      hairColour: 'red',
    });
  });
});

describe('who says “I”', () => {
  it.each<[string, string]>([
    ['I drive the night bus. My wife waits for me. I sing.', 'man'],
    ['I was eight when I began to write. I asked my grandmother. I ran.', 'child'],
    ['I am a nurse. I work at night. My husband sleeps.', 'woman'],
  ])('%s', (story, expected) => {
    const subject = castOf(story).narrator?.subject;
    expect(expected === 'child' ? ['girl', 'boy'] : [expected]).toContain(subject);
  });
});

import { describe, expect, it } from 'vitest';
import type { Action } from '#jobs/story/film/scene-reading.ts';
import { composePicture } from '#jobs/studio/illustrator/compose.ts';
import { STYLES } from '#jobs/studio/illustrator/drawing/styles.ts';
import { COATS } from '#jobs/studio/illustrator/figures/coats.ts';
import { figureOf } from '#jobs/studio/illustrator/figures/figure.ts';
import { rideOf } from '#jobs/studio/illustrator/staging/ride.ts';
import { SUBJECTS } from '#jobs/studio/reading/lexicon/subjects.ts';
import { readScene } from '#jobs/studio/reading/reading.ts';

const drawing = (prompt: string) =>
  composePicture(readScene(prompt), '9:16', STYLES.papercut, 3)
    .layers.map(({ content }) => content)
    .join('');
const animal = (subject: string, action: Action) =>
  figureOf(
    { name: null, subject, role: null, look: null, action, count: 1 },
    { mood: 'calm', seed: '1', unique: 'a' },
  );

describe('animals', () => {
  it.each(Object.keys(COATS))('%s stands, walks, runs, sits and sleeps differently', (subject) => {
    expect(SUBJECTS[subject]).toBeDefined();
    const poses = (['walk', 'run', 'sit', 'sleep'] as const).map((action) => animal(subject, action).svg);
    expect(new Set(poses).size).toBe(poses.length);
    expect(animal(subject, 'sleep').lies).toBe(true);
  });

  it.each(['bird', 'crow', 'gull', 'eagle', 'owl', 'goose'])('%s spreads its wings to fly', (subject) => {
    expect(animal(subject, 'fly').svg).not.toBe(animal(subject, 'stand').svg);
    expect(animal(subject, 'fly').habitat).toBe('air');
  });
});

describe('rides', () => {
  const LOOK = 'with fair skin, long red hair and a green coat';

  it.each<[string, string]>([
    [`Ann, a woman ${LOOK}, drives in a city street with tall buildings. Also to be seen: a bus.`, 'in'],
    [`Ann, a woman ${LOOK}, flies above the clouds. Also to be seen: an aeroplane.`, 'in'],
    [`Ann, a girl ${LOOK}, stands in outer space among planets. Also to be seen: a rocket.`, 'in'],
    [`Ann, a girl ${LOOK}, rides and a horse runs on a path through a green meadow.`, 'mount'],
    [`Ann, a girl ${LOOK}, rides in a small village. Also to be seen: a bicycle.`, 'on'],
  ])('%s', (prompt, kind) => {
    expect(rideOf(readScene(prompt))?.kind).toBe(kind);
  });

  it('leave alone whoever stands beside a bus, and whoever is at home', () => {
    const beside = `Ann, a woman ${LOOK}, stands in a city street with tall buildings. Also to be seen: a bus.`;
    expect(rideOf(readScene(beside))).toBeNull();
    const indoors = `Ann, a woman ${LOOK}, drives in a cosy bedroom. Also to be seen: a bus.`;
    expect(rideOf(readScene(indoors))).toBeNull();
  });
});

describe('what a reader holds', () => {
  const reader = (thing: string) =>
    drawing(
      `A woman with fair skin, long red hair and a green coat, reads in a cosy bedroom. Also to be seen: a ${thing}.`,
    );

  it('is what the text says', () => {
    expect(new Set(['book', 'letter', 'newspaper', 'map'].map(reader)).size).toBe(4);
  });
});

describe('rooms', () => {
  const room = (name: string, seed: number) =>
    composePicture(
      readScene(
        `${name}, a woman with fair skin, long red hair and a green coat, stands in a cosy bedroom. Wide shot, composed to the left.`,
      ),
      '1:1',
      STYLES.papercut,
      seed,
    ).layers.find(({ name: layer }) => layer === 'sky')?.content;

  it('are furnished by who lives there, and alike in every scene', () => {
    expect(room('Ann', 1)).toBe(room('Ann', 2));
    const others = ['Bea', 'Cleo', 'Dora', 'Eve'].map((name) => room(name, 1));
    expect(others.some((other) => other !== room('Ann', 1))).toBe(true);
  });
});

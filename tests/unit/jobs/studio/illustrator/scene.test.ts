import { expect, it } from 'vitest';
import { sceneOf } from '#jobs/studio/illustrator/scene.ts';
import { readScene } from '#jobs/studio/reading/reading.ts';

const reading = readScene('A fox runs through a forest at night. Wide shot.');
const prompt = 'A hare sits in a kitchen.';

it('is what somebody read, and the words where nobody did', () => {
  expect(sceneOf({ prompt, reading })).toBe(reading);
  expect(sceneOf({ prompt })).toEqual(readScene(prompt));
});

it.each([
  ['figure', { ...reading, cast: reading.cast.map((one) => ({ ...one, subject: 'gryphon' })) }],
  ['trade', { ...reading, cast: reading.cast.map((one) => ({ ...one, role: 'astrologer' })) }],
  ['thing', { ...reading, things: ['sextant'] }],
])('is the words where a reading names a %s that nobody can draw', (_, unknown) => {
  expect(sceneOf({ prompt, reading: unknown })).toEqual(readScene(prompt));
});

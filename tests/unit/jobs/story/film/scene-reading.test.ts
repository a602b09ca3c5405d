import { expect, it } from 'vitest';
import { readingOf, type SceneReading, sceneReadingSchema } from '#jobs/story/film/scene-reading.ts';

const READING: SceneReading = {
  place: 'meadow',
  time: 'dawn',
  weather: 'clear',
  mood: 'joyful',
  shot: 'wide',
  side: 'left',
  cast: [{ name: null, subject: 'hare', role: null, look: null, action: 'run', count: 1 }],
  things: ['finish line'],
};
const told = { description: 'A hare runs.', reading: READING };

it('a reading speaks for a scene only while the scene has the words that were printed of it', () => {
  expect(readingOf({ imagePrompt: 'A hare runs.', reading: told })).toEqual(READING);
  expect(readingOf({ imagePrompt: 'A hare rests.', reading: told })).toBeUndefined();
  expect(readingOf({ imagePrompt: 'A hare runs.', reading: null })).toBeUndefined();
});

it('a reading survives being stored, and what is no reading is told so', () => {
  expect(sceneReadingSchema.parse(JSON.parse(JSON.stringify(READING)))).toEqual(READING);
  expect(sceneReadingSchema.safeParse({ ...READING, place: 'nowhere' }).success).toBe(false);
  const [hare] = READING.cast;
  expect(sceneReadingSchema.safeParse({ ...READING, cast: [hare, hare, hare, hare] }).success).toBe(false);
});

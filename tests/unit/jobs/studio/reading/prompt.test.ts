import { describe, expect, it } from 'vitest';
import {
  ACTIONS,
  type CastMember,
  PLACES,
  type SceneReading,
  SHOTS,
  SIDES,
  TIMES,
  WEATHERS,
} from '#jobs/story/film/scene-reading.ts';
import { MUSIC_MOODS } from '#jobs/story/order/options.ts';
import { createRandom, type Random } from '#jobs/studio/chance.ts';
import { lookFrom } from '#jobs/studio/reading/default-look.ts';
import { ROLES } from '#jobs/studio/reading/lexicon/roles.ts';
import { SUBJECTS } from '#jobs/studio/reading/lexicon/subjects.ts';
import { THINGS } from '#jobs/studio/reading/lexicon/things.ts';
import { describeReading } from '#jobs/studio/reading/prompt.ts';
import { readScene } from '#jobs/studio/reading/reading.ts';

const NAMES = ['Marta', 'Theo', 'Ines', 'Pip', 'Zoë', 'O’Neill', "D'Artagnan", 'Mary-Ann'] as const;
const pickOf = <T>(random: Random, items: readonly T[]): T =>
  items[Math.floor(random.next() * items.length)] as T;

function randomMember(random: Random, name: string | null): CastMember {
  const subject = pickOf(random, Object.keys(SUBJECTS));
  const form = SUBJECTS[subject]?.form;
  const person = form?.kind === 'person' ? form : null;
  const role = person && random.chance(0.4) ? pickOf(random, Object.keys(ROLES)) : null;
  const count = name === null && random.chance(0.25) ? random.whole(2, 3) : 1;
  const look =
    person && count === 1 && random.chance(0.8) ? lookFrom(String(random.next()), person, role) : null;
  return { name, subject, role, look, action: pickOf(random, ACTIONS), count };
}

function randomReading(random: Random): SceneReading {
  const cast: CastMember[] = [];
  const names = [...NAMES];
  for (let i = random.whole(0, 3); i > 0; i--) {
    const name = random.chance(0.5) ? (names.splice(random.whole(0, names.length - 1), 1)[0] ?? null) : null;
    const member = randomMember(random, name);
    const twin = cast.some(
      (one) =>
        one.name === null &&
        member.name === null &&
        one.subject === member.subject &&
        one.role === member.role,
    );
    if (!twin) cast.push(member);
  }
  const things = new Set(
    Array.from({ length: random.whole(0, 3) }, () => pickOf(random, Object.keys(THINGS))),
  );
  return {
    place: pickOf(random, PLACES),
    time: pickOf(random, TIMES),
    weather: pickOf(random, WEATHERS),
    mood: pickOf(random, MUSIC_MOODS),
    shot: pickOf(random, SHOTS),
    side: pickOf(random, SIDES),
    cast,
    things: [...things],
  };
}

describe('a described reading', () => {
  it('reads back as the same reading, whatever it holds', () => {
    const random = createRandom(20);
    for (let i = 0; i < 400; i++) {
      const reading = randomReading(random);
      const prompt = describeReading(reading);
      expect(readScene(prompt), prompt).toEqual(reading);
    }
  });

  it('reads back every subject and every thing', () => {
    const base = randomReading(createRandom(3));
    for (const subject of Object.keys(SUBJECTS)) {
      const cast: CastMember[] = [{ name: null, subject, role: null, look: null, action: 'stand', count: 1 }];
      const prompt = describeReading({ ...base, cast, things: [] });
      expect(readScene(prompt).cast, prompt).toEqual(cast);
    }
    for (const thing of Object.keys(THINGS)) {
      const prompt = describeReading({ ...base, cast: [], things: [thing] });
      expect(readScene(prompt).things, prompt).toEqual([thing]);
    }
  });

  it('is a sentence that people can read', () => {
    const prompt = describeReading({
      place: 'meadow',
      time: 'dawn',
      weather: 'clear',
      mood: 'joyful',
      shot: 'wide',
      side: 'left',
      cast: [
        { name: null, subject: 'hare', role: null, look: null, action: 'run', count: 1 },
        { name: null, subject: 'tortoise', role: null, look: null, action: 'walk', count: 1 },
      ],
      things: ['finish line'],
    });
    expect(prompt).toBe(
      'A hare runs and a tortoise walks on a path through a green meadow at sunrise. Also to be seen: a finish line. Clear sky, joyful mood, wide shot, composed to the left.',
    );
  });
});

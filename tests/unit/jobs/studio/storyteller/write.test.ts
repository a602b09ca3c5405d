import { describe, expect, it } from 'vitest';
import { sceneReadingSchema } from '#jobs/story/film/scene-reading.ts';
import { readScene } from '#jobs/studio/reading/reading.ts';
import { narrationsOf } from '#jobs/studio/storyteller/scene-cutting.ts';
import { titleOf } from '#jobs/studio/storyteller/title/title.ts';
import { writeScript } from '#jobs/studio/storyteller/write.ts';
import { HELD_OUT_FRESH } from '#tests/tools/gallery/held-out/held-out-fresh.ts';
import { HELD_OUT_LAST } from '#tests/tools/gallery/held-out/held-out-last.ts';
import { HELD_OUT_LIVES } from '#tests/tools/gallery/held-out/held-out-lives.ts';
import { HELD_OUT_REVIEW } from '#tests/tools/gallery/held-out/held-out-review.ts';
import { HELD_OUT_TALES } from '#tests/tools/gallery/held-out/held-out-tales.ts';
import { OTHER_LANGUAGES } from '#tests/tools/gallery/languages.ts';
import { REPORTS } from '#tests/tools/gallery/reports.ts';
import { TALES } from '#tests/tools/gallery/tales.ts';
import { FABLE, SEA, WINTER } from './stories';

const bare = (text: string) => text.replace(/\s+/g, '');
const words = (text: string) => text.split(/\s+/).filter(Boolean).length;
const request = (story: string, sceneCount: number | null = null, language = 'en') => ({
  story,
  title: null,
  sceneCount,
  language,
});

const LONG_SENTENCE = `${Array.from({ length: 60 }, (_, i) => `the ${i}th river ran on past the hill, and nobody stopped it`).join(', while ')}.`;

const TEXTS: [string, string][] = [
  ['a fable', FABLE],
  ['a sea story', SEA],
  ['a winter story', WINTER],
  ['one word', 'Home.'],
  ['one sentence of 3,000 characters', LONG_SENTENCE],
  ['no full stop', 'once there was a path and it went on'],
  [
    'an unclosed quotation',
    'He said, "Go. Run. Hide. And he never came back. The night was long. Nobody slept.',
  ],
  ['abbreviations', 'Mr. Brown met Dr. Lee at 5 p.m. on St. John’s Road. They talked.'],
  ['Windows line ends', 'One day it rained.\r\n\r\nThe next day it snowed.\r\nThen it stopped.'],
  [
    'Japanese',
    '昔々、ある所におじいさんとおばあさんが住んでいました。おじいさんは山へ行きました。おばあさんは川へ行きました。',
  ],
  ['Arabic', 'كان يا ما كان في قديم الزمان. ذهب الولد إلى النهر، ورأى سمكة كبيرة. ثم عاد إلى البيت.'],
  ['Spanish', 'Había una vez una niña. ¿Adónde vas?, preguntó el lobo. Voy a casa.'],
];

describe('the narrations', () => {
  it.each(TEXTS)('are the story, character for character: %s', (_, story) => {
    for (const wanted of [null, 1, 3, 7, 12])
      expect(bare(narrationsOf(story, wanted, 'en').join(' '))).toBe(bare(story));
  });

  it('are between 2 s and 12 s of speech where the text allows it', () => {
    for (const story of [FABLE, SEA, WINTER, LONG_SENTENCE]) {
      for (const narration of narrationsOf(story, null, 'en')) {
        expect(words(narration), narration).toBeGreaterThanOrEqual(5);
        expect(words(narration), narration).toBeLessThanOrEqual(31);
      }
    }
  });

  it('change often: a picture for every six seconds or so of a short story', () => {
    const story = `A fox sat under a vine. The grapes hung high above him, dark and sweet. He jumped once, twice, three times, and fell on his back in the dry grass. Then he walked away with his nose in the air.`;
    expect(words(story)).toBe(40);
    expect(narrationsOf(story, null, 'en')).toHaveLength(3);
    for (const narration of narrationsOf(SEA, null, 'en')) expect(words(narration)).toBeLessThanOrEqual(24);
  });

  it('are as many as wanted where the text has that much to say', () => {
    for (const wanted of [1, 2, 4, 6, 9, 12]) expect(narrationsOf(SEA, wanted, 'en')).toHaveLength(wanted);
    expect(narrationsOf('Home.', 5, 'en')).toEqual(['Home.']);
    expect(narrationsOf('', 5, 'en')).toEqual([]);
  });

  it('keep a quotation and its speaker together', () => {
    const narrations = narrationsOf(
      '“Run! Run now!” she cried. The dog ran. It was a long way to the river and the night was dark.',
      2,
      'en',
    );
    expect(narrations.some((narration) => narration.includes('“Run! Run now!” she cried.'))).toBe(true);
  });

  it('split a long sentence after a comma or before a conjunction, not inside a phrase', () => {
    for (const narration of narrationsOf(LONG_SENTENCE, null, 'en').slice(0, -1))
      expect(narration).toMatch(/[,;]$/);
  });
});

describe('the title', () => {
  it.each([
    [FABLE, /^A hare was always boasting/],
    [SEA, /^Marta /],
    [WINTER, 'Snow fell on the forest for seven days'],
    ['The Lost Key\n\nIt was raining. Nobody had seen it.', 'The Lost Key'],
  ])('%#', (story, expected) => {
    const title = titleOf(story, 'en');
    if (typeof expected === 'string') expect(title).toBe(expected);
    else expect(title).toMatch(expected);
  });

  it('is short and never empty for any text', () => {
    for (const [, story] of TEXTS) {
      for (const language of ['en', 'ja', 'not a language']) {
        const title = titleOf(story, language);
        expect(title.length).toBeGreaterThan(0);
        expect(title.length).toBeLessThanOrEqual(60);
      }
    }
  });

  it('is the author’s own where there is one', () => {
    expect(writeScript({ ...request(FABLE), title: ' Two Runners ' }).title).toBe('Two Runners');
  });
});

describe('the pictures of a script', () => {
  const readings = (story: string) =>
    writeScript(request(story)).scenes.map(({ imagePrompt }) => readScene(imagePrompt));

  it('show the heroine in every scene, with one look, by her name or as “she”', () => {
    const heroines = readings(SEA).map(({ cast }) => cast.find(({ name }) => name === 'Marta'));
    expect(heroines.every(Boolean)).toBe(true);
    expect(new Set(heroines.map((heroine) => JSON.stringify(heroine?.look))).size).toBe(1);
    expect(heroines[0]?.look).not.toBeNull();
  });

  it('know whom the story calls by a name that is no common name', () => {
    const scenes = readings(WINTER);
    const withPim = scenes
      .slice(1)
      .filter(({ cast }) => cast.some(({ name, subject }) => name === 'Pim' && subject === 'hedgehog'));
    // The first scene is the snow, before anybody is there.
    expect(withPim).toHaveLength(scenes.length - 1);
  });

  it('know a heroine whose name is in no list of names', () => {
    const scenes = readings(
      'Oona was the youngest captain on the coast. Nobody knew how old her boat was.\n\nThe wind rose and the waves grew. Oona held the wheel with both hands until the morning came.',
    );
    expect(scenes.length).toBeGreaterThan(1);
    for (const { cast } of scenes) expect(cast[0]).toMatchObject({ name: 'Oona', role: 'captain' });
  });

  it('keep her in sight when a scene speaks of nobody', () => {
    const scenes = readings(
      'Marta sailed across the open sea with her cat, and she sang all day long. The storm came without a warning. Lightning split the clouds, and the waves stood up like walls around the little boat.',
    );
    expect(scenes.length).toBeGreaterThan(1);
    for (const { cast, place } of scenes) {
      expect(cast.map(({ name }) => name)).toContain('Marta');
      expect(place).toBe('sea');
    }
  });

  it('take an animal’s mother for no woman', () => {
    const scenes = readings(
      'A small hedgehog lost his way in the forest. His mother was waiting under the old oak.',
    );
    for (const { cast } of scenes) expect(cast.map(({ subject }) => subject)).toEqual(['hedgehog']);
  });

  it('never look the same twice running', () => {
    for (const story of [FABLE, SEA, WINTER]) {
      const scenes = readings(story);
      scenes.slice(1).forEach((scene, i) => {
        const before = scenes[i];
        expect(
          before?.place === scene.place && before.shot === scene.shot && before.side === scene.side,
        ).toBe(false);
      });
    }
  });

  it('let the light of a fable’s day go on', () => {
    const times = readings(FABLE).map(({ time }) => time);
    expect(times[0]).toBe('morning');
    expect(times.at(-1)).toBe('sunset');
    expect(new Set(times).size).toBeGreaterThanOrEqual(3);
  });

  it('stay where the story is until it goes elsewhere', () => {
    expect(new Set(readings(FABLE).map(({ place }) => place))).toEqual(new Set(['meadow']));
  });

  it('are the same again for the same story', () => {
    expect(writeScript(request(SEA))).toEqual(writeScript(request(SEA)));
  });

  it('have a mood of the music’s list that fits', () => {
    expect(writeScript(request(FABLE)).mood).toMatch(/joyful|playful/);
    expect(writeScript(request('The storm screamed. Danger! They fled in fear from the fire.')).mood).toBe(
      'tense',
    );
    expect(writeScript(request('Numbers.')).mood).toBe('calm');
  });
});

describe('the reading of a scene', () => {
  /** Names, groups and repetitions that a description could lose. */
  const TRICKY = `Two hedgehogs met a hedgehog. Another hedgehog slept by the river. Then Zoë-Marie O'Neill came with R2-D2 and J.J. to the moon.
Zoë-Marie held a lamp and a lantern in space. They sailed with three dogs. Mary Ann and McKay danced. The captain and the captain read a letter.
Pip and Pop were two mice. They ran. Pip and another mouse slept. D'Artagnan's sister and his brother waved. The children and the girls sat by the fire.`;
  const gallery = [
    ...TALES,
    ...REPORTS,
    ...OTHER_LANGUAGES,
    ...HELD_OUT_TALES,
    ...HELD_OUT_FRESH,
    ...HELD_OUT_LIVES,
    ...HELD_OUT_LAST,
    ...HELD_OUT_REVIEW,
  ].map(({ slug, text, language }) => [slug, text, language] as const);

  it.each([
    ...gallery,
    ['a fable', FABLE, 'en'],
    ['a sea story', SEA, 'en'],
    ['a winter story', WINTER, 'en'],
    ['names and twins', TRICKY, 'en'],
  ] as const)('is what its description reads back as: %s', (_, story, language) => {
    for (const { imagePrompt, reading } of writeScript(request(story, null, language)).scenes) {
      expect(readScene(imagePrompt), imagePrompt).toEqual(reading);
      expect(sceneReadingSchema.parse(reading)).toEqual(reading);
    }
  });
});

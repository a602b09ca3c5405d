import { describe, expect, it } from 'vitest';
import { LATIN_LANGUAGES } from '#jobs/story/language/function-words.ts';
import { platformPost } from '#jobs/story/post/platform-post.ts';
import { PLATFORM_NAMES, PLATFORMS } from '#jobs/story/post/platforms.ts';
import { type PostedFilm, postOf } from '#jobs/story/post/post.ts';
import { MOST_ALT_LETTERS } from '#jobs/story/post/texts/alt-text.ts';
import { lengthAs } from '#jobs/story/post/texts/counted-length.ts';
import { houseWords } from '#jobs/story/post/texts/house-words.ts';
import { SOURCE_TYPES } from '#jobs/story/provenance/source-type.ts';
import { STORIES_BY_LANGUAGE } from '#tests/support/stories-by-language.ts';

const NARRATIONS = [
  'A young fox saw the full moon in the pond.',
  'He asked the old frog for its price.',
  'The frog closed his eyes.',
  'In the end the moon was his.',
];

const film = (patch: Partial<PostedFilm> = {}): PostedFilm => ({
  ...{ title: 'The Fox', story: NARRATIONS.join(' '), language: 'en', credits: [], sourceType: null },
  scenes: NARRATIONS.map((narration, at) => ({
    narration,
    seen: `A fox, picture ${at}. Soft light.`,
    startMs: at * 9000,
  })),
  durationMs: 36_000,
  ...patch,
});

describe('a post', () => {
  it('has the story’s own opening, and never tells its end', () => {
    const { description, opening } = postOf(film());
    expect(description).toBe(
      'A young fox saw the full moon in the pond. He asked the old frog for its price.',
    );
    expect(opening).toHaveLength(2);
  });

  it('is called by the story’s first words where it has no title', () => {
    expect(postOf(film({ title: '' })).title).toBe('A young fox saw the full moon in the pond.');
    expect(postOf(film({ title: '  The Fox  ' })).title).toBe('The Fox');
  });

  it('says that it was made with AI where it was, by whom else, and nothing where it was not', () => {
    const disclosed = (patch: Partial<PostedFilm>) => postOf(film(patch)).disclosure;
    expect(disclosed({ sourceType: SOURCE_TYPES.trained })).toBe('Made with AI.');
    expect(disclosed({ sourceType: SOURCE_TYPES.partlyTrained, language: 'de' })).toBe(
      'Zum Teil mit KI gemacht.',
    );
    expect(disclosed({ sourceType: SOURCE_TYPES.partlyTrained, credits: ['openai image-1'] })).toBe(
      'Made in part with AI. (openai image-1)',
    );
    for (const sourceType of [SOURCE_TYPES.rules, SOURCE_TYPES.brought, SOURCE_TYPES.partlyRules, null])
      expect(disclosed({ sourceType })).toBe('');
  });

  it('describes its pictures in English, and what is told in other languages', () => {
    expect(postOf(film()).altText).toMatch(/^Short film, 0:36: The Fox\. 1\. A fox, picture 0\. 2\. /);
    expect(postOf(film({ language: 'de' })).altText).toMatch(
      /^Kurzfilm, 0:36: The Fox\. 1\. A young fox saw/,
    );
    const unseen = film().scenes.map((scene) => ({ ...scene, seen: null }));
    expect(postOf(film({ scenes: unseen })).altText).toContain('1. A young fox saw the full moon');
  });

  it('has an alt text that people can listen to, of however many scenes', () => {
    const scenes = Array.from({ length: 40 }, (_, at) => ({
      ...{ narration: 'word '.repeat(60), seen: 'a thing '.repeat(60), startMs: at * 3000 },
    }));
    expect(postOf(film({ scenes })).altText.length).toBeLessThanOrEqual(MOST_ALT_LETTERS);
  });

  it('is made of the story alone where there are no scenes yet', () => {
    expect(postOf(film({ scenes: [] })).description).toContain('A young fox');
  });

  it.each(Object.entries(STORIES_BY_LANGUAGE))(
    'says nothing in %s that its story does not',
    (language, story) => {
      const scenes = [{ narration: story, seen: null, startMs: 0 }];
      const post = postOf(film({ title: '', story, scenes, language }));
      for (const sentence of post.opening) expect(story).toContain(sentence.replace(/…$/u, ''));
      for (const tag of post.hashtags) expect(story.toLowerCase()).toContain(tag.toLowerCase());
    },
  );
});

describe('the words of the house', () => {
  it('are there in every language that stories are told apart in by their little words', () => {
    const english = houseWords('en');
    for (const { language } of LATIN_LANGUAGES)
      if (language !== 'en') expect([language, houseWords(language)]).not.toEqual([language, english]);
    expect(houseWords('zh-TW').madeWithAi).toBe('由AI製作。');
    expect(houseWords('zh-CN').madeWithAi).toBe('由AI制作。');
    expect(houseWords('xx')).toEqual(english);
  });
});

describe('a post on a platform', () => {
  const LONG = 'Der Fuchs 🦊 sah die Straße 狐狸 und lief <weiter>. ';
  const long = film({
    title: 'T👨‍👩‍👧‍👦'.repeat(40),
    scenes: Array.from({ length: 60 }, (_, at) => ({
      ...{ narration: LONG.repeat(8), seen: null, startMs: at * 11_000 },
    })),
    ...{ durationMs: 660_000, language: 'de', credits: ['openai image-1'], sourceType: SOURCE_TYPES.trained },
  });

  it.each(PLATFORM_NAMES)('is within the limits of %s, and owes it nothing', (name) => {
    for (const one of [film(), long]) {
      const post = postOf(one);
      const { title, text, length, most } = platformPost(post, name, one.language);
      const { text: limit, title: titled, hashtags, forbidden } = PLATFORMS[name];
      expect(length).toBe(lengthAs(limit.unit, text));
      expect(length).toBeLessThanOrEqual(most);
      expect(title === null).toBe(titled === null);
      if (titled) expect(lengthAs(titled.unit, title ?? '')).toBeLessThanOrEqual(titled.most);
      if (forbidden) expect(`${title}${text}`).not.toMatch(/[<>]/);
      expect(text.match(/#\S+/gu)?.length ?? 0).toBeLessThanOrEqual(hashtags ?? 5);
      expect(text).toContain(post.disclosure);
    }
  });

  it('begins with its title where it has none of its own', () => {
    const post = postOf(film());
    expect(platformPost(post, 'reels', 'en').text).toMatch(/^The Fox\n\nA young fox/);
    expect(platformPost(post, 'youtube', 'en').text).toMatch(/^A young fox/);
    expect(platformPost(post, 'youtube', 'en').title).toBe('The Fox');
  });

  it('has chapters where they become some', () => {
    const post = postOf(
      film({
        durationMs: 60_000,
        scenes: film().scenes.map((scene, at) => ({ ...scene, startMs: at * 15_000 })),
      }),
    );
    expect(post.chapters).toHaveLength(4);
    expect(platformPost(post, 'youtube', 'en').text).toContain('0:15 He asked the old frog for its price');
    expect(platformPost(post, 'shorts', 'en').text).not.toContain('0:15');
  });

  it('gives up sentences first, then hashtags, and the disclosure never', () => {
    const crowded = film({ title: 'A title '.repeat(28).trim(), sourceType: SOURCE_TYPES.trained });
    const { text } = platformPost(postOf(crowded), 'x', 'en');
    expect(text).not.toContain('A young fox');
    expect(text).toContain('Made with AI.');
    expect(text).toContain('#fox');
    const more = film({ title: 'A title '.repeat(60).trim(), sourceType: SOURCE_TYPES.trained });
    const least = platformPost(postOf(more), 'x', 'en');
    expect(least.text).toMatch(/^A title .*…\n\nMade with AI\.$/u);
  });
});

import { describe, expect, it } from 'vitest';
import { type DraftField, readDraft } from '#jobs/story/order/draft.ts';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';
import { countWords, MAX_STORY_LENGTH } from '#jobs/story/order/story-text.ts';

const STORY = 'The fox saw the moon in the pond.';

/** The issues of an input as `field:code`. */
function issuesOf(input: Record<string, unknown>): string[] {
  const result = readDraft(input);
  return result.ok ? [] : result.issues.map(({ field, code }) => `${field}:${code}`);
}

/** The accepted story of an input. */
function acceptedStory(story: string): string {
  const result = readDraft({ story });
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join());
  return result.draft.story;
}

describe('a story that is refused', () => {
  const cases: [what: string, story: unknown, code: string][] = [
    ['nothing', undefined, 'story_empty'],
    ['null', null, 'story_empty'],
    ['an empty text', '', 'story_empty'],
    ['spaces and line breaks', ' \r\n\t \u00a0', 'story_empty'],
    ['invisible marks alone', '\ufeff\u200f', 'story_empty'],
    ['a number', 5, 'story_not_text'],
    ['a list', ['Once', 'upon'], 'story_not_text'],
    ['an object', { text: STORY }, 'story_not_text'],
    ['true', true, 'story_not_text'],
    ['one word', 'Moon.', 'story_too_short'],
    ['two words', 'The moon', 'story_too_short'],
    ['two words and much punctuation', 'The — moon … !!! ???', 'story_too_short'],
    ['more than the limit', 'word '.repeat(MAX_STORY_LENGTH / 5 + 1), 'story_too_long'],
    ['20,000 characters', 'abcd '.repeat(4000), 'story_too_long'],
    ['only emoji', '🦊🌕💧 🦊🌕💧 🦊🌕💧', 'story_without_words'],
    ['an emoji family', '👩‍👩‍👧‍👦 👩‍👩‍👧‍👦 👩‍👩‍👧‍👦', 'story_without_words'],
    ['only punctuation', '… !!! ??? --- ***', 'story_without_words'],
    ['only numbers', '12 34 56 78', 'story_without_words'],
    ['a NUL byte', 'The fox\0 saw the moon.', 'story_control_characters'],
    ['an escape character', 'The \u001b[31mfox saw the moon.', 'story_control_characters'],
    ['a C1 control character', 'The fox \u0090 saw the moon.', 'story_control_characters'],
    ['half a surrogate pair', 'The fox \ud83e saw the moon.', 'story_control_characters'],
    ['two words in Chinese', '狐狸看见', 'story_too_short'],
    ['one word without end', `The ${'a'.repeat(3000)} end`, 'story_word_too_long'],
  ];

  it.each(cases)('%s', (_what, story, code) => {
    expect(issuesOf({ story })).toEqual([`story:${code}`]);
  });

  it('always says what is wrong and what to do, each in a sentence', () => {
    for (const [, story] of cases) {
      const result = readDraft({ story });
      if (result.ok) throw new Error('must be refused');
      for (const { message, hint } of result.issues) {
        expect(message).toMatch(/^[A-Z].*\.$/);
        expect(hint).toMatch(/^[A-Z].*\.$/);
      }
    }
  });
});

describe('a story that is taken', () => {
  it.each([
    ['three words', 'The moon rose'],
    ['exactly the limit', `${'abcd '.repeat(MAX_STORY_LENGTH / 5 - 1)}abcde`],
    ['one sentence of 3,000 characters', `${'and the sea rose '.repeat(176)}again.`],
    ['words and emoji', 'The fox 🦊 saw the moon 🌕'],
    ['a foreign name', 'Masha called the old dog Шарик and the dog came running home to her.'],
    ['accents and dashes', 'Zoë — naïve, brave — met Łukasz at the café.'],
    ['tags', '<b>The fox</b> saw <script>alert("moon")</script> in the pond.'],
    ['what looks like SQL', "Robert'); DROP TABLE video;-- saw the moon."],
  ])('%s', (_what, story) => {
    expect(acceptedStory(story)).toBe(story);
  });

  it('has every line break as one character and no space at its ends', () => {
    expect(acceptedStory('  The fox\r\nsaw\rthe\u2028moon.\n\n')).toBe('The fox\nsaw\nthe\nmoon.');
  });

  it('loses invisible direction marks and byte-order marks, and nothing else', () => {
    expect(acceptedStory('\ufeffThe \u202efox\u202c saw\u200f it 👩‍🚀.')).toBe('The fox saw it 👩‍🚀.');
  });

  it('is every sample story', () => {
    for (const { story, title } of SAMPLE_STORIES) {
      expect(issuesOf({ story, title })).toEqual([]);
      expect(countWords(story)).toBeGreaterThanOrEqual(90);
      expect(countWords(story)).toBeLessThanOrEqual(150);
    }
  });
});

describe('the title', () => {
  const titleOf = (title: unknown) => {
    const result = readDraft({ story: STORY, title });
    return result.ok ? result.draft.title : result.issues.map(({ code }) => code).join();
  };

  it.each([
    ['absent', undefined, null],
    ['empty', '', null],
    ['blank', '  ', null],
    ['in one line', ' The\n Fox ', 'The Fox'],
    ['at its limit', 'a'.repeat(100), 'a'.repeat(100)],
    ['of 100 emoji', '🦊'.repeat(100), '🦊'.repeat(100)],
    ['too long', 'a'.repeat(101), 'title_too_long'],
    ['no text', 7, 'title_not_text'],
    ['with NUL', 'The\0Fox', 'title_control_characters'],
    ['in another script', '狐狸和月亮', '狐狸和月亮'],
  ])('%s', (_what, title, expected) => {
    expect(titleOf(title)).toBe(expected);
  });
});

describe('the choices', () => {
  it('has good defaults', () => {
    expect(readDraft({ story: STORY })).toEqual({
      ok: true,
      draft: {
        story: STORY,
        title: null,
        options: {
          style: 'auto',
          voice: 'rms',
          speed: 'normal',
          captions: 'pop',
          burnIn: 'on',
          captionLanguage: 'auto',
          music: 'auto',
          format: '9:16',
          language: 'auto',
          motion: 'camera',
          musicLevel: 'normal',
          quotedLines: 'narrator',
          titleCard: 'on',
          encoding: 'standard',
          review: 'none',
        },
      },
    });
  });

  it('takes what is chosen', () => {
    const chosen = {
      style: 'neon',
      voice: 'awb',
      speed: 'slow',
      captions: 'big',
      music: 'none',
      language: 'en-GB',
      format: '16:9',
      scenes: '4',
    };
    expect(readDraft({ story: STORY, ...chosen })).toMatchObject({
      draft: { options: { ...chosen, scenes: 4 } },
    });
  });

  it.each([
    ['style', 'oil', 'unknown_style'],
    ['style', 7, 'unknown_style'],
    ['style', ['neon'], 'unknown_style'],
    ['voice', 'nobody', 'unknown_voice'],
    ['captions', 'Pop', 'unknown_captions'],
    ['music', 'loud', 'unknown_music'],
    ['format', '4:3', 'unknown_format'],
    ['format', '__proto__', 'unknown_format'],
    ['speed', 'hasty', 'unknown_speed'],
    ['language', 'English', 'unknown_language'],
    ['language', 'e', 'unknown_language'],
    ['language', 'en_US!', 'unknown_language'],
    ['language', 7, 'unknown_language'],
    ['music', 'own', 'own_music_missing'],
    ['scenes', -3, 'scenes_out_of_range'],
    ['scenes', '-1', 'scenes_out_of_range'],
    ['scenes', 0, 'scenes_out_of_range'],
    ['scenes', 31, 'scenes_out_of_range'],
    ['scenes', 2.5, 'scenes_out_of_range'],
    ['scenes', '1e1', 'scenes_out_of_range'],
    ['scenes', 'many', 'scenes_out_of_range'],
    ['scenes', Number.NaN, 'scenes_out_of_range'],
    ['scenes', [3], 'scenes_out_of_range'],
    ['scenes', true, 'scenes_out_of_range'],
    ['endCard', 'x'.repeat(61), 'endCard_unusable'],
    ['endCard', 'Part two\ntomorrow', 'endCard_unusable'],
    ['endCard', 7, 'endCard_not_text'],
  ] satisfies [DraftField, unknown, string][])('%s %j is refused', (field, value, code) => {
    expect(issuesOf({ story: STORY, [field]: value })).toEqual([`${field}:${code}`]);
  });

  it('takes an end card of the author’s own, without the spaces around it', () => {
    expect(readDraft({ story: STORY, endCard: '  Part two tomorrow ' })).toMatchObject({
      draft: { options: { endCard: 'Part two tomorrow' } },
    });
    const flames = '🔥'.repeat(60);
    expect(readDraft({ story: STORY, endCard: flames })).toMatchObject({
      draft: { options: { endCard: flames } },
    });
    expect(readDraft({ story: STORY, endCard: '   ' })).not.toHaveProperty('draft.options.endCard');
  });

  it('takes music of the author’s own when it came along', () => {
    const ownMusic = { hash: 'a'.repeat(24), kind: 'mp3' } as const;
    const input = { story: STORY, music: 'own', ownMusic: { hash: 'forged' } };
    expect(readDraft(input, { ownMusic })).toMatchObject({ draft: { options: { music: 'own', ownMusic } } });
    expect(readDraft({ ...input, music: 'calm' }, { ownMusic })).not.toHaveProperty('draft.options.ownMusic');
  });

  it('treats null and empty as not chosen, and ignores what it does not know', () => {
    expect(issuesOf({ story: STORY, style: null, voice: '', scenes: '', colour: 'red' })).toEqual([]);
  });

  it('names every field that is wrong at once', () => {
    expect(issuesOf({ story: '', title: 'a'.repeat(101), style: 'oil', scenes: -1 })).toEqual([
      'story:story_empty',
      'title:title_too_long',
      'style:unknown_style',
      'scenes:scenes_out_of_range',
    ]);
  });

  it('repeats what was sent shortened and without control characters', () => {
    const result = readDraft({ story: STORY, style: `\u001b[31m${'x'.repeat(500)}` });
    if (result.ok) throw new Error('must be refused');
    expect(result.issues[0]?.message).toBe(`There is no picture style called “[31m${'x'.repeat(36)}”.`);
  });
});

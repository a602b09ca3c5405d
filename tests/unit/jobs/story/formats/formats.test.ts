import { describe, expect, it } from 'vitest';
import { emptyForm } from '#app/create/create-form.ts';
import { formatsAsked } from '#app/create/formats/also-fields.ts';
import { formatParts } from '#app/create/formats/format-words.ts';
import { ENGLISH } from '#app/language/spoken-words.ts';
import { filmTariff } from '#jobs/providers/openai/prices/film-tariff.ts';
import { filmCostUsd, furtherCostUsd } from '#jobs/story/budget/film-cost.ts';
import { wishOf } from '#jobs/story/budget/film-size.ts';
import { segmentPropsOf } from '#jobs/story/film/film-props.ts';
import { pictureHash, segmentHash, voiceHash } from '#jobs/story/film/plan.ts';
import { sharedParts } from '#jobs/story/formats/film-format.ts';
import { nextMove } from '#jobs/story/formats/next-move.ts';
import { videosOf } from '#jobs/story/formats/ordered-videos.ts';
import { isShareable, takenOver } from '#jobs/story/formats/taken-over.ts';
import { readDraft } from '#jobs/story/order/draft.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { testSettings } from '#tests/support/openai-server/test-settings.ts';
import { planContextOf, readyScene, sceneOf, videoOf } from '#tests/support/videos.ts';

const STORY = 'The fox saw the moon in the pond. It stayed there until the morning came.';
const TALL = { format: '9:16', burnIn: 'on', captionLanguage: 'auto' } as const;
const WIDE = { format: '16:9', burnIn: 'on', captionLanguage: 'auto' } as const;
const BARE = { format: '9:16', burnIn: 'off', captionLanguage: 'auto' } as const;
const WIDE_BARE = { format: '16:9', burnIn: 'off', captionLanguage: 'auto' } as const;
const context = planContextOf();

const read = (formats: unknown, more: object = {}) => readDraft({ story: STORY, formats, ...more });
const codesOf = (formats: unknown) => {
  const result = read(formats);
  return result.ok ? [] : result.issues.map(({ field, code }) => `${field} ${code}`);
};

describe('the formats of an order', () => {
  it('are whole: what one leaves out is as in the order', () => {
    const result = read([{ format: '16:9' }, { burnIn: 'on' }], { burnIn: 'off' });
    expect(result).toMatchObject({ ok: true, draft: { formats: [WIDE_BARE, TALL] } });
    expect(read('[{"format": "16:9"}]')).toMatchObject({ ok: true, draft: { formats: [WIDE] } });
  });

  it('leave an order as it was where there are none', () => {
    for (const none of [undefined, null, '', []]) {
      const result = read(none);
      expect(result.ok && Object.keys(result.draft)).toEqual(['story', 'title', 'options']);
    }
  });

  it.each([
    ['a word', '16:9', 'formats formats_not_a_list'],
    ['a list of words', ['16:9'], 'formats formats_not_a_list'],
    ['an object', { format: '16:9' }, 'formats formats_not_a_list'],
    ['a shape that there is not', [{ format: '4:3' }], 'formats unknown_format'],
    ['captions nowhere', [{ format: '1:1', burnIn: 'maybe' }], 'formats unknown_burnIn'],
    ['one that is the film itself', [{}], 'formats formats_equal'],
    ['one twice', [{ format: '1:1' }, { format: '16:9' }, { format: '1:1' }], 'formats formats_equal'],
    ['more than a handful', Array(5).fill({ format: '1:1' }), 'formats formats_too_many'],
  ])('are refused, and it is said why: %s', (_, formats, code) => {
    expect(codesOf(formats)).toEqual([code]);
  });

  it('say which of them is wrong', () => {
    const result = read([{ format: '1:1' }, { format: '4:3' }]);
    expect(!result.ok && result.issues[0]?.message).toBe('Format 2: There is no format called “4:3”.');
  });

  it('share pictures with the nearest before them of the same shape', () => {
    expect(sharedParts([TALL, WIDE, BARE, WIDE_BARE])).toEqual([
      { ahead: 0, pictures: false, translation: null },
      { ahead: 0, pictures: true, translation: null },
      { ahead: 1, pictures: true, translation: null },
    ]);
  });

  it('share a translation whatever their shape', () => {
    const inSpanish = [WIDE, TALL].map((format) => ({ ...format, captionLanguage: 'es' }));
    const parts = sharedParts([TALL, ...inSpanish, { ...TALL, captionLanguage: 'fr' }]);
    expect(parts.map(({ translation }) => translation)).toEqual(['own', 'shared', 'own']);
  });

  it('have captions in another language where a writing model translates, and it is said where none does', () => {
    const spanish = [{ captionLanguage: 'es' }, { format: '16:9', captionLanguage: 'pt-br' }];
    const read = (canWrite: boolean) => readDraft({ story: STORY, formats: spanish }, { canWrite });
    expect(read(true)).toMatchObject({
      draft: {
        formats: [
          { ...TALL, captionLanguage: 'es' },
          { ...WIDE, captionLanguage: 'pt-BR' },
        ],
      },
    });
    const refused = read(false);
    expect(!refused.ok && refused.issues.map(({ field, code }) => [field, code])).toEqual(
      Array(2).fill(['formats', 'captions_not_translatable']),
    );
    expect(readDraft({ story: STORY, captionLanguage: 'es' })).toMatchObject({
      issues: [{ field: 'captionLanguage', code: 'captions_not_translatable' }],
    });
    // The story is in English anyway.
    expect(readDraft({ story: STORY, captionLanguage: 'en-GB' })).toMatchObject({ ok: true });
    expect(codesOf([{ captionLanguage: 'en' }])).toEqual(['formats formats_equal']);
  });

  it('become videos of one family, which wait for no look of their own', () => {
    const result = read([{ format: '16:9' }, { format: '16:9', burnIn: 'off' }], { review: 'storyboard' });
    if (!result.ok) throw new Error('It was refused.');
    const [first, wide, bare] = videosOf(result.draft, ['first', 'second', 'third']);
    expect([first, wide, bare].map((video) => video?.family?.aheadId)).toEqual([null, 'first', wide?.id]);
    expect([first, wide, bare].map((video) => video?.draft.options.review)).toEqual([
      'storyboard',
      'none',
      'none',
    ]);
    expect(wide?.draft).not.toHaveProperty('formats');
    expect(videosOf({ ...result.draft, formats: [] }, ['first'])).toEqual([
      { id: 'first', draft: { ...result.draft, formats: undefined } },
    ]);
  });
});

describe('the rows of the form', () => {
  it('ask for what has a shape', () => {
    const rows = { ...emptyForm(), 'also2-format': '1:1', 'also2-burnIn': 'off', 'also3-burnIn': 'off' };
    expect(formatsAsked(rows)).toEqual([{ format: '1:1', burnIn: 'off', captionLanguage: '' }]);
    expect(formatsAsked(emptyForm())).toEqual([]);
  });

  it('say what each shares and adds', () => {
    const chosen = {
      ...emptyForm(),
      ...{ 'also1-format': '16:9', 'also1-burnIn': 'on', 'also2-format': '9:16', 'also2-burnIn': 'off' },
      ...{ 'also3-format': '9:16', 'also3-burnIn': 'on' },
    };
    const tariff = filmTariff(testSettings('https://api.openai.com/v1'));
    const parts = formatParts({ story: STORY, chosen, localVoices: [], tariff, makingPace: 1 }, ENGLISH);
    expect(parts.map(({ name }) => name)).toEqual(['Wide', 'Tall, captions in files alone', 'Tall']);
    expect(parts[0]?.shares).toBe('Shares script and voices; pictures are made for its shape.');
    expect(parts[0]?.adds).toMatch(/^\+ (≈|up to) \$0\.\d+, at most \d+ s more$/);
    expect(parts[1]).toMatchObject({
      shares: 'Shares script, voices and pictures with the film itself.',
      adds: expect.stringMatching(/^\+ \$0, at most \d+ s more$/),
    });
    expect(parts[2]).toMatchObject({ shares: expect.stringContaining('The same as another'), adds: null });
  });
});

describe('what a further format costs', () => {
  const tariff = filmTariff(testSettings('https://api.openai.com/v1'));
  const options = videoOptionsSchema.parse({});
  const wish = { ...wishOf(STORY, options), format: options.format };

  it('is its pictures, or nothing where those are shared', () => {
    if (!tariff) throw new Error('There are no prices.');
    expect(furtherCostUsd(tariff, wish, { pictures: true, translation: null })).toBe(0);
    const own = furtherCostUsd(tariff, wish, { pictures: false, translation: null });
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(filmCostUsd(tariff, wish));
    const render = { sceneUsd: 1, secondUsd: 0 };
    expect(
      furtherCostUsd({ ...tariff, render }, wish, { pictures: true, translation: null }),
    ).toBeGreaterThanOrEqual(1);
    const translated = furtherCostUsd(tariff, wish, { pictures: true, translation: 'own' });
    expect(translated).toBeGreaterThan(0);
    expect(furtherCostUsd(tariff, wish, { pictures: true, translation: 'shared' })).toBe(0);
    expect(filmCostUsd(tariff, { ...wish, isTranslated: true })).toBeCloseTo(
      filmCostUsd(tariff, wish) + translated,
      9,
    );
  });
});

describe('what is taken over', () => {
  /** A scene with all that was made of it, under the names that the plan has for it. */
  const madeScene = (position: number) => {
    const scene = readyScene(position, { voiceKey: 'ahead/voice.wav', pictureKey: 'ahead/picture.jpg' });
    const video = videoOf({ id: 'ahead', scenes: [scene] });
    const named = {
      ...scene,
      voiceHash: voiceHash(video, scene, context),
      pictureHash: pictureHash(video, scene, context),
    };
    return {
      ...named,
      segmentHash: segmentHash({ ...video, scenes: [named] }, 0, context),
      segmentKey: 'ahead/segment.ts',
    };
  };
  const ahead = videoOf({ id: 'ahead', title: 'The Fox', mood: 'tense', scenes: [madeScene(0)] });
  const followerIn = (format: object) =>
    videoOf({ id: 'own', status: 'pending', options: { ...ahead.options, ...format, review: 'none' } });

  it('is all but the film where the shape is the same', () => {
    const { video, nameOf } = takenOver(ahead, followerIn(BARE), context);
    const [scene] = video.scenes;
    expect(video).toMatchObject({ id: 'own', status: 'pending', title: 'The Fox', mood: 'tense' });
    expect(scene).toMatchObject({
      voiceKey: 'own/voice.wav',
      pictureKey: 'own/picture.jpg',
      segmentKey: null,
    });
    if (!scene) throw new Error('There is no scene.');
    // Nothing of it is to be made again.
    expect(scene.voiceHash).toBe(voiceHash(video, scene, context));
    expect(scene.pictureHash).toBe(pictureHash(video, scene, context));
    expect(nameOf('picture-x.jpg')).toBe('picture-x.jpg');
    for (const name of ['segment-x.ts', 'film-x.mp4', 'poster-x.jpg', 'captions-x.srt'])
      expect(nameOf(name)).toBeNull();
  });

  it('is no picture of another shape', () => {
    const taken = { from: 'take', hash: 'a'.repeat(24) } as const;
    const told = { ...ahead, scenes: [{ ...madeScene(0), picture: taken }] };
    const { video, nameOf } = takenOver(told, followerIn(WIDE), context);
    const [scene] = video.scenes;
    expect(scene).toMatchObject({ voiceKey: 'own/voice.wav', pictureKey: null, pictureHash: null });
    expect(scene?.picture).toEqual({ from: 'drawn' });
    expect([nameOf('picture-x.jpg'), nameOf('voice-x.wav')]).toEqual([null, 'voice-x.wav']);
    expect(nameOf('upload-x')).toBe('upload-x');
  });

  it('follows choices that were made for the first one since', () => {
    const chosen = {
      ...ahead,
      options: { ...ahead.options, music: 'sad' as const, captions: 'big' as const },
    };
    expect(takenOver(chosen, followerIn(WIDE_BARE), context).video.options).toMatchObject({
      ...WIDE_BARE,
      ...{ music: 'sad', captions: 'big' },
    });
  });

  it('is no caption of another language', () => {
    const captioned = { ...ahead, scenes: [{ ...madeScene(0), captions: 'THE FOX' }] };
    const captionsIn = (captionLanguage: string) =>
      takenOver(captioned, followerIn({ ...BARE, captionLanguage }), context).video.scenes[0]?.captions;
    expect(captionsIn('auto')).toBe('THE FOX');
    expect(captionsIn('es')).toBeNull();
  });

  it('is there once every scene has voice and picture, or was given up', () => {
    const fault = { code: 'x', message: 'It broke.', hint: 'Retry.', retryable: false };
    expect(isShareable(ahead)).toBe(true);
    expect(isShareable(videoOf())).toBe(false);
    expect(isShareable(videoOf({ scenes: [madeScene(0), sceneOf(1)] }))).toBe(false);
    expect(isShareable(videoOf({ scenes: [{ ...madeScene(0), pictureKey: null, error: fault }] }))).toBe(
      true,
    );
  });
});

describe('a video that waits', () => {
  const ENDED = 'format_ahead_ended';
  it.each([
    ['pending', null, 'pending', 'wait'],
    ['pending', null, 'script_generated', 'wait'],
    ['pending', null, 'assets_missing', 'wait'],
    ['pending', null, 'assets_generated', 'begin'],
    ['pending', null, 'rendering', 'begin'],
    ['pending', null, 'completed', 'begin'],
    ['pending', null, 'failed', 'give-up'],
    ['pending', null, 'cancelled', 'give-up'],
    ['pending', null, null, 'give-up'],
    ['failed', ENDED, 'failed', 'wait'],
    ['failed', ENDED, null, 'wait'],
    ['failed', ENDED, 'pending', 'hope'],
    ['failed', ENDED, 'completed', 'hope'],
    ['failed', 'disk_full', 'pending', 'wait'],
    ['cancelled', null, 'completed', 'wait'],
  ] as const)('%s (%s), behind one that is %s: %s', (status, faultCode, ahead, move) => {
    expect(nextMove({ status, faultCode, ahead })).toBe(move);
  });
});

it('captions that are not burnt in are in no stretch of the film', () => {
  const scenes = [readyScene(0)];
  const named = (options: object) =>
    segmentHash(videoOf({ scenes, options: { ...videoOf().options, ...options } }), 0, context);
  expect(named({ burnIn: 'off' })).not.toBe(named({}));
  // In which style they are not there makes no difference.
  expect(named({ burnIn: 'off', captions: 'big' })).toBe(named({ burnIn: 'off' }));
});

it('captions in another language are shown as no words that are being spoken', () => {
  const scene = readyScene(0, { captions: 'Esto es.' });
  const options = videoOptionsSchema.parse({ style: 'papercut', captions: 'karaoke' });
  const propsIn = (captionLanguage: string) =>
    segmentPropsOf(videoOf({ scenes: [scene], options: { ...options, captionLanguage } }), 0, (key) => key);
  expect(propsIn('es')).toMatchObject({ captionStyle: 'subtle', language: 'es' });
  expect(propsIn('auto')).toMatchObject({ captionStyle: 'karaoke', language: 'auto' });
});

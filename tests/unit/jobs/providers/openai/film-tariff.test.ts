import { describe, expect, it } from 'vitest';
import { estimateFilm } from '#jobs/providers/openai/prices/film-estimate.ts';
import { filmTariff } from '#jobs/providers/openai/prices/film-tariff.ts';
import { filmCostUsd, remainingCostUsd } from '#jobs/story/budget/film-cost.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { testSettings } from '#tests/support/openai-server/test-settings.ts';
import { readyScene, sceneOf, videoOf } from '#tests/support/videos.ts';

const SETTINGS = testSettings('https://api.openai.com/v1', null);
const NOTHING = { script: null, image: null, speech: null, transcribe: null, moderation: null };

function tariffOf(settings: Parameters<typeof filmTariff>[0]) {
  const tariff = filmTariff(settings);
  if (!tariff) throw new Error('Films are free with these settings.');
  return tariff;
}

describe('the cost of a film', () => {
  it.each([
    ['9:16', 40, null],
    ['1:1', 250, null],
    ['16:9', 250, 12],
    ['9:16', 12, 60],
  ] as const)('as a page tells it is the estimate (%s, %i words)', (format, words, more) => {
    const story = Array.from({ length: words }, (_, at) => `word${at}`).join(' ');
    const isWritten = more === 60;
    const [sceneCount, targetSeconds] = isWritten ? [null, 60 as const] : [more, null];
    const told = filmCostUsd(tariffOf(SETTINGS), {
      story,
      format,
      sceneCount,
      targetSeconds,
      isSpoken: true,
    });
    const { total } = estimateFilm(SETTINGS, { text: story, format, sceneCount, targetSeconds });
    expect(Math.abs(told / total.expectedUsd - 1)).toBeLessThan(0.03);
  });

  it('is nothing where everything is built in, or nothing is written yet', () => {
    expect(filmTariff(NOTHING)).toBeNull();
    expect(filmTariff({ ...NOTHING, speech: { ...SETTINGS.speech, free: true } })).toBeNull();
    const wish = {
      story: '',
      format: '9:16',
      sceneCount: null,
      targetSeconds: null,
      isSpoken: true,
    } as const;
    expect(filmCostUsd(tariffOf(SETTINGS), wish)).toBe(0);
  });

  it('owns up to prices that are not listed', () => {
    expect(tariffOf(SETTINGS).isListed).toBe(true);
    expect(tariffOf({ ...SETTINGS, image: { ...SETTINGS.image, model: 'unheard-of' } }).isListed).toBe(false);
  });
});

describe('the quality of pictures', () => {
  const tariff = tariffOf(SETTINGS);
  const wish = {
    story: 'A fox found a lantern in the snow.',
    format: '9:16',
    sceneCount: 4,
    targetSeconds: null,
    isSpoken: true,
  } as const;

  it('is paid for as the estimate of that quality says', () => {
    for (const quality of ['low', 'medium', 'high', 'xhigh', 'max'] as const) {
      const settings = { ...SETTINGS, image: { ...SETTINGS.image, quality } };
      const { total } = estimateFilm(settings, { ...wish, text: wish.story });
      expect(filmCostUsd(tariff, { ...wish, quality }) / total.expectedUsd).toBeCloseTo(1, 1);
    }
    expect(filmCostUsd(tariff, { ...wish, quality: 'medium' })).toBe(filmCostUsd(tariff, wish));
  });

  it('counts in what going on costs', () => {
    const missing = (quality?: string) =>
      remainingCostUsd(
        tariff,
        videoOf({
          options: videoOptionsSchema.parse({ quality }),
          scenes: [readyScene(0, { pictureKey: null })],
        }),
      );
    expect(missing('high')).toBeGreaterThan(2 * missing());
    expect(missing('low')).toBeLessThan(missing());
  });

  it('is none for a model that knows none', () => {
    const own = tariffOf({ ...SETTINGS, image: { ...SETTINGS.image, model: 'sdxl' } });
    expect(own.pictureUsdByQuality).toEqual({});
    expect(filmCostUsd(own, { ...wish, quality: 'high' })).toBe(filmCostUsd(own, wish));
  });
});

describe('what going on with a film costs', () => {
  const tariff = tariffOf(SETTINGS);

  it('counts what is missing alone', () => {
    expect(remainingCostUsd(tariff, videoOf({ scenes: [readyScene(0), readyScene(1)] }))).toBe(0);
    const flawed = videoOf({ scenes: [readyScene(0), readyScene(1, { pictureKey: null })] });
    expect(remainingCostUsd(tariff, flawed)).toBeCloseTo(tariff.pictureUsd['9:16'], 9);
    const bare = sceneOf(0);
    expect(remainingCostUsd(tariff, videoOf({ scenes: [bare] }))).toBeCloseTo(
      tariff.pictureUsd['9:16'] + bare.narration.length * tariff.voiceCharacterUsd,
      9,
    );
  });

  it('leaves out a voice that nobody is asked for', () => {
    const options = videoOptionsSchema.parse({ voice: 'none' });
    const silent = videoOf({ options, scenes: [sceneOf(0)] });
    expect(remainingCostUsd(tariff, silent)).toBeCloseTo(tariff.pictureUsd['9:16'], 9);
  });

  it('is the whole film before there is a script', () => {
    const story = 'A fox found a lantern in the snow and carried it home.';
    const wish = { story, format: '9:16', sceneCount: null, targetSeconds: null, isSpoken: true } as const;
    expect(remainingCostUsd(tariff, videoOf({ story }))).toBe(filmCostUsd(tariff, wish));
  });
});

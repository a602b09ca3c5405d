import { describe, expect, it } from 'vitest';
import { estimateSpeech, estimateTranscription } from '#jobs/providers/openai/prices/estimate.ts';
import { filmTariff } from '#jobs/providers/openai/prices/film-tariff.ts';
import { type FilmWish, filmCostUsd } from '#jobs/story/budget/film-cost.ts';
import { filmSize } from '#jobs/story/budget/film-size.ts';
import { remainingCostUsd } from '#jobs/story/budget/remaining-cost.ts';
import { spokenMs } from '#jobs/story/film/reading-times.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { narrationsOf } from '#jobs/studio/storyteller/scene-cutting.ts';
import { testSettings } from '#tests/support/openai-server/test-settings.ts';
import { readyScene, sceneOf, videoOf } from '#tests/support/videos.ts';

const SETTINGS = testSettings('https://api.openai.com/v1', null);
const NOTHING = { script: null, image: null, speech: null, transcribe: null, moderation: null };

function tariffOf(settings: Parameters<typeof filmTariff>[0]) {
  const tariff = filmTariff(settings);
  if (!tariff) throw new Error('Films are free with these settings.');
  return tariff;
}

const WISH = {
  story: 'The fox slept well. '.repeat(40),
  format: '9:16',
  sceneCount: null,
  targetSeconds: null,
  speaker: 'service-or-builtin',
  speed: 'normal',
} as const satisfies FilmWish;

describe('the cost of a film', () => {
  it('is the cost of its parts, by the same budget', () => {
    const tariff = tariffOf(SETTINGS);
    const { scenes } = filmSize(WISH);
    const silent = filmCostUsd(tariff, { ...WISH, speaker: 'none' });
    const parts =
      tariff.scriptUsd +
      tariff.scriptCharacterUsd * WISH.story.length +
      scenes * (tariff.scriptSceneUsd + tariff.pictureUsd['9:16']);
    expect(silent).toBeCloseTo(parts, 5);
    expect(filmCostUsd(tariff, WISH)).toBeGreaterThan(silent);
    expect(filmCostUsd(tariff, WISH)).toBeGreaterThan(0.3);
    expect(filmCostUsd(tariff, WISH)).toBeLessThan(1);
    expect(filmCostUsd(tariff, { ...WISH, speaker: 'system' })).toBe(silent);
  });

  it.each(['9:16', '1:1', '16:9'] as const)(
    'agrees with what its calls are expected to cost (%s)',
    (format) => {
      const settings = { ...SETTINGS, transcribe: { ...SETTINGS.transcribe, model: 'whisper-1' } };
      const tariff = tariffOf(settings);
      const narrations = narrationsOf(WISH.story, null, 'en');
      const voices = narrations.map((text) => {
        const durationMs = spokenMs(text);
        const spoken = estimateSpeech({ ...settings.speech, characters: text.length, durationMs });
        return spoken.expectedUsd + estimateTranscription({ ...settings.transcribe, durationMs }).expectedUsd;
      });
      const [silent, told] = (['none', 'service-or-builtin'] as const).map((speaker) =>
        filmCostUsd(tariff, { ...WISH, format, speaker }),
      ) as [number, number];
      const paid = voices.reduce((sum, usd) => sum + usd, 0);
      expect(Math.abs((told - silent) / paid - 1)).toBeLessThan(0.05);
    },
  );

  it('grows with the wanted length, not with the idea', () => {
    const idea = { ...WISH, story: 'a fox who wants to be a barber' };
    const short = filmCostUsd(tariffOf(SETTINGS), { ...idea, targetSeconds: 15 });
    const long = filmCostUsd(tariffOf(SETTINGS), { ...idea, targetSeconds: 90 });
    expect(long).toBeGreaterThan(4 * short);
  });

  it('is nothing where everything is built in, or nothing is written yet', () => {
    expect(filmTariff(NOTHING)).toBeNull();
    expect(filmTariff({ ...NOTHING, speech: { ...SETTINGS.speech, isOwn: true, price: 0 } })).not.toBeNull();
    expect(filmCostUsd(tariffOf(SETTINGS), { ...WISH, story: '' })).toBe(0);
  });

  it('owns up to prices that nobody told', () => {
    const own = { ...SETTINGS.speech, isOwn: true };
    expect(tariffOf({ ...NOTHING, speech: own }).untold).toEqual(['SPEECH_PRICE']);
    expect(tariffOf({ ...NOTHING, speech: { ...own, price: 0 } }).untold).toEqual([]);
    expect(tariffOf(SETTINGS).untold).toEqual([]);
  });

  it('owns up to prices that are not listed', () => {
    expect(tariffOf(SETTINGS).isListed).toBe(true);
    expect(tariffOf({ ...SETTINGS, image: { ...SETTINGS.image, model: 'unheard-of' } }).isListed).toBe(false);
  });
});

describe('the quality of pictures', () => {
  const tariff = tariffOf(SETTINGS);
  const wish = {
    ...WISH,
    story: 'A fox found a lantern in the snow, and nobody came for it.',
    sceneCount: 2,
  };

  it('is paid for as the estimate of that quality says', () => {
    for (const quality of ['low', 'medium', 'high'] as const) {
      const settings = { ...SETTINGS, image: { ...SETTINGS.image, quality } };
      expect(filmCostUsd(tariff, { ...wish, quality })).toBeCloseTo(filmCostUsd(tariffOf(settings), wish), 6);
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

  it('counts what was given up only where it is asked for again', () => {
    const gone = { code: 'answers_unusable', message: 'No.', hint: 'Fix.', retryable: false };
    const video = videoOf({ scenes: [readyScene(0, { error: gone, voiceError: gone })] });
    expect(remainingCostUsd(tariff, video)).toBeGreaterThan(
      remainingCostUsd(tariff, videoOf({ scenes: [readyScene(0)] })),
    );
    expect(remainingCostUsd(tariff, video, { isMended: false })).toBe(0);
    const withoutPicture = videoOf({ scenes: [readyScene(0, { pictureKey: null, error: gone })] });
    expect(remainingCostUsd(tariff, withoutPicture, { isMended: false })).toBe(0);
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
      tariff.pictureUsd['9:16'] +
        tariff.voiceSceneUsd +
        bare.narration.length * tariff.voiceCharacterUsd +
        (spokenMs(bare.narration) / 60_000) * tariff.voiceMinuteUsd,
      5,
    );
  });

  it('leaves out a voice that nobody is asked for', () => {
    const options = videoOptionsSchema.parse({ voice: 'none' });
    const silent = videoOf({ options, scenes: [sceneOf(0)] });
    expect(remainingCostUsd(tariff, silent)).toBeCloseTo(tariff.pictureUsd['9:16'], 9);
  });

  it('is the whole film before there is a script', () => {
    const story = 'A fox found a lantern in the snow and carried it home.';
    expect(remainingCostUsd(tariff, videoOf({ story }))).toBe(filmCostUsd(tariff, { ...WISH, story }));
  });
});

import { describe, expect, it } from 'vitest';
import { estimateFilm } from '#jobs/providers/openai/prices/film-estimate.ts';
import { viewSettings } from '#jobs/providers/openai/settings/offered-services.ts';
import { CANARY_KEY, testSettings } from '#tests/support/openai-server/test-settings.ts';

const settings = testSettings('https://api.openai.com/v1');
const nothing = { script: null, image: null, speech: null, transcribe: null, moderation: null };
const wish = {
  text: 'The fox slept well. '.repeat(40),
  format: '9:16',
  sceneCount: null,
  targetSeconds: null,
} as const;

describe('the estimate of a film', () => {
  it('adds up its parts', () => {
    const estimate = estimateFilm(settings, wish);
    expect(estimate.scenes).toBe(8);
    expect(estimate.pictures.expectedUsd).toBeCloseTo(8 * estimate.picture.expectedUsd, 5);
    const parts = estimate.script.expectedUsd + estimate.pictures.expectedUsd + estimate.voices.expectedUsd;
    expect(estimate.total.expectedUsd).toBeCloseTo(parts, 5);
    expect(estimate.total.maximumUsd).toBeGreaterThan(estimate.total.expectedUsd);
    expect(estimate.total.basis).toBe('unverified');
    expect(estimate.total.expectedUsd).toBeGreaterThan(0.3);
    expect(estimate.total.expectedUsd).toBeLessThan(1);
  });

  it('grows with the wanted length, not with the idea', () => {
    const idea = { ...wish, text: 'a fox who wants to be a barber' };
    const short = estimateFilm(settings, { ...idea, targetSeconds: 15 });
    const long = estimateFilm(settings, { ...idea, targetSeconds: 90 });
    expect(long.total.expectedUsd).toBeGreaterThan(4 * short.total.expectedUsd);
  });

  it('is nothing for the built-in studio', () => {
    expect(estimateFilm(nothing, wish).total).toEqual({ expectedUsd: 0, maximumUsd: 0, basis: 'free' });
  });
});

describe('the view of the settings', () => {
  it('shows what is configured and never the key', () => {
    const view = viewSettings({ ...settings, image: null });
    expect(view.find(({ capability }) => capability === 'image')).toMatchObject({
      configured: false,
      host: null,
    });
    const speech = view.find(({ capability }) => capability === 'speech');
    expect(speech).toMatchObject({
      host: 'api.openai.com',
      hasKey: true,
      voices: expect.arrayContaining(['marin']),
    });
    expect(JSON.stringify(view)).not.toContain(CANARY_KEY);
  });
});

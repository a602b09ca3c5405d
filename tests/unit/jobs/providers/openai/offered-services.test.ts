import { describe, expect, it } from 'vitest';
import { ENGLISH } from '#app/language/spoken-words.ts';
import { testCostWords } from '#app/settings/settings-view.ts';
import { readOpenAi } from '#jobs/providers/openai/openai-provider.ts';
import { viewSettings } from '#jobs/providers/openai/settings/offered-services.ts';
import { offeredEngines } from '#jobs/work/offered-engines.ts';
import { CANARY_KEY, testSettings } from '#tests/support/openai-server/test-settings.ts';

const settings = testSettings('https://api.openai.com/v1');

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

describe('a shared server of which no model is named', () => {
  const missingOf = (variables: Record<string, string>) => {
    const read = readOpenAi({
      OPENAI_API_KEY: 'sk-x',
      OPENAI_BASE_URL: 'http://10.0.0.7:4000/v1',
      ...variables,
    });
    if (!read.ok) throw new Error('The settings are refused.');
    const { engines } = offeredEngines(read.provider ? [read.provider] : []);
    return Object.fromEntries(
      engines.map(({ capability, configured, missing }) => [capability, configured || missing]),
    );
  };

  it('is not used in silence: each card says which model has to be named', () => {
    expect(missingOf({})).toEqual({
      script: expect.stringContaining('set SCRIPT_MODEL'),
      image: expect.stringContaining('set IMAGE_MODEL'),
      speech: expect.stringContaining('set SPEECH_MODEL'),
      transcribe: expect.stringContaining('set TRANSCRIBE_MODEL'),
      moderation: expect.stringContaining('set MODERATION_MODEL'),
    });
  });

  it('is asked for what is named, and says nothing of what was switched off', () => {
    const { script, image, moderation } = missingOf({
      ...{ SCRIPT_MODEL: 'qwen3', IMAGE_PROVIDER: 'builtin', MODERATION: 'off' },
    });
    expect([script, image, moderation]).toEqual([true, undefined, undefined]);
  });

  it('is OpenAI’s, whose models are known', () => {
    expect(missingOf({ OPENAI_BASE_URL: 'https://eu.api.openai.com/v1' }).script).toBe(true);
  });
});

it('the price of a trial that nobody told is not said to be nothing', () => {
  const read = readOpenAi({ IMAGE_BASE_URL: 'http://10.0.0.7/v1', IMAGE_MODEL: 'sdxl' });
  const view = read.ok ? read.provider?.views.find(({ capability }) => capability === 'image') : undefined;
  expect(view && testCostWords(view, ENGLISH)).toBe('Its price is not known.');
});

import { describe, expect, it } from 'vitest';
import { viewSettings } from '#jobs/providers/openai/settings/offered-services.ts';
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

import { describe, expect, it } from 'vitest';
import { defaultModel, speaksInRealtime, voicesOf } from '#jobs/providers/openai/settings/catalogue.ts';

describe('speech models', () => {
  it.each([
    ['gpt-realtime', true],
    ['gpt-realtime-2.1-mini', true],
    ['gpt-4o-mini-realtime-preview', true],
    ['openai/gpt-realtime', true],
    ['gpt-realtime-whisper', false],
    ['gpt-4o-mini-tts', false],
    ['kokoro', false],
  ])('%s converses: %s', (model, converses) => {
    expect(speaksInRealtime(model)).toBe(converses);
  });

  it('are followed by one that converses once OpenAI has no other', () => {
    expect(defaultModel('speech', Date.UTC(2027, 0, 5))).toBe('gpt-4o-mini-tts');
    const after = defaultModel('speech', Date.UTC(2027, 0, 6));
    expect(speaksInRealtime(after)).toBe(true);
    expect(voicesOf(after)).toContain('marin');
    expect(defaultModel('script', Date.UTC(2027, 0, 6))).toBe(defaultModel('script', 0));
  });
});

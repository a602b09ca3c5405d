import type { ProviderSettings, ServerSettings } from '../../../jobs/providers/openai/settings';

/** A key that must be found nowhere. */
export const CANARY_KEY = 'sk-canary-9f8e7d6c5b4a39281706';

/** Settings of all capabilities for a server in a test, priced as if it were OpenAI's. */
export function testSettings(baseUrl: string, apiKey: string | null = CANARY_KEY) {
  const server = (model: string): ServerSettings => ({
    baseUrl,
    apiKey,
    model,
    free: false,
    limits: { concurrency: 4, perMinute: 1000 },
  });
  return {
    script: { ...server('gpt-6.1-terra'), effort: null, structure: 'json_schema' as const },
    image: {
      ...server('gpt-image-2.5-flare'),
      quality: 'medium' as const,
      resolution: 'standard' as const,
      edits: 'auto' as const,
    },
    speech: {
      ...server('gpt-4o-mini-tts'),
      voice: 'marin',
      instructions: null,
      speed: 1,
      format: 'wav' as const,
    },
    transcribe: server('whisper-1'),
    moderation: server('omni-moderation-latest'),
  } satisfies ProviderSettings;
}

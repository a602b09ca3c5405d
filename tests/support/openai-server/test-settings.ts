import { voicesOf } from '#jobs/providers/openai/settings/catalogue.ts';
import type { ProviderSettings, ServerSettings } from '#jobs/providers/openai/settings/settings.ts';

/** A key that must be found nowhere. */
export const CANARY_KEY = 'sk-canary-9f8e7d6c5b4a39281706';

/** Settings of all capabilities for a server in a test, priced as if it were OpenAI's. */
export function testSettings(baseUrl: string, apiKey: string | null = CANARY_KEY) {
  const server = (model: string): ServerSettings => ({
    baseUrl,
    apiKey,
    model,
    isOwn: false,
    limits: { concurrency: 4, perMinute: 1000 },
  });
  return {
    script: { ...server('gpt-6.1-terra'), price: null, effort: null, structure: 'json_schema' as const },
    image: {
      ...server('gpt-image-2.5-flare'),
      price: null,
      quality: 'medium' as const,
      resolution: 'standard' as const,
      edits: 'auto' as const,
    },
    speech: {
      ...server('gpt-4o-mini-tts'),
      price: null,
      voice: 'marin',
      voices: voicesOf('gpt-4o-mini-tts') ?? [],
      instructions: null,
      speed: 1,
      format: 'wav' as const,
    },
    transcribe: { ...server('whisper-1'), price: null },
    moderation: server('omni-moderation-latest'),
  } satisfies ProviderSettings;
}

/** The same settings for a server of this machine as if it took money, as one elsewhere does. */
export function pricedSettings(settings: ProviderSettings): ProviderSettings {
  const priced = <T extends ServerSettings>(server: T | null): T | null =>
    server && { ...server, isOwn: false };
  return {
    script: priced(settings.script),
    image: priced(settings.image),
    speech: priced(settings.speech),
    transcribe: priced(settings.transcribe),
    moderation: priced(settings.moderation),
  };
}

/** The environment in which a process asks that server for everything, as its operator would write it. */
export function serverEnvironment(baseUrl: string): Record<string, string> {
  const settings = testSettings(baseUrl);
  return {
    OPENAI_API_KEY: CANARY_KEY,
    OPENAI_BASE_URL: baseUrl,
    SCRIPT_MODEL: settings.script.model,
    IMAGE_MODEL: settings.image.model,
    SPEECH_MODEL: settings.speech.model,
    SPEECH_VOICE: settings.speech.voice,
    TRANSCRIBE_MODEL: settings.transcribe.model,
    MODERATION_MODEL: settings.moderation.model,
  };
}

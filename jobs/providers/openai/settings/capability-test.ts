/** One tiny real call for each capability, for the Test buttons of the settings page. */
import { z } from 'zod';
import type { EngineTest } from '#jobs/ports/engine-overview.ts';
import { askForJson } from '#jobs/providers/openai/call/json-answer.ts';
import { moderate } from '#jobs/providers/openai/moderation/moderator.ts';
import { openAiIllustrator } from '#jobs/providers/openai/picture/illustrator.ts';
import { roomFor, TEST_TOKENS } from '#jobs/providers/openai/script/script-tokens.ts';
import { openAiSpeaker, type SpeakerDependencies } from '#jobs/providers/openai/speech/speaker.ts';
import { transcribe } from '#jobs/providers/openai/transcribe/transcriber.ts';
import { quietTone } from '#jobs/sound/audio/tone.ts';
import { type Fault, toFault } from '#jobs/story/film/fault.ts';
import type { ProviderSettings, Served } from './settings';

/** A person waits for it: one try, and not for long (pictures and thoughts take their time). */
const TEST_TIMEOUTS_MS: Record<Served, number> = {
  script: 60_000,
  image: 120_000,
  speech: 30_000,
  transcribe: 30_000,
  moderation: 15_000,
};

/**
 * Tests one capability. Never throws but for an abort. A capability that is not configured answers with a
 * fault that says which variables to set.
 */
export async function testCapability(
  capability: Served,
  settings: ProviderSettings,
  dependencies: SpeakerDependencies,
  signal: AbortSignal,
): Promise<EngineTest> {
  const clock = dependencies.clock ?? { now: Date.now };
  const startedAt = clock.now();
  const once = {
    ...dependencies,
    policy: { maxAttempts: 1 },
    timeoutMs: dependencies.timeoutMs ?? TEST_TIMEOUTS_MS[capability],
  };
  try {
    const detail = await TESTS[capability](settings, once, signal);
    return detail === null
      ? { ok: false, fault: notConfigured(capability), durationMs: 0 }
      : { ok: true, detail, durationMs: clock.now() - startedAt };
  } catch (error) {
    signal.throwIfAborted();
    return { ok: false, fault: toFault(error), durationMs: clock.now() - startedAt };
  }
}

type CapabilityTest = (
  settings: ProviderSettings,
  dependencies: SpeakerDependencies,
  signal: AbortSignal,
) => Promise<string | null>;

const TESTS: Record<Served, CapabilityTest> = {
  script: async ({ script }, dependencies, signal) => {
    if (!script) return null;
    const { animal } = await askForJson(
      script,
      {
        purpose: 'test',
        instructions: 'Name the animal in the text, in one word.',
        material: { text: 'A fox looked at the moon.' },
        schemaName: 'animal',
        schema: z.object({ animal: z.string() }),
        check: () => {},
        ...roomFor(TEST_TOKENS, script),
      },
      dependencies,
      signal,
    );
    return `“${script.model}” answers in the form that was asked for (“${animal.slice(0, 40)}”).`;
  },
  image: async ({ image }, dependencies, signal) => {
    if (!image) return null;
    const illustrator = openAiIllustrator(image, dependencies);
    const request = {
      prompt: 'A small red fox on a hill.',
      style: 'papercut',
      format: '9:16',
      seed: 1,
    } as const;
    const drawn = await illustrator.drawPicture(request, signal);
    // As a film asks for its later pictures.
    if (illustrator.followsReferences) {
      await illustrator.drawPicture({ ...request, references: [drawn] }, signal);
    }
    const follows = illustrator.followsReferences ? ', and follows earlier ones' : '';
    return `“${image.model}” draws pictures in the quality and size of a film${follows} (${drawn.width} × ${drawn.height} px after fitting).`;
  },
  speech: async ({ speech }, dependencies, signal) => {
    if (!speech) return null;
    const spoken = await openAiSpeaker(speech, dependencies).speak(
      { text: 'Hello.', voice: speech.voice, language: 'en' },
      signal,
    );
    return `“${speech.model}” speaks with the voice “${speech.voice}” (${Math.round(spoken.durationMs)} ms).`;
  },
  transcribe: async ({ transcribe: settings }, dependencies, signal) => {
    if (!settings) return null;
    const durationMs = 1000;
    await transcribe(settings, { audio: quietTone(durationMs), durationMs }, 'en', dependencies, signal);
    return `“${settings.model}” listens and tells the times of words.`;
  },
  moderation: async ({ moderation }, dependencies, signal) => {
    if (!moderation) return null;
    await moderate(moderation, 'story', ['A fox looked at the moon.'], dependencies, signal);
    return `“${moderation.model}” checks stories.`;
  },
};

function notConfigured(capability: Served): Fault {
  const prefix = capability.toUpperCase();
  return {
    code: 'not_configured',
    message: 'No server is set for this; the built-in studio is used.',
    hint: `Set OPENAI_API_KEY, or ${prefix}_BASE_URL and ${prefix}_MODEL, and start again.`,
    retryable: false,
  };
}

/** One tiny real call to an engine, whoever's it is, for the Test buttons of the settings page. */
import type { CallHooks } from '#jobs/ports/calls/call-hooks.ts';
import type { Capability } from '#jobs/ports/capability.ts';
import type { EngineTest } from '#jobs/ports/engine-overview.ts';
import type { Provider, ProviderEngines, ProviderTools } from '#jobs/ports/provider.ts';
import { quietTone } from '#jobs/sound/audio/tone.ts';
import { toFault } from '#jobs/story/film/fault.ts';
import { FORMATS } from '#remotion/contract/story-props.ts';

/** A person waits for it: one try, and not for long (pictures take their time), ms. */
const TIMEOUT_MS = 120_000;

const STORY = 'A fox looked at the moon.';
const LANGUAGE = 'en';

/**
 * Tries one capability of a provider, by its own test where it has one.
 * @throws the signal's reason alone
 */
export async function tryEngine(
  provider: Provider,
  capability: Capability,
  { hooks, decodeAudio }: { hooks: CallHooks; decodeAudio: ProviderTools['decodeAudio'] },
  signal: AbortSignal,
): Promise<EngineTest> {
  if (provider.test) return provider.test(capability, { calls: { hooks }, decodeAudio }, signal);
  const calls = { hooks, policy: { maxAttempts: 1 }, timeoutMs: TIMEOUT_MS };
  const startedAt = Date.now();
  try {
    const makeEngines = await provider.load();
    const detail = await TRIALS[capability](makeEngines({ calls, decodeAudio }), signal);
    return { ok: true, detail, durationMs: Date.now() - startedAt };
  } catch (error) {
    signal.throwIfAborted();
    return { ok: false, fault: toFault(error), durationMs: Date.now() - startedAt };
  }
}

type Trial = (engines: ProviderEngines, signal: AbortSignal) => Promise<string>;

const TRIALS: Record<Capability, Trial> = {
  script: async ({ script }, signal) => {
    const request = { story: STORY, title: null, sceneCount: 1, language: LANGUAGE };
    const written = await script?.writeScript(request, signal);
    return `It writes scripts (“${written?.title.slice(0, 40)}”).`;
  },
  image: async ({ pictures }, signal) => {
    const request = { prompt: STORY, style: 'papercut', format: '1:1', seed: 1 } as const;
    const drawn = await pictures?.drawPicture(request, signal);
    return `It draws pictures (${drawn?.width} × ${drawn?.height} px).`;
  },
  speech: async ({ speech }, signal) => {
    const spoken = await speech?.speak({ text: 'Hello.', voice: 'slt', language: LANGUAGE }, signal);
    return `It speaks (${Math.round(spoken?.durationMs ?? 0)} ms).`;
  },
  transcribe: async ({ transcriber }, signal) => {
    await transcriber?.hear({ audio: quietTone(1000), durationMs: 1000, language: LANGUAGE }, signal);
    return 'It listens and tells the times of words.';
  },
  moderation: async ({ moderator }, signal) => {
    await moderator?.check('story', [STORY], signal);
    return 'It checks stories.';
  },
  motion: async ({ animator }, signal) => {
    if (!animator) throw new Error('There is no engine to try.');
    const still = { still: await greyStill(), mimeType: 'image/png' } as const;
    const [seconds = 4] = animator.service.lengths;
    const request = { ...still, prompt: STORY, seconds, format: '9:16' } as const;
    const clip = await animator.collect(await animator.order(request, signal), signal);
    return `It makes clips (${Math.round(clip.length / 1000)} kB for ${seconds} s).`;
  },
};

async function greyStill(): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const { width, height } = FORMATS['9:16'];
  return sharp({ create: { width, height, channels: 3, background: '#88909a' } })
    .png()
    .toBuffer();
}

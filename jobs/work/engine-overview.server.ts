import type { Ledger } from '#jobs/ledger/ledger.server.ts';
import type { EngineOverview, EngineTest } from '#jobs/ports/engine-overview.ts';
import type { Provider } from '#jobs/ports/provider.ts';
import type { LambdaPlace } from '#jobs/render/lambda/lambda-place.ts';
import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import type { CostCaps } from '#jobs/story/budget/cost-caps.ts';
import { offeredEngines, offerOf } from './offered-engines';
import { tryEngine } from './try-engines';

/** Answers the pages' questions about the engines; each trial is an entry of the ledger and heeds the caps. */
export function openEngineOverview(
  {
    providers,
    caps,
    lambda = null,
  }: { providers: readonly Provider[]; caps: CostCaps; lambda?: LambdaPlace | null },
  ledger: Ledger,
): EngineOverview {
  return {
    ...offeredEngines(providers, lambda),
    caps,
    notices: hourly(async () => {
      const signal = AbortSignal.timeout(NOTICE_TIMEOUT_MS);
      const asked = providers.map((provider) => provider.notices?.(signal) ?? []);
      // One that cannot tell keeps nobody from what the others tell.
      return (await Promise.allSettled(asked)).flatMap((told) =>
        told.status === 'fulfilled' ? told.value : [],
      );
    }),
    test: async (capability, signal) => {
      const { provider, view } = offerOf(providers, capability);
      if (!provider) return NOT_CONFIGURED;
      return ledger.record(
        null,
        {
          scene: null,
          kind: 'test',
          identity: { name: provider.name, model: view.model ?? 'none' },
          inputHash: fingerprint({ kind: 'test', capability }),
          isCounted: true,
        },
        (hooks) => tryEngine(provider, capability, { hooks, decodeAudio }, signal),
      );
    },
  };
}

/** A page waits for it, ms. */
const NOTICE_TIMEOUT_MS = 2000;
const HOUR_MS = 3_600_000;

/** Asks once an hour, and answers with what was heard then. */
function hourly<T>(ask: () => Promise<T>): () => Promise<T> {
  let heard: { answer: Promise<T>; at: number } | null = null;
  return () => {
    if (!heard || Date.now() - heard.at > HOUR_MS) heard = { answer: ask(), at: Date.now() };
    return heard.answer;
  };
}

const NOT_CONFIGURED: EngineTest = {
  ok: false,
  fault: {
    code: 'not_configured',
    message: 'No server is set for this; the built-in studio is used.',
    hint: 'Set a server in the environment (docs/providers.md lists the variables), and start again.',
    retryable: false,
  },
  durationMs: 0,
};

/** Loaded when it is needed: a web process seldom decodes anything. */
async function decodeAudio(bytes: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
  return (await import('#jobs/render/ffmpeg/decode-audio.server.ts')).decodeAudio(bytes, signal);
}

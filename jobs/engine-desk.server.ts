import type { Ledger } from './db/ledger.server';
import type { EngineDesk, EngineView } from './domain/engine-desk';
import { fingerprint } from './fingerprint.server';
import type { CostCaps } from './money/caps';
import { testCapability } from './providers/openai/capability-test';
import { filmTariff } from './providers/openai/film-tariff';
import type { ProviderSettings } from './providers/openai/settings';
import { pictureService, speechService, viewSettings } from './providers/openai/settings-view';

/** Answers the pages' questions about the engines; each trial is an entry of the ledger and heeds the caps. */
export function openEngineDesk(
  { providers, caps }: { providers: ProviderSettings; caps: CostCaps },
  ledger: Ledger,
): EngineDesk {
  const engines = viewSettings(providers).map(
    ({ testCost, ...view }): EngineView => ({ ...view, testUsd: testCost.maximumUsd }),
  );
  return {
    engines,
    caps,
    speech: speechService(providers),
    pictures: pictureService(providers),
    tariff: filmTariff(providers),
    test: (capability, signal) =>
      ledger.record(
        null,
        {
          scene: null,
          kind: 'test',
          identity: { name: 'openai', model: providers[capability]?.model ?? 'none' },
          inputHash: fingerprint({ kind: 'test', capability }),
          isCounted: true,
        },
        (hooks) => testCapability(capability, providers, { hooks, decodeAudio }, signal),
      ),
  };
}

/** Loaded when it is needed: a web process seldom decodes anything. */
async function decodeAudio(bytes: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
  return (await import('./render/decode-audio.server')).decodeAudio(bytes, signal);
}

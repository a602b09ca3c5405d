import type { Ledger } from '#jobs/ledger/ledger.server.ts';
import type { EngineOverview, EngineView } from '#jobs/ports/engine-overview.ts';
import { filmTariff } from '#jobs/providers/openai/prices/film-tariff.ts';
import { testCapability } from '#jobs/providers/openai/settings/capability-test.ts';
import {
  pictureService,
  speechService,
  viewSettings,
} from '#jobs/providers/openai/settings/offered-services.ts';
import type { ProviderSettings } from '#jobs/providers/openai/settings/settings.ts';
import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import type { CostCaps } from '#jobs/story/budget/cost-caps.ts';

/** Answers the pages' questions about the engines; each trial is an entry of the ledger and heeds the caps. */
export function openEngineOverview(
  { providers, caps }: { providers: ProviderSettings; caps: CostCaps },
  ledger: Ledger,
): EngineOverview {
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
  return (await import('#jobs/render/ffmpeg/decode-audio.server.ts')).decodeAudio(bytes, signal);
}

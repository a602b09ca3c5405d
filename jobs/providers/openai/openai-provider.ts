/** Everything that servers with OpenAI's protocol do for a film. */
import type { EngineView } from '#jobs/ports/engine-overview.ts';
import type { Provider, ReadProvider } from '#jobs/ports/provider.ts';
import { filmTariff } from './prices/film-tariff';
import { modelNotices } from './settings/model-notices';
import { pictureService, speechService, viewSettings } from './settings/offered-services';
import type { ProviderSettings } from './settings/settings';
import { readProviderSettings } from './settings/settings-schema';

/** Reads its variables; null where they name no server. */
export function readOpenAi(variables: Readonly<Record<string, string | undefined>>): ReadProvider {
  const result = readProviderSettings(variables);
  if (!result.ok) return result;
  const isSet = Object.values(result.settings).some((server) => server !== null);
  return { ok: true, provider: isSet ? openAiProvider(result.settings) : null };
}

export function openAiProvider(settings: ProviderSettings): Provider {
  const views = viewSettings(settings).map(
    ({ testCost, ...view }): EngineView => ({ ...view, testUsd: testCost.maximumUsd }),
  );
  return {
    name: 'openai',
    // The protocol's client takes a while to be loaded, and a page needs none of it.
    load: async () => {
      const { openAiEngines } = await import('./openai-engines');
      return (tools) => openAiEngines(settings, tools);
    },
    views: views.filter(({ configured }) => configured),
    speech: speechService(settings),
    pictures: pictureService(settings),
    tariff: filmTariff(settings),
    notices: async (signal) => {
      const { readModelLists } = await import('./settings/model-lists');
      return modelNotices(settings, await readModelLists(settings, signal), Date.now());
    },
    test: async (capability, { calls, decodeAudio }, signal) => {
      const { testCapability } = await import('./settings/capability-test');
      return testCapability(capability, settings, { ...calls, decodeAudio }, signal);
    },
  };
}

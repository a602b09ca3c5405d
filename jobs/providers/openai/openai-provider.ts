/** Everything that servers with OpenAI's protocol do for a film. */
import type { EngineView } from '#jobs/ports/engine-overview.ts';
import type { Provider, ReadProvider } from '#jobs/ports/provider.ts';
import { filmTariff } from './prices/film-tariff';
import { modelNotices } from './settings/model-notices';
import { pictureService, speechService, viewSettings } from './settings/offered-services';
import { type ProviderSettings, SERVED, type Served } from './settings/settings';
import { readProviderSettings } from './settings/settings-schema';

/** Reads its variables; null where they name no server. */
export function readOpenAi(variables: Readonly<Record<string, string | undefined>>): ReadProvider {
  const result = readProviderSettings(variables);
  if (!result.ok) return result;
  const { settings, unnamed, voiceWarning } = result;
  const isSet = Object.values(settings).some((server) => server !== null) || unnamed.length > 0;
  return { ok: true, provider: isSet ? openAiProvider(settings, { unnamed, voiceWarning }) : null };
}

/** What the settings page says besides the settings: see `readProviderSettings`. */
interface SettingsRemarks {
  unnamed?: readonly Served[];
  voiceWarning?: string | null;
}

export function openAiProvider(
  settings: ProviderSettings,
  { unnamed = [], voiceWarning = null }: SettingsRemarks = {},
): Provider {
  const views = viewSettings(settings).map(
    ({ testCost, ...view }): EngineView => ({
      ...view,
      ...(unnamed.includes(view.capability) && { missing: unnamedWords(view.capability) }),
      ...(view.capability === 'speech' && voiceWarning !== null && { warning: voiceWarning }),
      testUsd: testCost.basis === 'untold' ? null : testCost.maximumUsd,
    }),
  );
  return {
    name: 'openai',
    // The protocol's client takes a while to be loaded, and a page needs none of it.
    load: async () => {
      const { openAiEngines } = await import('./openai-engines');
      return (tools) => openAiEngines(settings, tools);
    },
    views: views.filter(({ configured, missing }) => configured || missing),
    speech: speechService(settings),
    pictures: pictureService(settings),
    tariff: filmTariff(settings),
    notices: async (signal) => {
      const { readModelLists } = await import('./settings/model-lists');
      return modelNotices(settings, await readModelLists(settings, signal), Date.now());
    },
    test: async (capability, { calls, decodeAudio }, signal) => {
      const { testCapability } = await import('./settings/capability-test');
      const served = SERVED.find((each) => each === capability);
      if (!served) throw new Error(`OpenAI’s protocol has no ${capability}.`);
      return testCapability(served, settings, { ...calls, decodeAudio }, signal);
    },
  };
}

function unnamedWords(capability: Served): string {
  return `OPENAI_BASE_URL names a server, but nobody has named a model of it for this: set ${capability.toUpperCase()}_MODEL.`;
}

/** What is simulated: engines and plants, put together of what was measured and what is assumed. */

import type { ServerSettings } from '#jobs/providers/openai/settings/settings.ts';
import { readProviderSettings } from '#jobs/providers/openai/settings/settings-schema.ts';
import { readProviders } from '#jobs/providers/registry.ts';
import { filmCostUsd } from '#jobs/story/budget/film-cost.ts';
import { wishOf } from '#jobs/story/budget/film-size.ts';
import { readDraft } from '#jobs/story/order/draft.ts';
import { assetSlots } from '#jobs/work/making-place.ts';
import { offeredEngines } from '#jobs/work/offered-engines.ts';
import { CALL_S, CONCURRENCY, DATABASE, HAND_OVER_S, HIGHEST_TIER, STORAGE, TAKEN_IN_S } from './assumptions';
import type { MeasuredCosts } from './measured-costs';
import type { Limits } from './model/call-limits';
import type { FilmDemand, Served } from './model/film-demand';
import type { Plant } from './model/plant';
import { usualFilms } from './usual-films';
import { USUAL_STORIES } from './usual-stories';

/** Films made by certain engines, with the limits of those. */
export interface Scenario {
  engines: string;
  films: readonly FilmDemand[];
  servers: ReadonlyMap<Served, Limits>;
}

/** A key that is none: settings are read with it, nobody is asked. */
const NO_KEY = { OPENAI_API_KEY: 'none' };

export function scenariosOf(costs: MeasuredCosts): Scenario[] {
  const paid = usualFilms(costs, { callS: CALL_S, takenInS: TAKEN_IN_S, usd: usualFilmUsd() });
  return [
    { engines: 'built in', films: usualFilms(costs), servers: new Map() },
    { engines: 'OpenAI, limits as StoryShort sets them', films: paid, servers: usualLimits() },
    { engines: 'OpenAI, limits of its highest tier', films: paid, servers: HIGHEST_TIER },
  ];
}

/** What OpenAI takes for a usual film on the mean, by the list that the form tells prices from, US dollars. */
function usualFilmUsd(): number {
  const read = readProviders(NO_KEY);
  const tariff = read.ok ? offeredEngines(read.providers).tariff : null;
  if (!tariff) throw new Error('There are no prices.');
  const costs = USUAL_STORIES.map((story) => {
    const draft = readDraft({ title: story.title, story: story.story });
    if (!draft.ok) throw new Error('A sample story is refused.');
    const { options } = draft.draft;
    return filmCostUsd(tariff, { ...wishOf(story.story, options), format: options.format });
  });
  return costs.reduce((sum, usd) => sum + usd, 0) / costs.length;
}

/** What all workers together ask of OpenAI where nobody set a limit. */
function usualLimits(): Map<Served, Limits> {
  const read = readProviderSettings(NO_KEY, Date.now());
  if (!read.ok) throw new Error('The usual settings are refused.');
  const { script, image, speech, transcribe } = read.settings;
  const all: [Served, Pick<ServerSettings, 'limits'> | null][] = [
    ['script', script],
    ['picture', image],
    ['voice', speech],
    ['wordTimes', transcribe],
  ];
  return new Map(
    all.map(([of, server]) => {
      if (!server) throw new Error(`There is no server for ${of}.`);
      const { concurrency, perMinute } = server.limits;
      return [of, { atOnce: concurrency, perMinute }];
    }),
  );
}

/** The machines with which a scenario's films are made: workers as that on which films were measured. */
export function plantOf(costs: MeasuredCosts, { servers }: Scenario, workers: number): Plant {
  return {
    workers,
    concurrency: CONCURRENCY,
    cores: costs.cores,
    lanes: { assets: assetSlots(servers.size > 0), drawing: 1, rendering: 1 },
    sharing: { handOverS: HAND_OVER_S },
    database: {
      ...DATABASE,
      commitsPerS: costs.commitsPerS,
      connectionsPerWorker: costs.connections,
      idleCpuS: costs.atRest.cpuS,
      idleCommits: costs.atRest.commits,
    },
    storage: STORAGE,
    servers,
  };
}

/** The same with a database that bears as many sessions as there are. */
export function withSessions(plant: Plant): Plant {
  return { ...plant, database: { ...plant.database, connections: Number.POSITIVE_INFINITY } };
}

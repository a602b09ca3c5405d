/** What the providers that are set offer for a film, all of them together. */

import { CAPABILITIES, type Capability } from '#jobs/ports/capability.ts';
import type { EngineOverview, EngineView } from '#jobs/ports/engine-overview.ts';
import type { Provider } from '#jobs/ports/provider.ts';
import { lambdaTariff } from '#jobs/render/lambda/lambda-cost.ts';
import type { LambdaPlace } from '#jobs/render/lambda/lambda-place.ts';
import { LAMBDA_PRICES_AS_OF } from '#jobs/render/lambda/lambda-rates.ts';
import { type FilmTariff, NOTHING_PAID } from '#jobs/story/budget/film-cost.ts';

/**
 * What may be asked of this machine's engines; of several with one capability the first does it.
 * @param lambda where films are drawn on other machines
 */
export function offeredEngines(
  providers: readonly Provider[],
  lambda: LambdaPlace | null = null,
): Pick<EngineOverview, 'engines' | 'speech' | 'pictures' | 'motion' | 'tariff'> {
  return {
    engines: CAPABILITIES.map((capability) => offerOf(providers, capability).view),
    speech: firstOf(providers, ({ speech }) => speech),
    pictures: firstOf(providers, ({ pictures }) => pictures),
    motion: firstOf(providers, ({ motion }) => motion),
    tariff: withRendering(tariffOf(providers), lambda),
  };
}

/** The same with what is paid for drawing on other machines, whose rates bear a date of their own: the elder is told. */
function withRendering(tariff: FilmTariff | null, lambda: LambdaPlace | null): FilmTariff | null {
  if (!lambda) return tariff;
  const base = tariff ?? NOTHING_PAID;
  const dates = [base.pricesAsOf, LAMBDA_PRICES_AS_OF].filter(Boolean).sort();
  return { ...base, pricesAsOf: dates[0] ?? '', render: lambdaTariff(lambda) };
}

/** What a film costs with all of them; null where nothing takes money. */
function tariffOf(providers: readonly Provider[]): FilmTariff | null {
  const tariff = firstOf(providers, (provider) => provider.tariff);
  const motion = firstOf(providers, (provider) => provider.motion);
  if (!motion) return tariff;
  const { lengths, secondUsd } = motion;
  const untold = secondUsd === null ? ['MOTION_PRICE'] : [];
  const base = tariff ?? NOTHING_PAID;
  return { ...base, motion: { lengths, secondUsd: secondUsd ?? 0 }, untold: [...base.untold, ...untold] };
}

/** Who does it, and what a page says of it; as `selectProviders` chooses. */
export function offerOf(
  providers: readonly Provider[],
  capability: Capability,
): { provider: Provider | null; view: EngineView } {
  const offers = providers.flatMap((provider) =>
    provider.views.filter((view) => view.capability === capability).map((view) => ({ provider, view })),
  );
  const done = offers.find(({ view }) => view.configured);
  return done ?? offers[0] ?? { provider: null, view: builtIn(capability) };
}

function builtIn(capability: Capability): EngineView {
  return {
    capability,
    configured: false,
    host: null,
    model: null,
    hasKey: false,
    details: [],
    voices: null,
    testUsd: 0,
  };
}

function firstOf<T>(
  providers: readonly Provider[],
  offered: (provider: Provider) => T | null | undefined,
): T | null {
  for (const provider of providers) {
    const found = offered(provider);
    if (found) return found;
  }
  return null;
}

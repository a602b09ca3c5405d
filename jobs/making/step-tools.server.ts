/** What the steps of one attempt work with; each names the few parts that it takes. */
import type { Attempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import type { Providers } from '#jobs/ports/engines.ts';
import type { Errands } from '#jobs/ports/errands.ts';
import type { PlanContext } from '#jobs/story/film/plan.ts';
import { planContext } from './plan-context.server';
import type { Workshop } from './workshop';

export interface StepTools extends Omit<Workshop, 'db' | 'providers' | 'errandsOf'> {
  engines: Providers;
  errands: Errands;
  /** The same for the whole attempt, so that no step plans otherwise than another. */
  context: PlanContext;
}

export function stepTools(
  { db: _db, providers, errandsOf, ...parts }: Workshop,
  attempt: Attempt,
): StepTools {
  const context = planContext(providers, parts.renderer.version);
  return { ...parts, engines: providers, errands: errandsOf(attempt), context };
}

/** What the steps of one attempt work with; each names the few parts that it takes. */
import type { Providers } from '#jobs/ports/engines.ts';
import type { PlanContext } from '#jobs/story/film/plan.ts';
import { planContext } from './plan-context.server';
import type { Workshop } from './workshop';

export interface StepTools extends Omit<Workshop, 'db' | 'providers'> {
  engines: Providers;
  /** The same for the whole attempt, so that no step plans otherwise than another. */
  context: PlanContext;
}

export function stepTools({ db: _db, providers, ...parts }: Workshop): StepTools {
  return { ...parts, engines: providers, context: planContext(providers, parts.renderer.version) };
}

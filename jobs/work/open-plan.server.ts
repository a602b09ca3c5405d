import type { Db } from '#jobs/db/client.server.ts';
import { newestRenderer } from '#jobs/db/workers/workers.server.ts';
import type { Env } from '#jobs/env.server.ts';
import { planContext } from '#jobs/making/plan-context.server.ts';
import type { Providers } from '#jobs/ports/engines.ts';
import type { Espeak } from '#jobs/providers/system/espeak.server.ts';
import { rendererVersion } from '#jobs/render/painters/renderer-version.ts';
import type { PlanContext } from '#jobs/story/film/plan.ts';

/** What the plan needs to know of the engines, as they are now. */
export type ReadPlanContext = () => Promise<PlanContext>;

/**
 * The plan of a process that makes nothing itself, such as the site: the engines that the settings choose, and
 * the painter of the worker that was seen last.
 * @param espeak the machine's own espeak-ng, or null where there is none
 */
export function openPlan(
  { env, db }: { env: Pick<Env, 'providers' | 'RENDER_ENGINE'>; db: Db },
  espeak: Espeak | null,
): ReadPlanContext {
  let engines: Promise<Providers> | null = null;
  // Until a worker has been seen, the painter is the one that nearly every machine has.
  const usual = rendererVersion(env.RENDER_ENGINE === 'auto' ? 'canvas' : env.RENDER_ENGINE);
  return async () => {
    engines ??= engineNames(env, espeak);
    return planContext(await engines, (await newestRenderer(db)) ?? usual);
  };
}

/** The engines for their names alone. They are loaded when they are first asked for: a start need not wait. */
async function engineNames({ providers }: Pick<Env, 'providers'>, espeak: Espeak | null): Promise<Providers> {
  const [{ selectProviders }, { espeakSpeaker }] = await Promise.all([
    import('#jobs/providers/select.server.ts'),
    import('#jobs/providers/system/speak.server.ts'),
  ]);
  const nothing = () => Promise.reject(new Error('This process plans; the worker makes.'));
  const tasks = { run: nothing };
  return selectProviders(providers, {
    tasks,
    decodeAudio: nothing,
    ...(espeak && { systemSpeech: espeakSpeaker(espeak, tasks) }),
  });
}

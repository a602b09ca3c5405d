import type { LivingWorker } from '#jobs/db/workers/workers.server.ts';

/** What is said of workers, a few lines for each. @param now for how long they have been there */
export function workerLines(workers: readonly LivingWorker[], now: Date): string[] {
  if (workers.length === 0) return ['No worker is there. “npm run jobs” starts one.'];
  return workers.flatMap((worker) => {
    const { id, host, renderer, abilities, startedAt } = worker;
    const { cores, engines, voices } = abilities;
    const minutes = Math.floor((now.getTime() - startedAt.getTime()) / 60_000);
    return [
      `${id.slice(0, 8)}  ${host}, ${cores} ${cores === 1 ? 'core' : 'cores'}, for ${minutes} min: ${workerState(worker)}`,
      `          paints by ${renderer}; ${Object.entries(engines)
        .map(([what, by]) => `${what} by ${by}`)
        .join(', ')}`,
      ...(voices.length > 0 ? [`          voices of its own: ${voices.join(', ')}`] : []),
    ];
  });
}

/** What a worker is at, in a few words. */
export function workerState({
  inHand,
  isDraining,
  trouble,
}: Pick<LivingWorker, 'inHand' | 'isDraining' | 'trouble'>): string {
  const atWork = inHand === 0 ? 'idle' : `at ${inHand} ${inHand === 1 ? 'job' : 'jobs'}`;
  if (trouble) return `${atWork}; takes nothing while others can: ${trouble.message}`;
  return isDraining ? `${atWork}; finishes, and ends then` : atWork;
}

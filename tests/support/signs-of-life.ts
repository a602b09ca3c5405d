import type { SignOfLife } from '#jobs/db/workers/workers.server.ts';

/** What a worker with this painter says that has nothing to do and does nothing for others. */
export function signOfLife(renderer: string, said: Partial<SignOfLife> = {}): SignOfLife {
  const abilities = { cores: 2, errands: {}, voices: [], engines: {} };
  return { renderer, abilities, inHand: 0, trouble: null, ...said };
}

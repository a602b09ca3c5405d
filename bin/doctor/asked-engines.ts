/** Asks each connected server for something tiny, as the settings page's Test buttons do: by the ledger and its caps. */
import { openDb } from '#jobs/db/client.server.ts';
import type { Env } from '#jobs/env.server.ts';
import { Ledger } from '#jobs/ledger/ledger.server.ts';
import { toFault } from '#jobs/story/film/fault.ts';
import { openEngineOverview } from '#jobs/work/engine-overview.server.ts';
import type { Finding } from './finding';
import { isAskedCheaply, judgeTrial } from './judged-engines';

/** A server that is busy is waited for no longer, ms. */
const PATIENCE_MS = 120_000;

/** @param databaseUrl of a database with all tables: what is paid is written there first */
export async function askEngines(env: Env, databaseUrl: string): Promise<Finding[]> {
  const db = openDb(databaseUrl, { poolSize: 2 });
  try {
    const overview = openEngineOverview(env, new Ledger(db, env.caps));
    const findings: Finding[] = [];
    for (const engine of overview.engines.filter(({ configured }) => configured)) {
      const test = isAskedCheaply(engine)
        ? await overview
            .test(engine.capability, AbortSignal.timeout(PATIENCE_MS))
            // A cap that is reached, and a server that does not answer.
            .catch((error: unknown) => ({ ok: false as const, fault: toFault(error), durationMs: 0 }))
        : null;
      findings.push(judgeTrial(engine, test));
    }
    return findings;
  } finally {
    await db.$disconnect();
  }
}

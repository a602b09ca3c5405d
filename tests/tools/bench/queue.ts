import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { ApiClient } from '#bin/client/api-client.ts';
import { openDb } from '#jobs/db/client.server.ts';
import { cancelVideo } from '#jobs/work/commands.server.ts';
import type { Figures } from './figures';
import { percentile } from './percentile';

const JOBS = 40;
const STORY = 'A small boat sailed out at dawn. It came back with the moon.';

/** How long a story waits from its submission until a worker begins with it, ms, by the queue's own clock. */
export async function measureQueue(url: string, databaseUrl: string): Promise<Figures> {
  const api = new ApiClient(url);
  const db = openDb(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const waits: number[] = [];
  for (let job = 0; job < JOBS; job += 1) {
    const videoId = await api.createVideo({ story: STORY }, randomUUID());
    waits.push(await waitOf(client, videoId));
    await cancelVideo({ db }, videoId).catch(() => {});
    await untilIdle(client);
  }
  await client.end();
  await db.$disconnect();
  return {
    jobs: JOBS,
    enqueueToStartP50Ms: Math.round(percentile(waits, 50)),
    enqueueToStartP95Ms: Math.round(percentile(waits, 95)),
  };
}

async function waitOf(client: pg.Client, videoId: string): Promise<number> {
  for (;;) {
    const { rows } = await client.query<{ ms: number }>(
      `SELECT extract(epoch FROM started_on - created_on) * 1000 AS ms
       FROM pgboss.job WHERE singleton_key = $1 AND started_on IS NOT NULL`,
      [videoId],
    );
    if (rows[0]) return Number(rows[0].ms);
    await delay(10);
  }
}

async function untilIdle(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query(`SELECT 1 FROM pgboss.job WHERE state = 'active' LIMIT 1`);
    if (rows.length === 0) return;
    await delay(50);
  }
}

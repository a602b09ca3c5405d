/** The web process: environment, database, queue, storage, pages; then it listens until it is told to stop. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { Logger } from 'pino';
import { readHouseSecret } from '#jobs/accounts/house-secret.server.ts';
import { isAnyoneHere } from '#jobs/accounts/people.server.ts';
import { openDb } from '#jobs/db/client.server.ts';
import { type Env, EnvError, readEnv, requireDatabaseUrl } from '#jobs/env.server.ts';
import { Ledger } from '#jobs/ledger/ledger.server.ts';
import { openLocalVoices } from '#jobs/providers/local-voices.server.ts';
import { findEspeak } from '#jobs/providers/system/espeak.server.ts';
import { openStorage } from '#jobs/storage/open-storage.server.ts';
import { startBoss } from '#jobs/work/boss.server.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { openEngineOverview } from '#jobs/work/engine-overview.server.ts';
import { openPlan } from '#jobs/work/open-plan.server.ts';
import { openPublishingHouse } from '#jobs/work/publishing/publishing-house.server.ts';
import { PublishingPlaces } from '#jobs/work/publishing/publishing-places.server.ts';
import { startPublishing } from '#jobs/work/publishing/start-publishing.server.ts';
import { openLog } from '#jobs/work/watching/house-log.server.ts';
import { openTracing } from '#jobs/work/watching/open-tracing.server.ts';
import { startWebhooks } from '#jobs/work/webhooks/tell-webhooks.server.ts';
import { webhookSecret } from '#jobs/work/webhooks/webhook-secret.ts';
import { createWebApp } from './create-web-app';
import { startDevServer } from './dev-server';
import { openDoor } from './door/open-door';
import { queueDashboard } from './door/queue-dashboard';
import { closeServer, onStopRequest } from './graceful-stop';
import { limitConnections, serverOptions } from './server-limits';

/** Files are in place however the process was started. */
const PROJECT_DIR = resolve(import.meta.dirname, '../..');

/** After this long a stop is enforced, ms. */
const STOP_LIMIT_MS = 5000;
/** A scrape that is under way is let finish for so long, ms. */
const METRICS_STOP_MS = 1000;

async function main(): Promise<void> {
  const isDev = process.env.NODE_ENV === 'development';
  // React and Remix choose their builds by this variable when they are first imported.
  if (!isDev) process.env.NODE_ENV = 'production';
  const env = readEnv();
  const databaseUrl = requireDatabaseUrl(env);
  const log = openLog('web', env);
  const closeTracing = await openTracing(env, 'storyshort-web', log);
  const db = openDb(databaseUrl);
  const boss = await startBoss(databaseUrl, 'sender', log);
  const storage = await openStorage(env);

  const espeak = await findEspeak();
  const readLocalVoices = await openLocalVoices(env.DATA_DIR);

  const server = createServer(serverOptions());
  limitConnections(server);
  const dev = isDev ? await startDevServer(PROJECT_DIR, server) : null;
  const engines = openEngineOverview(env, new Ledger(db, env.caps));
  const money = { tariff: engines.tariff, caps: env.caps };
  const door = await openDoor(env, { db, log });
  const dashboard = door && queueDashboard(databaseUrl);
  const houseSecret = env.HOUSE_SECRET ?? (await readHouseSecret(join(env.DATA_DIR, 'secret')));
  const allowsOwn = env.WEBHOOKS_TO_OWN_NETWORK;
  const stopWebhooks = await startWebhooks({ db, boss, log, houseSecret, allowsOwn });
  // Known for sure once it listens.
  let listensAt = `http://${env.HOST}:${env.PORT}`;
  const house = openPublishingHouse({
    ...{ db, boss, storage, log, houseSecret, allowsOwn, youtube: env.youtube },
    siteUrl: () => env.SITE_URL ?? listensAt,
  });
  const stopPublishing = await startPublishing(house);
  const app = createWebApp({
    door,
    publishing: new PublishingPlaces(house),
    webhooks: { allowsOwn, secretOf: (id) => webhookSecret(houseSecret, id) },
    ...(dashboard && { queueDashboard: dashboard.handle }),
    backend: { db, boss, storage, plan: openPlan({ env, db }, espeak), money },
    log,
    espeakLanguages: espeak?.readable ?? [],
    readLocalVoices,
    engines,
    allowedHosts: [
      env.HOST.toLowerCase(),
      ...env.ALLOWED_HOSTS,
      ...(env.SITE_URL ? [new URL(env.SITE_URL).hostname] : []),
    ],
    ...(dev
      ? { build: dev.loadBuild, dev: dev.middleware }
      : { build: await loadBuild(), clientDir: join(PROJECT_DIR, 'build/client') }),
  });
  server.on('request', app);
  const metrics = await openMetrics(env, { db, storage }, log);

  onStopRequest(async (reason) => {
    log.info({ reason }, 'stopping');
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    await Promise.all([closeServer(server), metrics && closeServer(metrics, METRICS_STOP_MS)]);
    await Promise.allSettled([stopWebhooks(), stopPublishing()]);
    await Promise.allSettled([
      closeTracing(),
      dev?.close(),
      dashboard?.close(),
      boss.stop({ graceful: false }),
      db.$disconnect(),
    ]);
    process.exit(0);
  });

  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(env.PORT, env.HOST, listening);
  });
  listensAt = `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${(server.address() as AddressInfo).port}`;
  // Said before anything else is, or whoever waits for a site would look for it in vain.
  if (door && !(await isAnyoneHere(db))) {
    process.stdout.write(
      `\n  Nobody has an account here yet. Open ${door.siteUrl ?? listensAt}/setup and give this code: ${door.setup.shown}\n`,
    );
  }
  if (process.send) process.send({ type: 'ready', url: listensAt });
  else process.stdout.write(`StoryShort is at ${listensAt}\n`);
}

/** Where nobody watches the house, nothing of it is loaded. */
async function openMetrics(
  { METRICS_PORT, METRICS_HOST }: Env,
  backend: Pick<Backend, 'db' | 'storage'>,
  log: Logger,
): Promise<Server | null> {
  if (METRICS_PORT === null) return null;
  const { startMetricsServer } = await import('./metrics-server');
  return startMetricsServer({ METRICS_PORT, METRICS_HOST }, backend, log);
}

async function loadBuild(): Promise<ServerBuild> {
  const path = join(PROJECT_DIR, 'build/server/index.js');
  return (await import(pathToFileURL(path).href)) as ServerBuild;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof EnvError ? error.message : explain(error)}\n`);
  process.exit(1);
});

/** One line for the faults that people meet at start, the whole stack for the others. */
function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') return 'The port is taken by another program. Set PORT to a free one.';
  if (code === 'ERR_MODULE_NOT_FOUND' && String(error).includes('build/server')) {
    return 'The pages are not built yet. Start with `npm start`, or run `npx remix vite:build` first.';
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A StoryShort without a site, to be measured: a Postgres that counts, a folder, and one worker. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import pino from 'pino';
import { acquireEmbeddedDatabase, type EmbeddedDatabase } from '#bin/database/embedded-postgres.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { readEnv } from '#jobs/env.server.ts';
import { findEspeak } from '#jobs/providers/system/espeak.server.ts';
import { isFinished, type VideoStatus } from '#jobs/story/film/status.ts';
import { readDraft } from '#jobs/story/order/draft.ts';
import { MUSIC_MOODS } from '#jobs/story/order/options.ts';
import { startBoss } from '#jobs/work/boss.server.ts';
import { submitVideo } from '#jobs/work/commands.server.ts';
import { openPlan } from '#jobs/work/open-plan.server.ts';
import { changeStoryboard, updateFilm } from '#jobs/work/storyboard-commands.server.ts';
import { HouseProcess } from '#tests/tools/chaos/house/house-process.ts';
import { newDatabase } from '#tests/tools/chaos/house/new-database.ts';
import type { StorageCounts } from './counting-storage';
import { MEASURING, PostgresAccount } from './postgres-account';

const WORKER = new URL('./counting-worker.ts', import.meta.url);
/** How often is looked whether films are there, ms. */
const LOOK_MS = 250;

export class MeasuredHouse {
  readonly db: Db;
  readonly account: PostgresAccount;
  readonly worker: HouseProcess;
  readonly #boss: PgBoss;
  readonly #server: EmbeddedDatabase;
  readonly #folder: string;

  private constructor(
    parts: { db: Db; account: PostgresAccount; worker: HouseProcess },
    boss: PgBoss,
    server: EmbeddedDatabase,
    folder: string,
  ) {
    this.db = parts.db;
    this.account = parts.account;
    this.worker = parts.worker;
    this.#boss = boss;
    this.#server = server;
    this.#folder = folder;
  }

  /** @param concurrency films that its worker leads at once */
  static async open(concurrency: number): Promise<MeasuredHouse> {
    const folder = await mkdtemp(join(tmpdir(), 'storyshort-scaling-'));
    const server = await countingServer(folder);
    try {
      const url = await newDatabase(server.url);
      const account = await PostgresAccount.open(url);
      const boss = await startBoss(url, 'sender', pino({ level: 'silent' }));
      const { process: worker } = await HouseProcess.start(WORKER, {
        DATABASE_URL: url,
        DATA_DIR: folder,
        WORKER_CONCURRENCY: String(concurrency),
      });
      const db = openDb(`${url}?application_name=${MEASURING}`);
      return new MeasuredHouse({ db, account, worker }, boss, server, folder);
    } catch (thrown) {
      await server.release();
      await rm(folder, { recursive: true, force: true });
      throw thrown;
    }
  }

  /** Orders a film. @returns its video's id */
  async order(story: { title: string; story: string }): Promise<string> {
    const read = readDraft(story);
    if (!read.ok) throw new Error(`The story is refused: ${JSON.stringify(read.issues)}`);
    return (await submitVideo({ db: this.db, boss: this.#boss }, read.draft, null)).videoId;
  }

  /**
   * Gives a finished film other music, so that its sound is made with nothing beside it, which alone tells how long that
   * takes; everything else of it stays.
   */
  async mixAgain(videoId: string): Promise<void> {
    const { db } = this;
    const { mood } = await db.video.findUniqueOrThrow({ where: { id: videoId }, select: { mood: true } });
    const music = MUSIC_MOODS.find((other) => other !== mood) ?? 'calm';
    await changeStoryboard({ db }, videoId, { kind: 'edit', edit: { kind: 'set-film', options: { music } } });
    const plan = openPlan({ env: readEnv({}), db }, await findEspeak());
    const money = { tariff: null, caps: { perVideoUsd: null, perDayUsd: null } };
    const backend = { db, boss: this.#boss, plan, money };
    await updateFilm(backend, videoId);
    await this.untilMade([videoId], 2);
  }

  /** Waits until these films are there, in their first version or a later one. @throws where one is not to be had */
  async untilMade(videoIds: readonly string[], version = 1): Promise<void> {
    for (;;) {
      const videos = await this.account.ask<{ status: VideoStatus; error: unknown; version: number | null }>(
        `SELECT status, error, (SELECT max(number) FROM version WHERE video_id = video.id) AS version
         FROM video WHERE id = ANY($1::uuid[])`,
        [videoIds],
      );
      const wrong = videos.find(({ status }) => isFinished(status) && status !== 'completed');
      if (wrong) throw new Error(`A film that was to be measured failed: ${JSON.stringify(wrong.error)}`);
      if (videos.every((video) => video.status === 'completed' && (video.version ?? 0) >= version)) return;
      await delay(LOOK_MS);
    }
  }

  /** What the worker has asked of the storage so far. */
  async storageCounts(): Promise<StorageCounts> {
    const told = this.worker.next(({ type }) => type === 'counts');
    this.worker.send({ type: 'tell' });
    return (await told).counts as StorageCounts;
  }

  async close(): Promise<void> {
    await this.worker.stop();
    await this.#boss.stop({ graceful: false });
    await this.db.$disconnect();
    await this.account.close();
    await this.#server.release();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** A Postgres server that counts statements. */
async function countingServer(folder: string): Promise<EmbeddedDatabase> {
  const server = await acquireEmbeddedDatabase(folder);
  const db = openDb(server.url);
  await db.$executeRawUnsafe(`ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'`);
  await db.$disconnect();
  // That is heeded by the next start.
  await server.release();
  return acquireEmbeddedDatabase(folder);
}

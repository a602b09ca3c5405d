/** A StoryShort that may be broken: a database, a folder, and processes of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PgBoss } from 'pg-boss';
import pino from 'pino';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { isFinished, type VideoStatus } from '#jobs/story/film/status.ts';
import { readDraft } from '#jobs/story/order/draft.ts';
import { startBoss } from '#jobs/work/boss.server.ts';
import { submitVideo } from '#jobs/work/commands.server.ts';
import { waitFor } from '#tests/support/wait-for.ts';
import { brokenAlways, brokenAtRest } from '../checks/broken-promises';
import { type Records, readRecords } from '../checks/records';
import { brokenFilms } from '../checks/whole-films';
import { countEnd, type TrialFindings } from '../trial';
import { HouseProcess } from './house-process';
import { newDatabase } from './new-database';

const WORKER = new URL('./telling-worker.ts', import.meta.url);
const WEB = new URL('../../../../app/server/main.ts', import.meta.url);

/** How often it is looked whether films are ready, ms: that takes its share of the processor, too. */
const LOOK_MS = 250;

/** Small and soon made, and a film all the same. */
export const SMALL_FILM = {
  music: 'none',
  format: '1:1',
  style: 'silhouette',
  encoding: 'draft',
  treatment: 'tale',
} as const;

export class ChaosHouse {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly db: Db;
  readonly boss: PgBoss;
  readonly storage: LocalStorage;
  readonly #processes = new Set<HouseProcess>();

  private constructor(databaseUrl: string, dataDir: string, boss: PgBoss) {
    this.databaseUrl = databaseUrl;
    this.dataDir = dataDir;
    this.db = openDb(databaseUrl);
    this.boss = boss;
    this.storage = new LocalStorage(join(dataDir, 'media'));
  }

  /** @param serverUrl a Postgres server in which a database is made for it */
  static async open(serverUrl: string): Promise<ChaosHouse> {
    const dataDir = await mkdtemp(join(tmpdir(), 'storyshort-chaos-'));
    return ChaosHouse.of(await newDatabase(serverUrl), dataDir);
  }

  /** One that is there. */
  static async of(databaseUrl: string, dataDir: string): Promise<ChaosHouse> {
    const boss = await startBoss(databaseUrl, 'sender', pino({ level: 'silent' }));
    return new ChaosHouse(databaseUrl, dataDir, boss);
  }

  /** Starts a worker and waits until it takes jobs. @param entry another one than that which tells of its steps */
  async startWorker(
    environment: Readonly<Record<string, string>> = {},
    entry: URL = WORKER,
  ): Promise<HouseProcess> {
    const { process } = await HouseProcess.start(entry, { ...this.#addresses(), ...environment });
    return this.#keep(process);
  }

  /** Starts the built site. */
  async startWeb(
    environment: Readonly<Record<string, string>> = {},
  ): Promise<{ process: HouseProcess; url: string }> {
    const { process, said } = await HouseProcess.start(WEB, {
      ...this.#addresses(),
      PORT: '0',
      ...environment,
    });
    return { process: this.#keep(process), url: String(said.url) };
  }

  /** Sends a story. @returns the video's id */
  async submit(
    story: string,
    options: Record<string, unknown> = {},
    key: string | null = null,
  ): Promise<string> {
    const read = readDraft({ story, ...SMALL_FILM, ...options });
    if (!read.ok) throw new Error(`The story is refused: ${JSON.stringify(read)}`);
    return (await submitVideo(this, read.draft, key)).videoId;
  }

  records(): Promise<Records> {
    return readRecords(this.db, this.storage.root);
  }

  /**
   * Waits until nothing of these videos, or of all, is left to do.
   * @param patienceMs a net, for many films
   */
  async untilRest(
    videoIds?: readonly string[],
    { signal, patienceMs }: { signal?: AbortSignal; patienceMs?: number } = {},
  ): Promise<void> {
    const where = videoIds ? { id: { in: [...videoIds] } } : {};
    let left: { id: string; status: VideoStatus }[] = [];
    const isAtRest = async () => {
      if (signal?.aborted) return true;
      const videos = await this.db.video.findMany({
        where: { ...where, deletedAt: null },
        select: { id: true, status: true, activity: true, deaths: true },
      });
      left = videos.filter(({ status }) => !isFinished(status));
      return left.length === 0;
    };
    try {
      await waitFor('the end of the work', isAtRest, patienceMs, LOOK_MS);
    } catch (cause) {
      throw new Error(`The work did not come to its end: ${JSON.stringify(left)}`, { cause });
    }
  }

  /** Tells what is broken now that nothing is left to do, and how the videos ended. */
  async judge(findings: TrialFindings): Promise<void> {
    // A job is over a moment after its video, and a dead worker's calls are closed by another one's next round.
    await waitFor('the end of all jobs and calls', async () => {
      const { videos, calls } = await this.records();
      const isOver = videos.every(({ status, jobs }) => !isFinished(status) || jobs.length === 0);
      return isOver && calls.every(({ state }) => state !== 'started');
    });
    const records = await this.records();
    findings.broken.push(
      ...brokenAlways(records, Date.now()),
      ...brokenAtRest(records),
      ...(await brokenFilms(records.videos, this.storage.root)),
    );
    for (const { status, error } of records.videos)
      if (status === 'completed' || status === 'failed' || status === 'cancelled')
        countEnd(findings, status, (error as { code?: string } | null)?.code ?? null);
  }

  /** Ends all that runs of it, and removes its folder. */
  async close(): Promise<void> {
    const running = [...this.#processes].filter(({ isRunning }) => isRunning);
    await Promise.all(running.map((process) => process.kill()));
    await this.leave();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Leaves it as it is. */
  async leave(): Promise<void> {
    await this.boss.stop({ graceful: false });
    await this.db.$disconnect();
  }

  #keep(process: HouseProcess): HouseProcess {
    this.#processes.add(process);
    process.ended.then(() => this.#processes.delete(process));
    return process;
  }

  #addresses(): Record<string, string> {
    return { DATABASE_URL: this.databaseUrl, DATA_DIR: this.dataDir };
  }
}

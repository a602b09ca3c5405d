/** A worker's whole work with its queue, one attempt at a time, on files that a test has in hand. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import pino from 'pino';
import type { Db } from '#jobs/db/client.server.ts';
import { openDb } from '#jobs/db/client.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { readEnv } from '#jobs/env.server.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import type { LocalStorage } from '#jobs/storage/local.server.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { runAttempt } from '#jobs/work/attempts/run-attempt.server.ts';
import { startBoss } from '#jobs/work/boss.server.ts';
import { submitVideo } from '#jobs/work/commands.server.ts';
import { openWorkshop } from '#jobs/work/open-workshop.server.ts';
import { PROCESS_VIDEO, type ProcessVideo } from '#jobs/work/process-video.ts';
import { PAPER_RENDERER, PAPER_SIGNER } from '#tests/support/paper-renderer.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';
import { type Asked, rememberingEngines } from './remembering-engines';

export interface DiskHouse {
  db: Db;
  boss: PgBoss;
  asked: Asked;
  /** Sends a story. @returns its video's id */
  send(): Promise<string>;
  /**
   * Takes the video's job from the queue, due or not, and works on it until it is over.
   * @param isLastChance whether it is the last attempt that the queue gives it
   */
  work(videoId: string, isLastChance?: boolean): Promise<void>;
  /** The job that waits; null where none does. */
  waiting(videoId: string): Promise<JobWithMetadata<ProcessVideo> | null>;
  video(videoId: string): Promise<Video>;
  close(): Promise<void>;
}

/**
 * @param dataDir of all that is not stored
 * @param beforePicture what happens before each picture is drawn
 */
export async function openDiskHouse(
  storage: Storage,
  dataDir: string,
  beforePicture: () => Promise<void> = async () => undefined,
): Promise<DiskHouse> {
  const databaseUrl = await createDatabase();
  const db = openDb(databaseUrl);
  const boss = await startBoss(databaseUrl, 'sender', pino({ level: 'silent' }));
  const { workshop, close } = await openWorkshop({
    env: readEnv({ DATA_DIR: dataDir }),
    ...{ db, storage, log: pino({ level: 'silent' }), renderer: PAPER_RENDERER, signer: PAPER_SIGNER },
  });
  const asked: Asked = { voices: 0, pictures: 0, music: 0 };
  const engines = rememberingEngines(workshop.providers, asked);
  const { pictures } = engines;
  const providers = {
    ...engines,
    pictures: {
      ...pictures,
      drawPicture: async (...given: Parameters<typeof pictures.drawPicture>) => {
        await beforePicture();
        return pictures.drawPicture(...given);
      },
    },
  };
  const waiting = async (videoId: string) => {
    const jobs = await boss.findJobs<ProcessVideo>(PROCESS_VIDEO, { key: videoId });
    return jobs.find(({ state }) => state === 'created') ?? null;
  };

  return {
    db,
    boss,
    asked,
    waiting,
    send: async () => {
      const { videoId } = await submitVideo({ db, boss }, draftOf(undefined, { style: 'silhouette' }), null);
      return videoId;
    },
    work: async (videoId, isLastChance = false) => {
      await db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE singleton_key = ${videoId} AND state = 'created'`;
      if (isLastChance) {
        await db.$executeRaw`UPDATE pgboss.job SET retry_limit = 0 WHERE singleton_key = ${videoId} AND state = 'created'`;
      }
      const [job] = await boss.fetch<ProcessVideo>(PROCESS_VIDEO, { includeMetadata: true });
      if (!job || job.data.videoId !== videoId) throw new Error('The video has no job.');
      const { signal } = new AbortController();
      await runAttempt({ ...workshop, providers }, boss, { ...job, signal }, signal);
      // What waits again was settled with it.
      if (!(await waiting(videoId))) await boss.complete(PROCESS_VIDEO, job.id);
    },
    video: async (videoId) => {
      const video = await findVideo(db, videoId);
      if (!video) throw new Error('The video is gone.');
      return video;
    },
    close: async () => {
      await close();
      await boss.stop();
      await db.$disconnect();
    },
  };
}

/** A stored file as it was. */
export interface FileFacts {
  sha256: string;
  mtimeMs: number;
}

/** All that is stored of a video, by name. */
export async function filesOf({ root }: LocalStorage, videoId: string): Promise<Map<string, FileFacts>> {
  const folder = join(root, videoId);
  const names = await readdir(folder).catch(() => []);
  const facts = await Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(join(folder, name));
      const { mtimeMs } = await stat(join(folder, name));
      return [name, { sha256: createHash('sha256').update(bytes).digest('hex'), mtimeMs }] as const;
    }),
  );
  return new Map(facts);
}

/** Names of files in the making. */
export async function scratchOf({ root }: LocalStorage): Promise<string[]> {
  return readdir(join(root, '.scratch')).catch(() => []);
}

/** Names of the files that the video's rows speak of. */
export function namedFiles({ id, scenes, ...video }: Video): string[] {
  const ofFilm = [video.filmKey, video.audioKey, video.posterKey, video.srtKey, video.vttKey];
  const ofScenes = scenes.flatMap((scene) => [
    ...[scene.voiceKey, scene.pictureKey, scene.segmentKey],
    ...(scene.pictureLayers ?? []).map(({ key }) => key),
  ]);
  return [...ofFilm, ...ofScenes].flatMap((key) => (key ? [key.slice(id.length + 1)] : []));
}

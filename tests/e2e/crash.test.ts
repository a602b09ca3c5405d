import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '#bin/client/api-client.ts';
import { acquireEmbeddedDatabase, type EmbeddedDatabase } from '#bin/database/embedded-postgres.ts';
import { LaunchedApp } from '#bin/host/launched-app.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { processesOf, workerOf } from '#tests/support/processes/our-processes.ts';
import { waitFor } from '#tests/support/wait-for.ts';

const STORY = 'A small bear woke up. The forest was white. He found a red mitten. He slept until spring.';
/** Few frames, soon drawn: this is about who draws them. */
const SMALL = { music: 'none', format: '1:1', style: 'silhouette' };

let dataDir: string;
let app: LaunchedApp;
let database: EmbeddedDatabase;
let db: Db;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'storyshort-crash-'));
  app = await LaunchedApp.launch(dataDir);
  database = await acquireEmbeddedDatabase(dataDir);
  db = openDb(database.url);
});

afterAll(async () => {
  await db?.$disconnect();
  await database?.release();
  await app?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** Waits until the video is as wanted. */
async function until(videoId: string, what: string, isSo: (video: Video) => boolean) {
  return waitFor(what, async () => {
    const video = await findVideo(db, videoId);
    if (video?.status === 'failed')
      throw new Error(`The video failed: ${JSON.stringify(video.error)}\n${app.words}`);
    return video && isSo(video) ? video : null;
  });
}

async function killWorker(): Promise<void> {
  const pid = workerOf(dataDir);
  if (pid === null) throw new Error('There is no worker to be killed.');
  process.kill(pid, 'SIGKILL');
  await waitFor('another worker', () => {
    const another = workerOf(dataDir);
    return another !== null && another !== pid;
  });
}

/** Every finished file of the video with its hash and time of writing. */
async function filesOf(videoId: string): Promise<Map<string, string>> {
  const folder = join(dataDir, 'media', videoId);
  const files = new Map<string, string>();
  for (const name of await readdir(folder).catch(() => [])) {
    const [bytes, facts] = [await readFile(join(folder, name)), await stat(join(folder, name))];
    files.set(name, `${createHash('sha256').update(bytes).digest('hex')} ${facts.mtimeMs}`);
  }
  return files;
}

const made = (video: Video, key: 'voiceKey' | 'pictureKey' | 'segmentKey') =>
  video.scenes.filter((scene) => scene[key] !== null).length;

describe('a worker that is killed', () => {
  it('in the middle of voices, pictures and rendering goes on by itself and makes nothing twice', async () => {
    const api = new ApiClient(app.url);
    const videoId = await api.createVideo(
      { story: STORY, scenes: 4, treatment: 'tale', ...SMALL },
      'crash-story',
    );
    const before = new Map<string, string>();
    const killWhen = async (what: string, isSo: (video: Video) => boolean) => {
      await until(videoId, what, isSo);
      await killWorker();
      for (const [name, facts] of await filesOf(videoId)) before.set(name, facts);
    };
    await killWhen('some voice', (video) => made(video, 'voiceKey') >= 1);
    await killWhen('some picture', (video) => made(video, 'pictureKey') >= 2);
    await killWhen('some frames', (video) => made(video, 'segmentKey') >= 1 && video.status === 'rendering');
    expect(before.size).toBeGreaterThan(6);

    const video = await until(videoId, 'the film', ({ status }) => status === 'completed');
    const after = await filesOf(videoId);
    for (const [name, facts] of before) expect(after.get(name), name).toBe(facts);

    const calls = await db.providerCall.groupBy({
      by: ['inputHash', 'state'],
      where: { videoId },
      _count: true,
    });
    const settled = calls.filter(({ state }) => state === 'settled');
    expect(settled.every((call) => call._count === 1)).toBe(true);
    // One whose result was stored when its worker was killed, and no more than that, is not made again: its entry ends
    // unsettled, by whatever name.
    const called = new Set(calls.map(({ inputHash }) => inputHash));
    expect(called.size).toBe(1 + 2 * video.scenes.length);
  });
});

describe('a start that is killed', () => {
  it('is repaired by the next one, which finishes the film', async () => {
    const api = new ApiClient(app.url);
    const videoId = await api.createVideo(
      { story: 'One candle burned. Then the wind came.', ...SMALL },
      'kill-story',
    );
    await until(videoId, 'some asset', (video) => made(video, 'voiceKey') >= 1);
    await app.kill();
    await waitFor('the end of web and worker', () =>
      processesOf(dataDir).every(({ command }) => command.includes('postgres')),
    );
    app = await LaunchedApp.launch(dataDir);
    const video = await until(videoId, 'the film', ({ status }) => status === 'completed');
    expect(await filesOf(videoId).then((files) => files.has(video.filmKey?.split('/')[1] ?? ''))).toBe(true);
  });
});

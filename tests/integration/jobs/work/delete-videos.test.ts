import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PgBoss } from 'pg-boss';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginAttempt, isCurrent, patchVideo } from '#jobs/db/attempts/attempt-writes.server.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { findVideo, listHistory } from '#jobs/db/videos.server.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { UNDO_MS } from '#jobs/story/film/undo-time.ts';
import { startBoss } from '#jobs/work/boss.server.ts';
import { requestProcessing, submitVideo } from '#jobs/work/commands.server.ts';
import { deleteVideo, deleteVideos, restoreVideos, sweepDeleted } from '#jobs/work/delete-videos.server.ts';
import { PROCESS_VIDEO } from '#jobs/work/process-video.ts';
import { requeueOrphans, sweepFiles } from '#jobs/work/reconcile.server.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';

const log = pino({ level: 'silent' });
let db: Db;
let boss: PgBoss;
let storage: LocalStorage;
let folder: string;

beforeAll(async () => {
  const url = await createDatabase();
  db = openDb(url);
  boss = await startBoss(url, 'sender', log);
  folder = await mkdtemp(join(tmpdir(), 'storyshort-deleted-'));
  storage = new LocalStorage(folder);
});
afterAll(async () => {
  await boss.stop({ graceful: false });
  await db.$disconnect();
  await rm(folder, { recursive: true });
});
beforeEach(() => boss.deleteAllJobs(PROCESS_VIDEO));

const newVideo = async (key: string | null = null) => {
  const { videoId } = await submitVideo({ db, boss }, draftOf(), key);
  await storage.put(`${videoId}/voice-a.wav`, new Uint8Array([1]));
  return videoId;
};
const jobsOf = (videoId: string) => boss.findJobs(PROCESS_VIDEO, { key: videoId });
/** As if it had been deleted so long ago. */
const age = (id: string, ms: number) =>
  db.video.update({ where: { id }, data: { deletedAt: new Date(Date.now() - ms) } });

describe('a deleted video', () => {
  it('is nowhere any more, and the attempt at it is a stale one', async () => {
    const id = await newVideo('key');
    const begun = await beginAttempt(db, id);
    if (!begun) throw new Error('The attempt did not begin.');
    expect(await deleteVideos({ db }, [id, randomUUID(), 'no id'])).toEqual([{ id, title: '' }]);
    expect(await findVideo(db, id)).toBeNull();
    expect(await listHistory(db, id)).toEqual([]);
    expect(await isCurrent(db, begun.attempt)).toBe(false);
    await expect(patchVideo(db, begun.attempt, { title: 'Late' })).rejects.toThrow('superseded');
    expect(await beginAttempt(db, id)).toBeNull();
    await expect(requestProcessing({ db, boss }, id)).rejects.toThrow('no video');
    await expect(deleteVideo({ db }, id)).rejects.toThrow('no video');
    // Its key stands for nothing any more.
    expect((await submitVideo({ db, boss }, draftOf(), 'key')).created).toBe(true);
    // Nobody makes a job for it.
    await boss.deleteAllJobs(PROCESS_VIDEO);
    await db.$executeRaw`UPDATE video SET updated_at = now() - interval '1 minute'`;
    await requeueOrphans({ db, boss, log });
    expect(await jobsOf(id)).toEqual([]);
  });

  it('comes back as it was within ten seconds, and work on it goes on', async () => {
    const id = await newVideo();
    await boss.deleteAllJobs(PROCESS_VIDEO);
    const before = await findVideo(db, id);
    await deleteVideo({ db }, id);
    await age(id, UNDO_MS - 500);
    expect(await restoreVideos({ db, boss }, [id])).toEqual({ restored: [id], gone: [] });
    expect(await findVideo(db, id)).toMatchObject({ status: before?.status, story: before?.story });
    expect(await jobsOf(id)).toHaveLength(1);
    expect(await storage.has(`${id}/voice-a.wav`)).toBe(true);
    expect(await beginAttempt(db, id)).not.toBeNull();
  });

  it('gets no job back where it was finished', async () => {
    const id = await newVideo();
    await boss.deleteAllJobs(PROCESS_VIDEO);
    await db.video.update({ where: { id }, data: { status: 'completed' } });
    await deleteVideo({ db }, id);
    await restoreVideos({ db, boss }, [id]);
    expect(await jobsOf(id)).toEqual([]);
  });

  it('is gone for good afterwards, whether it was swept away yet or not', async () => {
    const [late, swept, back] = [await newVideo(), await newVideo(), await newVideo()];
    await deleteVideos({ db }, [late, swept, back]);
    await age(swept, UNDO_MS + 60_000);
    expect(await sweepDeleted({ db, storage })).toBe(1);
    await age(late, UNDO_MS + 60_000);
    expect(await restoreVideos({ db, boss }, [late, swept, back])).toEqual({
      restored: [back],
      gone: [late, swept],
    });
  });
});

describe('the sweep', () => {
  it('removes rows and files of what cannot come back, and of nothing else', async () => {
    const [old, fresh, kept] = [await newVideo(), await newVideo(), await newVideo()];
    await deleteVideos({ db }, [old, fresh]);
    await age(old, UNDO_MS + 60_000);
    await sweepDeleted({ db, storage });
    const files = await Promise.all([old, fresh, kept].map((id) => storage.has(`${id}/voice-a.wav`)));
    expect(files).toEqual([false, true, true]);
    expect(await db.video.count({ where: { id: { in: [old, fresh, kept] } } })).toBe(2);
    expect(await db.event.count({ where: { videoId: old } })).toBe(0);
  });

  it('takes files along that a crash left between row and files, and never those that may come back', async () => {
    const [crashed, hidden] = [await newVideo(), await newVideo()];
    await deleteVideos({ db }, [crashed, hidden]);
    await db.video.delete({ where: { id: crashed } });
    const suspects = await sweepFiles({ db, storage }, new Set());
    expect(suspects.has(crashed)).toBe(true);
    expect(suspects.has(hidden)).toBe(false);
    await sweepFiles({ db, storage }, suspects);
    expect(await storage.has(`${crashed}/voice-a.wav`)).toBe(false);
    expect(await storage.has(`${hidden}/voice-a.wav`)).toBe(true);
  });
});

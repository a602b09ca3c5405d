import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PgBoss } from 'pg-boss';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failVideo } from '#jobs/db/attempts/attempt-ends.server.ts';
import { beginAttempt, saveScript } from '#jobs/db/attempts/attempt-writes.server.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { findVideo, listHistory } from '#jobs/db/videos.server.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { startBoss } from '#jobs/work/boss.server.ts';
import { cancelVideo, requestProcessing, submitVideo } from '#jobs/work/commands.server.ts';
import { deleteVideo } from '#jobs/work/delete-videos.server.ts';
import { PROCESS_VIDEO } from '#jobs/work/process-video.ts';
import { closeAbandonedCalls, requeueOrphans, sweepFiles } from '#jobs/work/reconcile.server.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';

const log = pino({ level: 'silent' });
const UNKNOWN = '00000000-0000-4000-8000-000000000000';
let db: Db;
let boss: PgBoss;
let storage: LocalStorage;

beforeAll(async () => {
  const url = await createDatabase();
  db = openDb(url);
  boss = await startBoss(url, 'sender', log);
  storage = new LocalStorage(await mkdtemp(join(tmpdir(), 'storyshort-media-')));
});
afterAll(async () => {
  await boss.stop({ graceful: false });
  await db.$disconnect();
});

const jobsOf = (videoId: string) => boss.findJobs(PROCESS_VIDEO, { key: videoId });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof StoryError ? error.code : `another error: ${error}`),
  );

describe('submitting a story', () => {
  it('makes a pending video, its first history entry and one job', async () => {
    const { videoId, created } = await submitVideo({ db, boss }, draftOf(), null);
    expect(created).toBe(true);
    expect(await findVideo(db, videoId)).toMatchObject({ status: 'pending', title: '', scenes: [] });
    expect(await listHistory(db, videoId)).toMatchObject([{ from: null, to: 'pending' }]);
    expect(await jobsOf(videoId)).toHaveLength(1);
  });

  it('makes one video and one job of 200 parallel submits under one key', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => submitVideo({ db, boss }, draftOf(), 'one-key')),
    );
    const ids = new Set(answers.map((answer) => answer.videoId));
    expect(ids.size).toBe(1);
    expect(answers.filter((answer) => answer.created)).toHaveLength(1);
    const [videoId = ''] = ids;
    expect(await jobsOf(videoId)).toHaveLength(1);
    expect(await db.video.count({ where: { idempotencyKey: 'one-key' } })).toBe(1);
  });

  it('refuses a key that stands for another story', async () => {
    await submitVideo({ db, boss }, draftOf('The first story of two.'), 'shared-key');
    const second = submitVideo({ db, boss }, draftOf('The second story of two.'), 'shared-key');
    expect(await codeOf(second)).toBe('idempotency_conflict');
  });

  it('leaves neither row nor job when the transaction fails', async () => {
    const before = await db.video.count();
    const broken = { send: () => Promise.reject(new Error('the queue is away')) } as unknown as PgBoss;
    await expect(submitVideo({ db, boss: broken }, draftOf(), null)).rejects.toThrow('the queue is away');
    expect(await db.video.count()).toBe(before);
  });
});

describe('asking for processing', () => {
  it('adds nothing while a job is there, however often it is asked', async () => {
    const { videoId } = await submitVideo({ db, boss }, draftOf(), null);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => requestProcessing({ db, boss }, videoId)),
    );
    expect(answers.filter((answer) => answer.queued)).toHaveLength(0);
    expect(await jobsOf(videoId)).toHaveLength(1);
  });

  it('takes a failed video up again exactly once', async () => {
    const { videoId } = await submitVideo({ db, boss }, draftOf(), null);
    await boss.deleteAllJobs(PROCESS_VIDEO);
    const begun = await beginAttempt(db, videoId);
    if (!begun) throw new Error('the attempt did not begin');
    await failVideo(db, begun.attempt, { code: 'x', message: 'It broke.', hint: 'Retry.', retryable: true });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => requestProcessing({ db, boss }, videoId)),
    );
    expect(answers.filter((answer) => answer.queued)).toHaveLength(1);
    expect(await jobsOf(videoId)).toHaveLength(1);
    expect(await findVideo(db, videoId)).toMatchObject({ status: 'pending', error: null });
  });

  describe('by a page that was merely opened', () => {
    /** A video whose attempt has failed; no job is left for it. */
    const failAgain = async (videoId: string, code: string, retryable = true) => {
      await boss.deleteAllJobs(PROCESS_VIDEO);
      const begun = await beginAttempt(db, videoId);
      if (!begun) throw new Error('the attempt did not begin');
      await failVideo(db, begun.attempt, { code, message: 'It broke.', hint: 'Retry.', retryable });
    };
    const open = async (videoId: string) => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => requestProcessing({ db, boss }, videoId, 'page')),
      );
      return answers.filter((answer) => answer.queued).length;
    };

    it('takes a failure up once, in however many tabs, and another one after it', async () => {
      const { videoId } = await submitVideo({ db, boss }, draftOf(), null);
      await failAgain(videoId, 'network_away');
      expect(await open(videoId)).toBe(1);
      await failAgain(videoId, 'network_away');
      expect(await open(videoId)).toBe(0);
      expect(await findVideo(db, videoId)).toMatchObject({ status: 'failed' });
      await db.video.update({ where: { id: videoId }, data: { status: 'pending' } });
      await failAgain(videoId, 'disk_full');
      expect(await open(videoId)).toBe(1);
    });

    it('leaves a failure that came back to a person, after whom it may again', async () => {
      const { videoId } = await submitVideo({ db, boss }, draftOf(), null);
      await failAgain(videoId, 'network_away');
      await open(videoId);
      await failAgain(videoId, 'network_away');
      expect(await requestProcessing({ db, boss }, videoId)).toEqual({ queued: true });
      await failAgain(videoId, 'network_away');
      expect(await open(videoId)).toBe(1);
    });

    it('never takes up what failed for good, was cancelled, or is a film', async () => {
      const { videoId } = await submitVideo({ db, boss }, draftOf(), null);
      await failAgain(videoId, 'script_flagged', false);
      expect(await open(videoId)).toBe(0);
      expect(await findVideo(db, videoId)).toMatchObject({ status: 'failed' });
      expect(await requestProcessing({ db, boss }, videoId)).toEqual({ queued: true });
      await cancelVideo({ db }, videoId);
      expect(await open(videoId)).toBe(0);
      await db.video.update({ where: { id: videoId }, data: { status: 'completed' } });
      await db.scene.create({
        data: {
          id: randomUUID(),
          videoId,
          position: 0,
          narration: 'A fox.',
          imagePrompt: 'A fox.',
          seed: 1,
          error: { code: 'picture_failed', message: 'It broke.', hint: 'Retry.', retryable: true },
        },
      });
      expect(await open(videoId)).toBe(0);
      expect(await findVideo(db, videoId)).toMatchObject({ status: 'completed' });
    });

    it('takes up what was left lying without a job', async () => {
      const { videoId } = await submitVideo({ db, boss }, draftOf(), null);
      await boss.deleteAllJobs(PROCESS_VIDEO);
      await db.video.update({ where: { id: videoId }, data: { status: 'script_generated' } });
      expect(await open(videoId)).toBe(1);
      expect(await open(videoId)).toBe(0);
      await deleteVideo({ db }, videoId);
    });
  });

  it('says so when the video is unknown', async () => {
    expect(await codeOf(requestProcessing({ db, boss }, UNKNOWN))).toBe('video_not_found');
    expect(await codeOf(requestProcessing({ db, boss }, 'no-id'))).toBe('video_not_found');
  });
});

describe('cancelling', () => {
  it('cancels an unfinished video once and makes its attempt a stale one', async () => {
    const { videoId } = await submitVideo({ db, boss }, draftOf(), null);
    const begun = await beginAttempt(db, videoId);
    if (!begun) throw new Error('the attempt did not begin');
    await cancelVideo({ db }, videoId);
    expect(await findVideo(db, videoId)).toMatchObject({ status: 'cancelled' });
    expect(await codeOf(cancelVideo({ db }, videoId))).toBe('video_finished');
    const late = saveScript(db, begun.attempt, { title: 'Late', mood: 'calm', scenes: [], warning: null });
    await expect(late).rejects.toThrow('superseded');
  });
});

describe('files without a video', () => {
  it('are removed when two rounds have met them, and never those of a video', async () => {
    const { videoId } = await submitVideo({ db, boss }, draftOf(), null);
    await storage.put(`${videoId}/voice-a.wav`, new Uint8Array([1]));
    await storage.put(`${UNKNOWN}/voice-b.wav`, new Uint8Array([1]));
    const suspects = await sweepFiles({ db, storage }, new Set());
    expect([...suspects]).toEqual([UNKNOWN]);
    expect(await storage.has(`${UNKNOWN}/voice-b.wav`)).toBe(true);
    expect((await sweepFiles({ db, storage }, suspects)).size).toBe(0);
    expect(await storage.has(`${UNKNOWN}/voice-b.wav`)).toBe(false);
    expect(await storage.has(`${videoId}/voice-a.wav`)).toBe(true);
  });
});

describe('the reconciler', () => {
  it('closes the calls of a worker that died, and none of one that works or has just begun', async () => {
    await boss.deleteAllJobs(PROCESS_VIDEO);
    const { videoId: worked } = await submitVideo({ db, boss }, draftOf(), null);
    await boss.fetch(PROCESS_VIDEO);
    const { videoId: left } = await submitVideo({ db, boss }, draftOf(), null);
    const minuteAgo = new Date(Date.now() - 60_000);
    const call = { kind: 'script', provider: 'openai', model: 'm', inputHash: 'h', capability: 'script' };
    await db.providerCall.createMany({
      data: [
        { ...call, id: randomUUID(), videoId: worked, startedAt: minuteAgo },
        { ...call, id: randomUUID(), videoId: left, startedAt: minuteAgo },
        { ...call, id: randomUUID(), videoId: left, startedAt: new Date() },
      ],
    });
    await closeAbandonedCalls({ db, boss });
    const calls = await db.providerCall.findMany({ orderBy: { startedAt: 'asc' } });
    const statesOf = (videoId: string) =>
      calls.filter((each) => each.videoId === videoId).map(({ state }) => state);
    expect(statesOf(worked)).toEqual(['started']);
    expect(statesOf(left)).toEqual(['interrupted', 'started']);
  });

  it('gives a job to an unfinished video that lost its own, and to no other', async () => {
    const { videoId } = await submitVideo({ db, boss }, draftOf(), null);
    await boss.deleteAllJobs(PROCESS_VIDEO);
    await db.$executeRaw`UPDATE video SET updated_at = now() - interval '1 minute'`;
    const waiting = await db.video.count({ where: { status: 'pending' } });
    expect(await requeueOrphans({ db, boss, log })).toBe(waiting);
    expect(await requeueOrphans({ db, boss, log })).toBe(0);
    expect(await jobsOf(videoId)).toHaveLength(1);
  });
});

/** What a person may ask of the queue: make a film, go on with it, stop. */
import { randomUUID } from 'node:crypto';
import { fromPrisma, type PgBoss } from 'pg-boss';
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import { endWaiting, type Follower, listOrdered, lockFollower } from '#jobs/db/families/families.server.ts';
import { readQueueStanding } from '#jobs/db/queued-videos.server.ts';
import { releaseVideo } from '#jobs/db/storyboard-film.server.ts';
import {
  createVideo,
  endVideo,
  findVideo,
  type NewVideo,
  reopenVideo,
  type TakenUpBy,
} from '#jobs/db/videos.server.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { traced, traceparentHere } from '#jobs/ports/tracing.ts';
import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import type { CostCaps } from '#jobs/story/budget/cost-caps.ts';
import type { FilmTariff } from '#jobs/story/budget/film-cost.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { isFinished } from '#jobs/story/film/status.ts';
import { attentionOf } from '#jobs/story/film/video.ts';
import { videosOf } from '#jobs/story/formats/ordered-videos.ts';
import type { StoryDraft } from '#jobs/story/order/draft.ts';
import type { ReadPlanContext } from './open-plan.server';
import { PROCESS_VIDEO, type ProcessVideo, videoPriority } from './process-video';
import { keptKey, videoMadeBefore } from './repeated-request.server';

/** What the front needs to serve its visitors. */
export interface Backend {
  db: Db;
  boss: PgBoss;
  storage: Storage;
  plan: ReadPlanContext;
  /** What paid engines cost, null where all is free, and the operator's limits. */
  money: { tariff: FilmTariff | null; caps: CostCaps };
  /** Whose what is made here is to be; null where nobody has an account. */
  ownerId: string | null;
}

/**
 * Inserts a video and its job in one transaction: both exist, or neither. So do those of its further formats, which wait
 * for what it makes for all of them.
 * @param givenKey repeats of a request under one key all answer with the first one's video.
 * @param videoId of the new video: given by who has stored a file for it beforehand.
 * @throws StoryError `idempotency_conflict` when the key already stands for another request.
 */
export async function submitVideo(
  backend: Pick<Backend, 'db' | 'boss'> & Partial<Pick<Backend, 'ownerId'>>,
  draft: StoryDraft,
  givenKey: string | null,
  videoId: string = randomUUID(),
): Promise<OrderedVideos> {
  const requestHash = fingerprint(draft);
  const { ownerId = null } = backend;
  const idempotencyKey = keptKey(givenKey, ownerId);
  const submit = async (tx: DbTransaction) => {
    const [leading, ...others] = videosOf(draft, [videoId, ...(draft.formats ?? []).map(() => randomUUID())]);
    const video = { ...leading, idempotencyKey, requestHash, ownerId };
    if (await addVideo(backend.boss, tx, video)) {
      // They have no job before there is something to take over.
      for (const other of others) {
        await createVideo(tx, { ...other, idempotencyKey: null, requestHash, ownerId });
      }
      return { videoId, formats: others.map(({ id }) => id), created: true };
    }
    const first = await videoMadeBefore(tx, { key: idempotencyKey, hash: requestHash });
    if (first === null) throw new Error(`The id ${videoId} is taken by another video.`);
    const [, ...formats] = await listOrdered(tx, first);
    return { videoId: first, formats, created: false };
  };
  return traced('create', { video_id: videoId }, () => backend.db.$transaction(submit));
}

/** What came of an order. */
export interface OrderedVideos {
  videoId: string;
  /** Ids of the videos in its further formats, in the order's own order. */
  formats: string[];
  /** False where an earlier request has made them. */
  created: boolean;
}

/** Inserts a video with its job into a transaction. @returns false where its key is taken, and nothing was written */
export async function addVideo(boss: PgBoss, tx: DbTransaction, video: NewVideo): Promise<boolean> {
  if (!(await createVideo(tx, video))) return false;
  await sendJob(boss, tx, video.id);
  return true;
}

/**
 * Makes sure that a job works on the video; safe to call any number of times. A failed, cancelled or flawed
 * video is taken up again where it stood.
 * @param by the page, when it is opened, takes up only failures that may have passed, and each of them once.
 * @returns whether a job was added now; false when one was already there, or the page may not add one.
 * @throws StoryError `video_not_found`, or `video_completed` when nothing is left to do.
 */
export async function requestProcessing(
  backend: Pick<Backend, 'db' | 'boss'>,
  videoId: string,
  by: TakenUpBy = 'person',
): Promise<{ queued: boolean }> {
  const takingUp = (tx: DbTransaction) => takeUp(backend.boss, tx, videoId, by);
  return traced('take up', { video_id: videoId, by }, () => backend.db.$transaction(takingUp));
}

async function takeUp(
  boss: PgBoss,
  tx: DbTransaction,
  videoId: string,
  by: TakenUpBy,
): Promise<{ queued: boolean }> {
  const follower = await lockFollower(tx, videoId);
  const video = await findVideo(tx, videoId);
  if (!video) throw videoNotFound();
  if (video.status === 'completed' && attentionOf(video) === 0) {
    throw new StoryError({
      code: 'video_completed',
      message: 'This video is already finished.',
      hint: 'Watch or download it; there is nothing left to do.',
      retryable: false,
    });
  }
  if (video.held && video.scenes.length > 0) {
    if (by === 'page') return { queued: false };
    await releaseVideo(tx, video, 'Going on.');
  } else if (isFinished(video.status)) {
    const message = video.status === 'completed' ? 'Fixing what needs attention.' : 'Taken up again.';
    if (!(await reopenVideo(tx, video, message, by))) return { queued: false };
  }
  if (follower && !(await mayBegin(boss, tx, videoId, follower, by))) return { queued: false };
  return { queued: await sendJob(boss, tx, videoId) };
}

/**
 * Whether a video that has yet to take over from another one may be worked on now. A person who goes on with it goes on
 * with the one it waits for; where that was deleted, it makes all by itself.
 */
async function mayBegin(
  boss: PgBoss,
  tx: DbTransaction,
  videoId: string,
  { waits, aheadId, ahead }: Follower,
  by: TakenUpBy,
): Promise<boolean> {
  if (by === 'person' && aheadId === null) {
    await endWaiting(tx, videoId, { alone: true });
    return true;
  }
  const isOver = ahead === 'failed' || ahead === 'cancelled';
  if (by === 'person' && aheadId !== null && isOver) await takeUp(boss, tx, aheadId, by);
  return !waits;
}

/**
 * Stops the work on a video; what was made stays, and it can be taken up again.
 * @throws StoryError `video_not_found`, or `video_finished` when there is no work to stop.
 */
export async function cancelVideo(backend: Pick<Backend, 'db'>, videoId: string): Promise<void> {
  if (!(await findVideo(backend.db, videoId))) throw videoNotFound();
  const ended = await backend.db.$transaction((tx) =>
    endVideo(tx, videoId, 'cancelled', { message: 'Cancelled.', error: null }),
  );
  if (ended) return;
  throw new StoryError({
    code: 'video_finished',
    message: 'This video is not being worked on.',
    hint: 'Nothing has to be stopped.',
    retryable: false,
  });
}

/** What a job takes over from the one before it. */
export interface JobRest {
  /** How often the video has waited for a server that may not be asked. */
  rests?: number | undefined;
  /** How often its attempt was cut short because the database was away. */
  cuts?: number | undefined;
  /** How many of its attempts ended with a fault that may pass. */
  setbacks?: number | undefined;
  /** Of the span that it is done for; absent for the one around. */
  traceparent?: string | undefined;
  /** For how long it waits now. */
  restMs?: number;
}

/** Adds the video's job unless one is there; joins the transaction. */
export async function sendJob(
  boss: PgBoss,
  tx: Pick<DbTransaction, '$queryRawUnsafe' | 'video'>,
  videoId: string,
  { rests = 0, cuts = 0, setbacks = 0, restMs = 0, traceparent = traceparentHere() }: JobRest = {},
): Promise<boolean> {
  const payload: ProcessVideo = {
    videoId,
    ...(rests > 0 && { rests }),
    ...(cuts > 0 && { cuts }),
    ...(setbacks > 0 && { setbacks }),
    ...(traceparent && { traceparent }),
  };
  const standing = await readQueueStanding(tx, videoId);
  const id = await boss.send(PROCESS_VIDEO, payload, {
    ...{ db: fromPrisma(tx), singletonKey: videoId },
    ...(standing && { priority: videoPriority(standing) }),
    ...(restMs > 0 && { startAfter: Math.ceil(restMs / 1000) }),
  });
  return id !== null;
}

/** The fault of an id that no video has, or none any more. */
export function videoNotFound(): StoryError {
  return new StoryError({
    code: 'video_not_found',
    message: 'There is no video with this id.',
    hint: 'Check the address, or pick the video on the home page: it may have been deleted.',
    retryable: false,
  });
}

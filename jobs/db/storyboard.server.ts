/** A video's storyboard in the making: its draft, and the steps that led there. */
import type { Patch } from 'immer';
import { StoryError } from '#jobs/story/film/fault.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { type EditStep, takeStep } from '#jobs/story/storyboard/edit-storyboard.ts';
import {
  isSameBoard,
  type Storyboard,
  storyboardOf,
  storyboardSchema,
} from '#jobs/story/storyboard/storyboard.ts';
import type { TouchedPart } from '#jobs/story/storyboard/touched.ts';
import type { Db, DbTransaction } from './client.server';
import { Prisma } from './generated/client';
import { toJson } from './json-column.server';
import { findVideo } from './videos.server';

/** Steps that can be taken back. */
const MAX_STEPS = 200;

/** A storyboard as it stands, edited or not. */
export interface Draft {
  video: Video;
  /** Where nothing was edited it is what the film is made of. */
  board: Storyboard;
  isEdited: boolean;
  canUndo: boolean;
  canRedo: boolean;
}

/** Reads a video's storyboard; null when there is no such video. */
export async function findDraft(db: Db | DbTransaction, videoId: string): Promise<Draft | null> {
  const video = await findVideo(db, videoId);
  if (!video) return null;
  const [row, steps] = await Promise.all([
    db.video.findUnique({ where: { id: videoId }, select: { draft: true } }),
    db.storyboardEdit.groupBy({ by: ['undone'], where: { videoId, dropped: false }, _count: true }),
  ]);
  const edited = row?.draft ? storyboardSchema.parse(row.draft) : null;
  return {
    video,
    board: edited ?? storyboardOf(video),
    isEdited: edited !== null,
    canUndo: steps.some(({ undone }) => !undone),
    canRedo: steps.some(({ undone }) => undone),
  };
}

/**
 * Reads it for a change: nobody else changes the video until the transaction is over. The weaker lock lets an
 * attempt end what it has begun to write, for which it refers to the video.
 */
export async function lockDraft(tx: DbTransaction, videoId: string): Promise<Draft | null> {
  await tx.$queryRaw`SELECT id FROM video WHERE id = ${videoId}::uuid FOR NO KEY UPDATE`;
  return findDraft(tx, videoId);
}

/**
 * The parts that were touched since a revision, by edits and by steps back and forth; null where that is so long ago
 * that nobody knows.
 */
export async function touchedSince(
  tx: DbTransaction,
  { id: videoId, revision: newest }: Pick<Video, 'id' | 'revision'>,
  revision: number,
): Promise<TouchedPart[] | null> {
  if (newest - revision > MAX_STEPS) return null;
  const rows = await tx.storyboardEdit.findMany({
    where: { videoId, revision: { gt: revision } },
    select: { parts: true },
  });
  return rows.flatMap(({ parts }) => parts);
}

/** Makes a step the newest of a locked draft; those that were taken back cannot be done again. @returns the new revision */
export async function addStep(
  tx: DbTransaction,
  draft: Draft,
  { after, forward, backward }: EditStep,
  parts: readonly TouchedPart[],
): Promise<number> {
  const { id: videoId } = draft.video;
  await tx.storyboardEdit.updateMany({ where: { videoId, undone: true }, data: { dropped: true } });
  const revision = await writeBoard(tx, draft, after);
  await tx.storyboardEdit.create({
    data: { videoId, revision, parts: [...parts], forward: toJson(forward), backward: toJson(backward) },
  });
  const [oldest] = await tx.storyboardEdit.findMany({
    where: { videoId, dropped: false },
    orderBy: { id: 'desc' },
    skip: MAX_STEPS,
    take: 1,
    select: { id: true },
  });
  if (oldest) await tx.storyboardEdit.deleteMany({ where: { videoId, id: { lte: oldest.id } } });
  await tx.storyboardEdit.deleteMany({
    where: { videoId, dropped: true, revision: { lt: revision - MAX_STEPS } },
  });
  return revision;
}

/**
 * Takes the newest step of a locked draft back, or the oldest of those that were taken back forth again.
 * @throws StoryError `no_step` where there is none
 */
export async function moveStep(tx: DbTransaction, draft: Draft, way: 'back' | 'forth'): Promise<number> {
  const { id: videoId } = draft.video;
  const isBack = way === 'back';
  const step = await tx.storyboardEdit.findFirst({
    where: { videoId, undone: !isBack, dropped: false },
    orderBy: { id: isBack ? 'desc' : 'asc' },
  });
  if (!step) {
    throw new StoryError({
      code: 'no_step',
      message: isBack ? 'There is nothing to undo.' : 'There is nothing to redo.',
      hint: isBack
        ? `The last ${MAX_STEPS} edits can be undone.`
        : 'What was undone is gone with the next edit.',
      retryable: false,
    });
  }
  const patches = (isBack ? step.backward : step.forward) as unknown as Patch[];
  const revision = await writeBoard(tx, draft, takeStep(draft.board, patches));
  await tx.storyboardEdit.update({ where: { id: step.id }, data: { undone: isBack, revision } });
  return revision;
}

/** Writes the draft; one that is as the film is is none. */
async function writeBoard(tx: DbTransaction, { video }: Draft, board: Storyboard): Promise<number> {
  const isEdited = !isSameBoard(board, storyboardOf(video));
  const { revision } = await tx.video.update({
    where: { id: video.id },
    data: { draft: isEdited ? toJson(board) : Prisma.DbNull, revision: { increment: 1 } },
    select: { revision: true },
  });
  return revision;
}

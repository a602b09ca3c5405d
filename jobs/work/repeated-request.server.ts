/** Requests that come more than once under one key, as programs send them where an answer was lost. */

import type { DbTransaction } from '#jobs/db/client.server.ts';
import { findByIdempotencyKey } from '#jobs/db/videos.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';

/** What tells a request from another one, and a repetition from both. */
export interface RequestMark {
  /** As it is kept; null where none was sent. */
  key: string | null;
  /** Of all that was asked for. */
  hash: string;
}

/** A key as it is kept: two people may come upon the same one. */
export function keptKey(givenKey: string | null, ownerId: string | null): string | null {
  return givenKey !== null && ownerId !== null ? `${ownerId} ${givenKey}` : givenKey;
}

/**
 * The video that a request under this key made before.
 * @returns null where it is the first one, or has no key
 * @throws StoryError `idempotency_conflict` where the key stands for another request
 */
export async function videoMadeBefore(
  tx: Pick<DbTransaction, 'video'>,
  { key, hash }: RequestMark,
): Promise<string | null> {
  const first = key === null ? null : await findByIdempotencyKey(tx, key);
  if (first === null) return null;
  if (first.requestHash === hash) return first.id;
  throw new StoryError({
    code: 'idempotency_conflict',
    message: 'This Idempotency-Key was already used for a different request.',
    hint: 'Send a new key with a new request, or repeat the first request unchanged.',
    retryable: false,
  });
}

/**
 * Makes a video, unless a request under the same key has. Of two that come side by side the later one finds the
 * earlier one's video; files that it has stored belong to no row, and are swept away.
 * @param make writes the row with the mark in it, in one transaction
 */
export async function makeOnce(
  db: Pick<DbTransaction, 'video'>,
  mark: RequestMark,
  make: () => Promise<string>,
): Promise<{ videoId: string; created: boolean }> {
  const before = await videoMadeBefore(db, mark);
  if (before !== null) return { videoId: before, created: false };
  try {
    return { videoId: await make(), created: true };
  } catch (error) {
    const meanwhile = isTaken(error) ? await videoMadeBefore(db, mark) : null;
    if (meanwhile === null) throw error;
    return { videoId: meanwhile, created: false };
  }
}

/** Whether a row could not be written because another one has the same unique value. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}

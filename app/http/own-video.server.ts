/** Whose videos a request may see and touch. */
import type { AppLoadContext } from '@remix-run/node';
import { isOwner, ownedAmong } from '#jobs/accounts/ownership.server.ts';
import { videoNotFound } from '#jobs/work/commands.server.ts';
import { readVideoId } from './video-id';

/**
 * The id of a video that the visitor may see: another person's is as unknown as one that nobody has.
 * @throws ApiFault 400 as `readVideoId`; StoryError `video_not_found`
 */
export async function ownVideoId(context: AppLoadContext, value: unknown): Promise<string> {
  const id = readVideoId(value);
  if (await owns(context, id)) return id;
  throw videoNotFound();
}

/** Whether the visitor may see a video; without accounts everybody may see all. */
export async function owns({ backend, visitor }: AppLoadContext, id: string): Promise<boolean> {
  return visitor === null || isOwner(backend.db, id, visitor.id);
}

/** Those of the videos that the visitor may see, in their order. */
export async function ownVideoIds(context: AppLoadContext, ids: readonly string[]): Promise<string[]> {
  const { backend, visitor } = context;
  if (visitor === null) return [...ids];
  const own = await ownedAmong(backend.db, ids, visitor.id);
  return ids.filter((id) => own.has(id));
}

/** Films that are ordered, by a form or by a program. */
import { randomUUID } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { holdQuota } from '#jobs/accounts/quota.server.ts';
import { isConfigured } from '#jobs/ports/engine-overview.ts';
import { ownMusicKey } from '#jobs/story/film/music/film-music.ts';
import type { DraftSurroundings, StoryDraft } from '#jobs/story/order/draft.ts';
import { type OrderedVideos, submitVideo } from '#jobs/work/commands.server.ts';
import type { MusicUpload } from './music-upload.server';

/** What a draft is checked against here: what is connected, and what can be spoken. */
export async function draftSurroundings({ engines, readSpeech }: AppLoadContext): Promise<DraftSurroundings> {
  return {
    speech: await readSpeech(),
    pictures: engines?.pictures ?? null,
    motion: engines?.motion ?? null,
    canWrite: isConfigured(engines, 'script'),
  };
}

/** What is ordered, besides its draft. */
interface Order {
  /** See `submitVideo`. */
  key: string | null;
  /** A file of the author's own that came along; null for none. */
  music?: MusicUpload | null;
}

/**
 * Takes an order in. Music is stored first: a row never points at a file that is not there. A file whose row never
 * came is swept away.
 * @throws StoryError `quota_reached`, and as `submitVideo`
 */
export async function orderVideo(
  { backend }: Pick<AppLoadContext, 'backend'>,
  draft: StoryDraft,
  { key, music = null }: Order,
): Promise<OrderedVideos> {
  await holdQuota(backend, backend.ownerId);
  const newId = randomUUID();
  if (music) await backend.storage.put(ownMusicKey(newId, music.music), music.bytes);
  return submitVideo(backend, draft, key, newId);
}

/** What a person may ask of publishing: a film published, tried again, stopped. */
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import {
  addPublication,
  cancelPublication,
  findPublication,
  findPublished,
  type Publication,
  reopenPublication,
} from '#jobs/db/publishing/publications.server.ts';
import { findTarget } from '#jobs/db/publishing/publishing-accounts.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { storyLanguage } from '#jobs/story/language/language.ts';
import type { PublishingWishes, PublishingWords } from '#jobs/story/publishing/publishing-choices.ts';
import { type Backend, videoNotFound } from '#jobs/work/commands.server.ts';
import { videoProvenance } from '#jobs/work/handoff/film-provenance.server.ts';
import { sendPublication } from './publishing-queue';

export interface PublishingOrder {
  videoId: string;
  /** Id of the place. */
  target: string;
  words: PublishingWords;
  wishes: PublishingWishes;
  /** Whether it is published though this very film was published there before. */
  again: boolean;
}

/**
 * Has a film published at a place of the visitor's; the same film that is on its way there already is not sent twice.
 * @returns the publication's id, and whether it is a new one
 * @throws StoryError `video_not_found`, `film_missing`, `publishing_target_not_found`, `publishing_target_lost`,
 *   `publishing_done`
 */
export async function publishFilm(
  backend: Pick<Backend, 'db' | 'boss' | 'storage' | 'plan' | 'ownerId'>,
  { videoId, target, words, wishes, again }: PublishingOrder,
): Promise<{ id: string; isNew: boolean }> {
  const { db, boss, ownerId } = backend;
  const video = await findVideo(db, videoId);
  if (!video) throw videoNotFound();
  const account = await findTarget(db, ownerId, target);
  if (!account) throw targetNotFound();
  if (account.isLost) throw targetLost();
  const { filmHash, filmKey, posterKey, vttKey, srtKey, durationMs } = video;
  if (filmHash === null || filmKey === null) throw filmMissing();
  const { film } = await videoProvenance(backend, video);
  const facts = { language: storyLanguage(video), durationMs, madeWithAi: film.isMadeWithAi };
  const files = { film: filmKey, poster: posterKey, captions: vttKey, subtitles: srtKey };
  return db.$transaction(async (tx) => {
    const before = await findPublished(tx, { videoId, accountId: account.id, filmHash });
    if (before && !again) throw alreadyPublished(before);
    const made = await addPublication(tx, { videoId, account, filmHash, files, words, wishes, facts });
    if (made.isNew) await sendPublication(boss, tx, made.id);
    return made;
  });
}

/**
 * Tries one again that failed or was cancelled, where it stood.
 * @throws StoryError `video_not_found`, `publication_not_found`, `publication_not_failed`
 */
export async function retryPublication(
  { db, boss }: Pick<Backend, 'db' | 'boss'>,
  videoId: string,
  id: string,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await requirePublication(tx, videoId, id);
    if (!(await reopenPublication(tx, id)))
      throw new StoryError({
        code: 'publication_not_failed',
        message: 'There is nothing to be tried again.',
        hint: 'The film is on its way, is there already, or its place was disconnected: publish it anew.',
        retryable: false,
      });
    await sendPublication(boss, tx, id);
  });
}

/** Stops one that is on its way. @throws StoryError `video_not_found`, `publication_not_found`, `publication_over` */
export async function stopPublication(
  { db }: Pick<Backend, 'db'>,
  videoId: string,
  id: string,
): Promise<void> {
  await requirePublication(db, videoId, id);
  if (await cancelPublication(db, id)) return;
  throw new StoryError({
    code: 'publication_over',
    message: 'The film is not on its way any more.',
    hint: 'Look at what became of it.',
    retryable: false,
  });
}

/** @throws StoryError `video_not_found`, `publication_not_found` */
async function requirePublication(db: Db | DbTransaction, videoId: string, id: string): Promise<void> {
  if (!(await findVideo(db, videoId))) throw videoNotFound();
  if (!(await findPublication(db, videoId, id))) throw publicationNotFound();
}

function targetNotFound(): StoryError {
  return new StoryError({
    code: 'publishing_target_not_found',
    message: 'There is no such place to publish at.',
    hint: 'Choose one of those that are connected, or connect one under Publishing.',
    retryable: false,
  });
}

function targetLost(): StoryError {
  return new StoryError({
    code: 'publishing_target_lost',
    message: 'That place does not let StoryShort in any more.',
    hint: 'Connect it again under Publishing, then publish the film.',
    retryable: false,
  });
}

function filmMissing(): StoryError {
  return new StoryError({
    code: 'film_missing',
    message: 'There is no film to be published yet.',
    hint: 'Publish it when the film is ready.',
    retryable: false,
  });
}

function alreadyPublished({ target, address }: Publication): StoryError {
  return new StoryError({
    code: 'publishing_done',
    message: `This very film was published there already${address ? `: ${address}` : ` (${target})`}.`,
    hint: 'If it is to be there twice, ask for it once more.',
    retryable: false,
  });
}

function publicationNotFound(): StoryError {
  return new StoryError({
    code: 'publication_not_found',
    message: 'This video has no such publication.',
    hint: 'List its publications again.',
    retryable: false,
  });
}

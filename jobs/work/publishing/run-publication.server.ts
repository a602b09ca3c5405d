/** One try at a publication, from its job to what its row says afterwards. */
import { open, stat } from 'node:fs/promises';
import { isDatabaseAway } from '#jobs/db/away/database-away.ts';
import { findAccount } from '#jobs/db/publishing/publishing-accounts.server.ts';
import {
  type BegunTry,
  beginTry,
  endTry,
  failTry,
  keepBytes,
  keepStanding,
  pauseTry,
  TryEnded,
} from '#jobs/db/publishing/publishing-tries.server.ts';
import { type LentFiles, type PublishedFilm, PublishingSetback } from '#jobs/ports/publisher.ts';
import { StoryError, toFault } from '#jobs/story/film/fault.ts';
import type { FilmFiles } from '#jobs/story/publishing/publication-record.ts';
import { MOST_SETBACKS, publishingPauseMs } from '#jobs/story/publishing/publishing-pause.ts';
import { lentPath } from './lent-path';
import { type PublishingHouse, publisherOf } from './publishing-house.server';
import { sendPublication } from './publishing-queue';

/** For how long an address is good from which a file can be fetched, ms. */
const LENT_MS = 24 * 3_600_000;

/**
 * Publishes a film, or as much of it as can be just now: what may pass by itself sends the next try.
 * @throws where the database is away, or the site stops: the job is done again
 */
export async function runPublication(
  house: PublishingHouse,
  publicationId: string,
  signal: AbortSignal,
): Promise<void> {
  const { db, log } = house;
  const begun = await beginTry(db, publicationId);
  if (!begun) return;
  let sent = begun.bytesSent;
  let isFurther = false;
  try {
    const account = begun.accountId === null ? null : await findAccount(db, begun.accountId);
    if (!account) throw placeGone();
    const film = await filmOf(house, begun);
    const published = await publisherOf(house, account).publish(film, {
      standing: {
        session: sessionOf(house, begun),
        remoteId: begun.remoteId,
        isBegun: begun.session !== null,
      },
      keep: async ({ session, remoteId }) => {
        const sealed = session === null ? null : house.seal.close(session, begun.id);
        await keepStanding(db, begun, { session: sealed, remoteId });
      },
      sent: async (bytes) => {
        await keepBytes(db, begun, bytes, film.bytes);
        if (bytes > sent) isFurther = true;
        sent = bytes;
      },
      signal,
    });
    await endTry(db, begun, published);
    log.info({ publicationId, kind: account.kind }, 'A film was published.');
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TryEnded) return;
    if (isDatabaseAway(error)) throw error;
    await noteTrouble(house, begun, error, isFurther).catch((thrown: unknown) => {
      if (!(thrown instanceof TryEnded)) throw thrown;
    });
  }
}

/** Writes down what kept a try from its end, with the next one where there is to be one. */
async function noteTrouble(
  { db, boss, log }: PublishingHouse,
  begun: BegunTry,
  error: unknown,
  isFurther: boolean,
): Promise<void> {
  const setbacks = isFurther ? 1 : begun.setbacks + 1;
  const passing = asSetback(error);
  if (passing === null) log.warn({ publicationId: begun.id, err: error }, 'A film could not be published.');
  if (passing === null || setbacks >= MOST_SETBACKS) {
    await failTry(db, begun, passing?.fault ?? toFault(error));
    return;
  }
  const { fault } = passing;
  const restMs = publishingPauseMs(setbacks, passing.restMs, Math.random());
  log.info({ publicationId: begun.id, code: fault.code, restMs }, 'A film is published later.');
  await db.$transaction(async (tx) => {
    await pauseTry(tx, begun, { fault, setbacks, againAt: new Date(Date.now() + restMs) });
    await sendPublication(boss, tx, begun.id, restMs);
  });
}

/** Codes of a storage that is away for the moment. */
const STORAGE_AWAY = new Set(['storage_away', 'disk_full', 'disk_read_only']);

function asSetback(error: unknown): PublishingSetback | null {
  if (error instanceof PublishingSetback) return error;
  return error instanceof StoryError && STORAGE_AWAY.has(error.code) ? new PublishingSetback(error) : null;
}

/** @returns null also for one that was sealed with another secret */
function sessionOf({ seal }: PublishingHouse, { id, session }: BegunTry): string | null {
  return session === null ? null : seal.open(session, id);
}

async function filmOf(house: PublishingHouse, begun: BegunTry): Promise<PublishedFilm> {
  const { storage } = house;
  const { id: publicationId, videoId, files, words, wishes, facts } = begun;
  if (!(await storage.has(files.film))) throw filmGone();
  const path = await storage.localPath(files.film);
  const { size: bytes } = await stat(path);
  return {
    ...{ publicationId, videoId, words, wishes, facts, bytes },
    read: async (from, to) => readPart(await storage.localPath(files.film), from, to),
    poster: async () =>
      files.poster !== null && (await storage.has(files.poster)) ? storage.read(files.poster) : null,
    lend: () => lentFiles(house, publicationId, files),
  };
}

async function readPart(path: string, from: number, to: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
    if (bytesRead !== to - from) throw filmGone();
    return buffer;
  } finally {
    await file.close();
  }
}

function lentFiles(
  { houseSecret, siteUrl }: PublishingHouse,
  publicationId: string,
  files: FilmFiles,
): LentFiles {
  const expiresAt = Date.now() + LENT_MS;
  const address = (file: keyof FilmFiles) =>
    `${siteUrl()}${lentPath(houseSecret, { publicationId, file, expiresAt })}`;
  const ifThere = (file: keyof FilmFiles) => (files[file] === null ? null : address(file));
  return {
    film: address('film'),
    poster: ifThere('poster'),
    captions: ifThere('captions'),
    subtitles: ifThere('subtitles'),
    expiresAt: new Date(expiresAt),
  };
}

function filmGone(): StoryError {
  return new StoryError({
    code: 'publishing_film_gone',
    message: 'The film that was to be published is there no more: it was made anew, or its file is lost.',
    hint: 'Publish the film as it is now.',
    retryable: false,
  });
}

function placeGone(): StoryError {
  return new StoryError({
    code: 'publishing_target_gone',
    message: 'The place where the film was to be published was disconnected.',
    hint: 'Connect it again under Publishing, then publish the film there.',
    retryable: false,
  });
}

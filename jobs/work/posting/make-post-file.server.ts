/** Makes a film's file for a platform: encoded within its limits, signed anew, and kept under a name of its own. */
import { stat } from 'node:fs/promises';
import { isMadeHere } from '#jobs/db/posts/film-posts.server.ts';
import {
  MOST_MAKINGS,
  noteFile,
  noteFileFault,
  noteProgress,
  type PostFileToMake,
  releaseFile,
} from '#jobs/db/posts/post-files.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { concernsDisk } from '#jobs/ports/disk-fault.ts';
import { FILM_UNSIGNED } from '#jobs/ports/film-signer.ts';
import { withScratchFile } from '#jobs/storage/scratch-file.server.ts';
import { type Fault, StoryError, toFault } from '#jobs/story/film/fault.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { type FilmFile, fileFit } from '#jobs/story/post/film-file.ts';
import { filmClaim } from '#jobs/story/provenance/film-claim.ts';
import { videoProvenance } from '#jobs/work/handoff/film-provenance.server.ts';
import type { PostParts } from './post-parts';

/** How often it is told how far a file is, ms. */
const TOLD_MS = 1000;
/** Encoding is so much of the work; then it is signed. */
const ENCODED = 95;

/** Makes it, or writes down what keeps it from being made. */
export async function makePostFile(parts: PostParts, file: PostFileToMake): Promise<void> {
  const { db, signal, log } = parts;
  const { videoId, filmHash, platform } = file;
  const name = { videoId, filmHash, platform };
  if (file.tries > MOST_MAKINGS) return noteFileFault(db, name, NOT_MADE);
  const unwanted = new AbortController();
  try {
    const made = await make(parts, file, AbortSignal.any([signal, unwanted.signal]), () => unwanted.abort());
    await noteFile(db, name, made);
    log.info({ videoId, platform, bytes: made.bytes }, 'A file was made for a platform.');
  } catch (thrown) {
    if (signal.aborted) return releaseFile(db, name);
    if (unwanted.signal.aborted) return;
    log.warn({ err: thrown, videoId, platform }, 'A file for a platform could not be made.');
    await noteFileFault(db, name, told(toFault(thrown)));
  }
}

async function make(
  { db, storage, maker, signer, context }: PostParts,
  { videoId, filmHash, platform }: PostFileToMake,
  signal: AbortSignal,
  giveUp: () => void,
): Promise<{ fileKey: string; bytes: number; unsigned: Fault | null }> {
  const video = await findVideo(db, videoId);
  if (!video?.filmKey || video.filmHash !== filmHash || !(await storage.has(video.filmKey))) throw filmGone();
  const film = await storage.localPath(video.filmKey);
  const facts = await maker.readFilm(film, signal);
  const fit = fileFit(facts, platform);
  if (fit.kind === 'fits') return { fileKey: video.filmKey, bytes: facts.bytes, unsigned: null };
  if (fit.kind === 'impossible')
    throw new StoryError({ code: 'post_impossible', message: fit.message, hint: fit.hint, retryable: false });
  const fileKey = `${videoId}/post-${filmHash}-${platform}.mp4`;
  const onProgress = progressTeller(db, { videoId, filmHash, platform }, facts, giveUp);
  return withScratchFile(storage, 'mp4', async (encoded) => {
    await maker.remake({ film, how: fit.how, outFile: encoded }, onProgress, signal);
    assureFits(await maker.readFilm(encoded, signal), platform);
    return withScratchFile(storage, 'mp4', async (signed) => {
      const unsigned = (await isMadeHere(db, { videoId, filmHash }))
        ? await signer.sign(encoded, signed, await claimOf(video), signal)
        : OTHERS_FILM;
      const finished = unsigned === OTHERS_FILM ? encoded : signed;
      const { size: bytes } = await stat(finished);
      await storage.adopt(fileKey, finished);
      return { fileKey, bytes, unsigned };
    });
  });

  /** The same as of the film itself: encoding it anew changes nothing of where it comes from. */
  async function claimOf(of: Video) {
    return filmClaim(await videoProvenance({ db, storage, plan: async () => context }, of));
  }
}

/** What was made is to be what was promised. @throws StoryError `post_misfit` */
function assureFits(made: FilmFile, platform: PostFileToMake['platform']): void {
  const fit = fileFit(made, platform);
  if (fit.kind === 'fits') return;
  throw new StoryError({
    code: 'post_misfit',
    message: `The file was made, and still does not fit: ${fit.kind === 'remade' ? fit.why.join('; ') : fit.message}.`,
    hint: 'Take the film as it is, which many platforms encode anew by themselves, or shorten it.',
    retryable: false,
  });
}

/** Tells how far it is now and then, and gives up where nobody wants it any more. */
function progressTeller(
  db: PostParts['db'],
  name: Pick<PostFileToMake, 'videoId' | 'filmHash' | 'platform'>,
  { durationMs }: FilmFile,
  giveUp: () => void,
): (doneMs: number) => void {
  let toldAt = 0;
  return (doneMs) => {
    if (Date.now() < toldAt + TOLD_MS) return;
    toldAt = Date.now();
    const percent = Math.min(ENCODED, Math.floor((doneMs / Math.max(1, durationMs)) * ENCODED));
    // Where the database is away, the next word of it tells.
    noteProgress(db, name, percent).then(
      (isWanted) => (isWanted ? undefined : giveUp()),
      () => undefined,
    );
  };
}

/** Of a file that ended every worker that made it. */
const NOT_MADE: Fault = {
  code: 'post_not_made',
  message: 'The file could not be made: every attempt ended before it was done.',
  hint: 'Take the film as it is. The worker’s log has the details.',
  retryable: true,
};

const OTHERS_FILM: Fault = {
  code: FILM_UNSIGNED,
  message:
    'The file does not say of itself where it comes from: its film was made elsewhere, and nobody signs that here.',
  hint: 'Take the film as it is where that matters.',
  retryable: false,
};

function filmGone(): StoryError {
  return new StoryError({
    code: 'film_changed',
    message: 'The video has another film by now, or none.',
    hint: 'Ask again once its film is there.',
    retryable: true,
  });
}

/** What a person is told who waits for a file, not for a film. */
function told(fault: Fault): Fault {
  if (concernsDisk(fault) || !fault.message.startsWith('The film could not be encoded')) return fault;
  return { ...fault, message: fault.message.replace('The film', 'The file') };
}

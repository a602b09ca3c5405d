/** What a person may ask of a film that is to be posted: its texts and files, another cover, a file for a platform. */
import type { FilmName } from '#jobs/db/looks/film-looks.server.ts';
import { choosePoster, type FoundPost, findPost } from '#jobs/db/posts/film-posts.server.ts';
import { askForFile, listFiles, type PostFile } from '#jobs/db/posts/post-files.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { coverKey } from '#jobs/story/post/covers/cover.ts';
import { fileFit } from '#jobs/story/post/film-file.ts';
import type { PlatformName } from '#jobs/story/post/platforms.ts';
import { type Post, postOf } from '#jobs/story/post/post.ts';
import { postedFilm } from '#jobs/story/post/posted-film.ts';
import type { Provenance } from '#jobs/story/provenance/provenance-file.ts';
import { type Backend, videoNotFound } from '#jobs/work/commands.server.ts';
import { videoProvenance } from '#jobs/work/handoff/film-provenance.server.ts';

type PostBackend = Pick<Backend, 'db' | 'storage' | 'plan'>;

/** All that is known of a film that is to be posted. */
export interface ReadyPost {
  post: Post;
  /** A BCP 47 tag. */
  language: string;
  filmKey: string;
  filmHash: string;
  posterKey: string | null;
  /** Null until a worker has looked at the film. */
  found: FoundPost | null;
  /** For platforms, as far as somebody asked for them. */
  files: PostFile[];
}

/** @throws StoryError `video_not_found`, `film_not_ready` */
export async function readPost(backend: PostBackend, videoId: string): Promise<ReadyPost> {
  const video = await findVideo(backend.db, videoId);
  if (!video) throw videoNotFound();
  // A storage that is away keeps nobody from the texts.
  const provenance = await videoProvenance(backend, video).catch(() => null);
  const ready = await postOfVideo(backend, video, provenance);
  if (!ready) throw filmNotReady();
  return ready;
}

/**
 * The same of a video that was read.
 * @param provenance of its film; null where it cannot be told now
 * @returns null where it has no film, or another one is being made
 */
export async function postOfVideo(
  { db }: Pick<Backend, 'db'>,
  video: Video,
  provenance: Provenance | null,
): Promise<ReadyPost | null> {
  const { status, filmKey, filmHash, posterKey } = video;
  if (status !== 'completed' || !filmKey || !filmHash) return null;
  const name = { videoId: video.id, filmHash };
  const [found, files] = await Promise.all([findPost(db, name), listFiles(db, name)]);
  const film = postedFilm(video, provenance);
  return { post: postOf(film), language: film.language, filmKey, filmHash, posterKey, found, files };
}

/**
 * Asks for a film's file for a platform; a worker makes it, once.
 * @throws StoryError `video_not_found`, `film_not_ready`, or `post_impossible` where no file of it fits
 */
export async function preparePostFile(
  { db }: Pick<Backend, 'db'>,
  videoId: string,
  platform: PlatformName,
): Promise<void> {
  const name = await filmOf(db, videoId);
  const film = (await findPost(db, name))?.film;
  const fit = film && fileFit(film, platform);
  if (fit?.kind === 'impossible')
    throw new StoryError({ code: 'post_impossible', message: fit.message, hint: fit.hint, retryable: false });
  await askForFile(db, { ...name, platform });
}

/**
 * Makes a frame the poster of the film.
 * @param atMs of one of the covers that were found
 * @throws StoryError `video_not_found`, `film_not_ready`, `cover_not_found`
 */
export async function chooseCover({ db }: Pick<Backend, 'db'>, videoId: string, atMs: number): Promise<void> {
  const name = await filmOf(db, videoId);
  const cover = (await findPost(db, name))?.covers.find((one) => Math.round(one.atMs) === Math.round(atMs));
  const key = cover && coverKey(videoId, name.filmHash, cover);
  if (!key || !(await choosePoster(db, name, key)))
    throw new StoryError({
      code: 'cover_not_found',
      message: 'This is none of the film’s covers.',
      hint: 'Load the page again: the film may have been made anew, and its covers with it.',
      retryable: false,
    });
}

async function filmOf(db: Backend['db'], videoId: string): Promise<FilmName> {
  const video = await findVideo(db, videoId);
  if (!video) throw videoNotFound();
  if (video.status !== 'completed' || !video.filmKey || !video.filmHash) throw filmNotReady();
  return { videoId, filmHash: video.filmHash };
}

function filmNotReady(): StoryError {
  return new StoryError({
    code: 'film_not_ready',
    message: 'There is no finished film to be posted yet.',
    hint: 'Come back once the film is ready.',
    retryable: true,
  });
}

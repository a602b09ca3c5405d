/** Read-only links to films, which can be withdrawn. */
import { randomBytes } from 'node:crypto';
import { shareFilm, unshareFilm } from '#jobs/db/shared-videos.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { type Backend, videoNotFound } from './commands.server';

/** Nobody guesses it, bytes. */
const TOKEN_BYTES = 16;

/**
 * Gives a film a link that lets others watch it, or tells the one that it has.
 * @returns the link's token
 * @throws StoryError `video_not_found`, or `film_missing` where there is no film yet.
 */
export async function shareVideo({ db }: Pick<Backend, 'db'>, videoId: string): Promise<string> {
  const token = await shareFilm(db, videoId, randomBytes(TOKEN_BYTES).toString('base64url'));
  if (token !== null) return token;
  if (!(await findVideo(db, videoId))) throw videoNotFound();
  throw new StoryError({
    code: 'film_missing',
    message: 'There is no film to be shared yet.',
    hint: 'Share it when the film is ready.',
    retryable: false,
  });
}

/** Withdraws a film's link: it leads nowhere from now on. @throws StoryError `video_not_found` */
export async function withdrawShare({ db }: Pick<Backend, 'db'>, videoId: string): Promise<void> {
  if (!(await findVideo(db, videoId))) throw videoNotFound();
  await unshareFilm(db, videoId);
}

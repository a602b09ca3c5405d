import { retitleVideo } from '#jobs/db/titled-videos.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { checkTitle } from '#jobs/story/order/title-text.ts';
import { type Backend, videoNotFound } from './commands.server';

/**
 * Gives a video another title. Nothing is made again by it: a finished film shows its older title until somebody
 * has the film made anew.
 * @returns the title as it is kept
 * @throws StoryError `video_not_found`, `title_empty` or another `title_…` for what cannot be one
 */
export async function renameVideo(
  { db }: Pick<Backend, 'db'>,
  videoId: string,
  wanted: unknown,
): Promise<string> {
  const title = checkTitle(wanted);
  if (typeof title !== 'string') {
    throw new StoryError({ ...title, hint: `${title.hint}.`, retryable: false });
  }
  if (title === '') {
    throw new StoryError({
      code: 'title_empty',
      message: 'A video cannot be called nothing.',
      hint: 'Type a title, or keep the one it has.',
      retryable: false,
    });
  }
  if (!(await retitleVideo(db, videoId, title))) throw videoNotFound();
  return title;
}

/** Films as a model is told of them, in lines. Pure. */
import type { AnswerOf, SiteAccess } from '#app/mcp/site-access.ts';
import { clockLength } from '#app/shell/length-words.ts';
import { type FilmStatus, isResting } from './follow-film';

export type ListedFilm = AnswerOf<'listVideos'>['videos'][number];

const nameOf = (title: string) => (title === '' ? 'An untitled film' : `“${title}”`);

/** How far a film is, where it is to be had, and what can be done next. */
export function filmWords(film: FilmStatus, site: Pick<SiteAccess, 'addressOf'>): string {
  const { id, title, stage, progress, secondsLeft, durationMs, note, attention, videoUrl } = film;
  const lines = [
    `${nameOf(title)} (${id}): ${stage}`,
    ...(isResting(film)
      ? []
      : [`${progress} %${secondsLeft === null ? '' : `, about ${secondsLeft} s left`}.`]),
    ...(videoUrl === null
      ? []
      : [`Film${durationMs === null ? '' : ` of ${clockLength(durationMs)}`}: ${site.addressOf(videoUrl)}`]),
    `Page: ${site.addressOf(`/video/${id}`)}`,
    ...(note ? [`${note.message} ${note.hint}`] : []),
    ...(attention > 0
      ? [`${attention} scenes lack their own picture or voice: continue_film tries again.`]
      : []),
    ...(film.checks?.state === 'found'
      ? [`${film.checks.found} things were found in the finished film; its page tells them.`]
      : []),
    nextStep(film),
  ];
  return lines.join('\n');
}

function nextStep(film: FilmStatus): string {
  if (film.isHeld) {
    return 'Next: look at it with read_storyboard and plan_film, change it with edit_storyboard; then update_film makes the film.';
  }
  switch (film.status) {
    case 'completed':
      return 'Next: watch it, or change it with edit_storyboard and then update_film.';
    case 'failed':
    case 'cancelled':
      return 'Next: continue_film takes it up where it stood.';
    default:
      return 'Next: it goes on by itself; follow_film tells how far it is.';
  }
}

/** A film of a list, in a line. */
export function listedWords({ id, title, opening, status, progress, durationMs }: ListedFilm): string {
  const name = title === '' ? `Untitled: ${opening}` : title;
  const length = durationMs === null ? '' : `, ${clockLength(durationMs)}`;
  return `- ${name} (${id}): ${status}${status === 'completed' ? length : `, ${progress} %`}`;
}

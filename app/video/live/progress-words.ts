/** How far a video is, in people's words; the seed's stage texts are the API's. Pure. */
import type { Words } from '#app/language/page-words.ts';
import { enumerated } from '#app/video/enumeration.ts';
import type { StatusView } from '#app/video/status-view.ts';
import { displayTitle } from '#app/video/status-words.ts';
import { concernsDisk } from '#jobs/ports/disk-fault.ts';
import { isFinished } from '#jobs/story/film/status.ts';

/** What is being done now. */
export function progressWords(
  { status, error }: Pick<StatusView, 'status' | 'error'>,
  { t, told }: Pick<Words, 't' | 'told'>,
): string {
  // Nothing is being done until there is room.
  if (error && concernsDisk(error) && !isFinished(status)) return told(`${error.message} ${error.hint}`);
  switch (status) {
    case 'pending':
      return error
        ? t('Writing the script… (again, after: {{reason}})', { reason: told(error.message) })
        : t('Writing the script…');
    case 'script_generated':
      return t('Making voices and pictures…');
    case 'assets_missing':
      return error ? told(`${error.message} ${error.hint}`) : t('Looking for what is still to be made…');
    case 'assets_generated':
      return t('Checking everything…');
    case 'rendering':
      return t('Drawing the film…');
    case 'completed':
      return t('Video ready!');
    case 'failed':
      return t('The film could not be made.');
    case 'cancelled':
      return t('Cancelled');
  }
}

/** How much of it is done and how long it will take, as far as that is known; empty where nothing is. */
export function progressDetail(
  { status, secondsLeft, storyboard }: Pick<StatusView, 'status' | 'secondsLeft' | 'storyboard'>,
  words: Pick<Words, 't' | 'number'>,
): string {
  const counted = status === 'script_generated' ? scenesReady(storyboard.scenes, words) : null;
  const known = [counted, timeLeftWords(secondsLeft, words)].filter((part) => part !== null);
  return enumerated(known, words);
}

function scenesReady(scenes: StatusView['storyboard']['scenes'], { t }: Pick<Words, 't'>): string | null {
  if (scenes.length === 0) return null;
  const ready = scenes.filter(({ state }) => state === 'ready' || state === 'attention').length;
  return t('{{ready}} of {{count}} scenes ready', { ready, count: scenes.length });
}

/** The time that is left, as roughly as it is known; null where it is not. */
export function timeLeftWords(
  seconds: number | null,
  { t, number }: Pick<Words, 't' | 'number'>,
): string | null {
  if (seconds === null) return null;
  if (seconds < 8) return t('a few seconds left');
  if (seconds < 58) return t('about {{seconds}} s left', { seconds: Math.ceil(seconds / 5) * 5 });
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return t('about {{minutes}} min left', { minutes: Math.max(1, minutes) });
  const hours = Math.round(minutes / 6) / 10;
  return t('about {{hours}} h left', { hours: number(hours) });
}

/** How far it is: `87%`. */
export function percentDone(progress: number, { number }: Pick<Words, 'number'>): string {
  return number(progress / 100, { style: 'percent' });
}

export type NamedProgress = Pick<StatusView, 'title' | 'status' | 'progress'>;

/** What a tab is called: while the film is being made, how far it is comes first. */
export function tabTitle(
  { title, status, progress }: NamedProgress,
  words: Pick<Words, 't' | 'number'>,
): string {
  const named = `${displayTitle(title, words)} · StoryShort`;
  switch (status) {
    case 'completed':
    case 'failed':
    case 'cancelled':
      return named;
    default:
      return `${percentDone(progress, words)} · ${named}`;
  }
}

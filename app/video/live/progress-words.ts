/** How far a video is, in people's words; the seed's stage texts are the API's. Pure. */
import type { StatusView } from '#app/video/status-view.ts';
import { concernsDisk } from '#jobs/ports/disk-fault.ts';
import { isFinished } from '#jobs/story/film/status.ts';

/** What is being done now. */
export function progressWords({ status, error }: Pick<StatusView, 'status' | 'error'>): string {
  // Nothing is being done until there is room.
  if (error && concernsDisk(error) && !isFinished(status)) return `${error.message} ${error.hint}`;
  switch (status) {
    case 'pending':
      return error ? `Writing the script… (again, after: ${error.message})` : 'Writing the script…';
    case 'script_generated':
      return 'Making voices and pictures…';
    case 'assets_missing':
      return error ? `${error.message} ${error.hint}` : 'Looking for what is still to be made…';
    case 'assets_generated':
      return 'Checking everything…';
    case 'rendering':
      return 'Drawing the film…';
    case 'completed':
      return 'Video ready!';
    case 'failed':
      return 'The film could not be made.';
    case 'cancelled':
      return 'Cancelled';
  }
}

/** How much of it is done and how long it will take, as far as that is known; empty where nothing is. */
export function progressDetail({
  status,
  secondsLeft,
  storyboard,
}: Pick<StatusView, 'status' | 'secondsLeft' | 'storyboard'>): string {
  const counted = status === 'script_generated' ? scenesReady(storyboard.scenes) : null;
  return [counted, timeLeftWords(secondsLeft)].filter((words) => words !== null).join(', ');
}

function scenesReady(scenes: StatusView['storyboard']['scenes']): string | null {
  if (scenes.length === 0) return null;
  const ready = scenes.filter(({ state }) => state === 'ready' || state === 'attention').length;
  return `${ready} of ${scenes.length} ${scenes.length === 1 ? 'scene' : 'scenes'} ready`;
}

/** The time that is left, as roughly as it is known; null where it is not. */
export function timeLeftWords(seconds: number | null): string | null {
  if (seconds === null) return null;
  if (seconds < 8) return 'a few seconds left';
  if (seconds < 58) return `about ${Math.ceil(seconds / 5) * 5} s left`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `about ${Math.max(1, minutes)} min left`;
  const hours = Math.round(minutes / 6) / 10;
  return `about ${hours} h left`;
}

/** What a tab is called: while the film is being made, how far it is comes first. */
export function tabTitle(
  title: string,
  { status, progress }: Pick<StatusView, 'status' | 'progress'>,
): string {
  const named = `${title} · StoryShort`;
  switch (status) {
    case 'completed':
    case 'failed':
    case 'cancelled':
      return named;
    default:
      return `${progress}% · ${named}`;
  }
}

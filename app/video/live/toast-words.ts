/** What is said of a video's transition: short, in people's words. Pure. */
import type { Words } from '#app/language/page-words.ts';
import type { TransitionView } from '#app/video/status-view.ts';

export interface ToastWords {
  tone: 'success' | 'error' | 'warning' | 'info';
  title: string;
  /** What more there is to say. */
  detail: string | null;
}

/** The one that the history tells of a film without any flaw. */
const PLAIN_END = 'The film is ready.';

/** @param hint what to do about a failure, where that is known */
export function toastWords(
  { to, message }: TransitionView,
  hint: string | null,
  { t, told }: Pick<Words, 't' | 'told'>,
): ToastWords {
  switch (to) {
    case 'completed':
      return {
        tone: 'success',
        title: t('Video ready!'),
        detail: message === PLAIN_END ? null : told(message),
      };
    case 'failed':
      return { tone: 'error', title: told(message), detail: hint && told(hint) };
    case 'assets_missing':
      return { tone: 'warning', title: told(message), detail: null };
    default:
      return { tone: 'info', title: told(message), detail: null };
  }
}

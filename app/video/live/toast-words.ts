/** What is said of a video's transition: short, in people's words. Pure. */
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
export function toastWords({ to, message }: TransitionView, hint: string | null): ToastWords {
  switch (to) {
    case 'completed':
      return { tone: 'success', title: 'Video ready!', detail: message === PLAIN_END ? null : message };
    case 'failed':
      return { tone: 'error', title: message, detail: hint };
    case 'assets_missing':
      return { tone: 'warning', title: message, detail: null };
    default:
      return { tone: 'info', title: message, detail: null };
  }
}

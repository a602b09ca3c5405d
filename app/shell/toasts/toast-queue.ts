/** Toasts on their way to whoever shows them, who is loaded after the page: none is lost meanwhile. */

export interface Toast {
  tone: 'plain' | 'success' | 'error' | 'warning' | 'info';
  title: string;
  /** What more there is to say; null for nothing. */
  detail?: string | null;
  /** One of the same id takes the place of the other. */
  id?: string;
  /** How long it stays, ms; a few seconds where it is absent. */
  durationMs?: number;
  action?: { label: string; perform: () => void };
}

type Show = (toast: Toast) => void;

const waiting: Toast[] = [];
let shown: Show | null = null;

/** Raises a toast, at once or as soon as somebody shows them. */
export function raiseToast(toast: Toast): void {
  if (shown) shown(toast);
  else waiting.push(toast);
}

/** Shows what waits and what comes from now on. @returns what ends that. */
export function showToasts(show: Show): () => void {
  shown = show;
  for (const toast of waiting.splice(0)) show(toast);
  return () => {
    if (shown === show) shown = null;
  };
}

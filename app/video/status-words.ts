/** Short words for a status, for badges and for screen readers. Pure. */

import type { Words } from '#app/language/page-words.ts';
import { phrase } from '#app/language/phrase.ts';
import type { VideoStatus } from '#jobs/story/film/status.ts';

const LABELS: Record<VideoStatus, string> = {
  pending: phrase('Writing'),
  script_generated: phrase('In the making'),
  assets_missing: phrase('In the making'),
  assets_generated: phrase('In the making'),
  rendering: phrase('Drawing'),
  completed: phrase('Ready'),
  failed: phrase('Failed'),
  cancelled: phrase('Cancelled'),
};

/** One or two words for a badge. */
export function statusLabel(status: VideoStatus): string {
  return LABELS[status];
}

/** The stations of a film, in order, as the page's trail shows them. */
export const STATIONS = [
  phrase('Script'),
  phrase('Voices and pictures'),
  phrase('Drawing'),
  phrase('Film'),
] as const;

/** Index in `STATIONS` of the station that is being worked on; 4 when all are done, null when work has stopped. */
export function stationOf(status: VideoStatus): number | null {
  switch (status) {
    case 'pending':
      return 0;
    case 'script_generated':
    case 'assets_missing':
      return 1;
    case 'assets_generated':
    case 'rendering':
      return 2;
    case 'completed':
      return STATIONS.length;
    case 'failed':
    case 'cancelled':
      return null;
  }
}

/** How a video without a title is called. */
export function displayTitle(title: string, { t }: Pick<Words, 't'>): string {
  return title === '' ? t('Untitled story') : title;
}

/** The language of `displayTitle`: the story's, or that of the page where there is no title yet. */
export function titleLanguage(view: {
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
}): { lang: string; dir: 'ltr' | 'rtl' } | Record<string, never> {
  return view.title === '' ? {} : { lang: view.language, dir: view.direction };
}

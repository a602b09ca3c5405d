/** Short words for a status, for badges and for screen readers. Pure. */
import type { VideoStatus } from '#jobs/story/film/status.ts';

const LABELS: Record<VideoStatus, string> = {
  pending: 'Writing',
  script_generated: 'In the making',
  assets_missing: 'In the making',
  assets_generated: 'In the making',
  rendering: 'Drawing',
  completed: 'Ready',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

/** One or two words for a badge. */
export function statusLabel(status: VideoStatus): string {
  return LABELS[status];
}

/** The stations of a film, in order, as the page's trail shows them. */
export const STATIONS = ['Script', 'Voices and pictures', 'Drawing', 'Film'] as const;

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
export function displayTitle(title: string): string {
  return title === '' ? 'Untitled story' : title;
}

/** The language of `displayTitle`: the story's, or that of the page where there is no title yet. */
export function titleLanguage(view: {
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
}): { lang: string; dir: 'ltr' | 'rtl' } | Record<string, never> {
  return view.title === '' ? {} : { lang: view.language, dir: view.direction };
}

/** A film's scenes as chapters. Pure. */
import { cutTo, lengthAs } from './counted-length';

export interface Chapter {
  /** ms of the film */
  atMs: number;
  title: string;
}

/** As YouTube has it: so many at least, each so long, the first at the film's beginning. */
const LEAST_CHAPTERS = 3;
const LEAST_MS = 10_000;
const TITLE_LETTERS = 48;
/** A clause shorter than this says too little by itself, letters; ideographs say twice as much. */
const LEAST_CLAUSE = 12;

/**
 * Scenes put together until each is long enough; none where that gives fewer than three.
 * @param durationMs of the film
 */
export function chaptersOf(
  scenes: readonly { narration: string; startMs: number }[],
  durationMs: number,
): Chapter[] {
  const chapters: Chapter[] = [];
  for (const { narration, startMs } of scenes) {
    const last = chapters.at(-1);
    if (last && startMs - last.atMs < LEAST_MS) continue;
    // Times are told in whole seconds.
    const atMs = last ? Math.round(startMs / 1000) * 1000 : 0;
    if (last && atMs - last.atMs < LEAST_MS) continue;
    chapters.push({ atMs, title: chapterTitle(narration) });
  }
  const last = chapters.at(-1);
  if (last && durationMs - last.atMs < LEAST_MS) chapters.pop();
  const isTold = chapters.length >= LEAST_CHAPTERS && chapters.every(({ title }) => title !== '');
  return isTold ? chapters : [];
}

/** The words that a scene opens with, to the end of their clause where that says enough. */
function chapterTitle(narration: string): string {
  const words = narration
    .replace(/\s+/gu, ' ')
    .replace(/["“”„«»「」]/gu, '')
    .trim();
  const clause = /^.*?[\p{L}\p{N}\p{M}](?=[,;:.!?…،。！？、，–—]|$)/u.exec(words)?.[0] ?? words;
  const saysEnough = clause === words || lengthAs('weighted', clause) >= LEAST_CLAUSE;
  return cutTo(saysEnough ? clause : words, TITLE_LETTERS, 'weighted').replace(/[.。]$/u, '');
}

/** One chapter in each line, such as `0:00 The pond`. */
export function chapterLines(chapters: readonly Chapter[]): string {
  return chapters.map(({ atMs, title }) => `${clockTime(atMs)} ${title}`).join('\n');
}

function clockTime(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** A film followed while it is made. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ToolCall } from '#app/mcp/mcp-tool.ts';
import type { AnswerOf } from '#app/mcp/site-access.ts';
import { isFinished } from '#jobs/story/film/status.ts';

export type FilmStatus = AnswerOf<'readVideo'>;

/** How often is asked, ms. */
const ASK_EVERY_MS = 500;
/** What is told rises, as the protocol wants it, also where a film goes back for something that was lost. */
const LEAST_RISE = 0.01;

/** Whether nothing happens any more until somebody does something. */
export function isResting({ status, isHeld }: Pick<FilmStatus, 'status' | 'isHeld'>): boolean {
  return isFinished(status) || isHeld;
}

/**
 * Tells each change until the film rests, or the time is up. Whoever stops following stops nothing.
 * @param seconds at most; 0 asks once
 * @throws AccessFault, or what the signal was aborted with
 */
export async function followFilm(
  { ask, tell, signal }: Pick<ToolCall, 'ask' | 'tell' | 'signal'>,
  videoId: unknown,
  seconds: number,
): Promise<FilmStatus> {
  const until = Date.now() + seconds * 1000;
  let told = -1;
  let seen = '';
  for (;;) {
    const film = await ask('readVideo', { params: { id: videoId } });
    // The answer tells the end: what is told right before it, clients have no ear for any more.
    if (isResting(film) || Date.now() >= until) return film;
    const now = `${film.progress} ${film.stage}`;
    if (now !== seen) {
      told = Math.max(film.progress, told + LEAST_RISE);
      await tell({ progress: told, total: 100, message: film.stage });
      seen = now;
    }
    await delay(Math.min(ASK_EVERY_MS, Math.max(1, until - Date.now())), undefined, { signal });
  }
}

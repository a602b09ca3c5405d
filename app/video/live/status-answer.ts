import type { StatusView } from '#app/video/status-view.ts';

/** What came of asking for a video's status. */
export type StatusAnswer =
  | { kind: 'status'; status: StatusView }
  /** The video was deleted. */
  | { kind: 'gone' }
  /** The server could not be reached, or could not answer. */
  | { kind: 'unreachable' };

/** Asks, and turns every failure into an answer. */
export async function readStatusAnswer(
  ask: () => Promise<StatusView | { error: { code: string } }>,
): Promise<StatusAnswer> {
  try {
    const answer = await ask();
    if ('storyboard' in answer) return { kind: 'status', status: answer };
    return answer.error?.code === 'video_not_found' ? { kind: 'gone' } : { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}

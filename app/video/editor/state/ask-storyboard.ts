/** The editor's questions to the server. Failures are answers. */

import { phrase } from '#app/language/phrase.ts';
import type { StoryboardView } from '#app/video/editor/storyboard-view.ts';
import type { Edit } from '#jobs/story/storyboard/edit.ts';

export type Ask =
  | { kind: 'edit'; edit: Edit }
  | { kind: 'undo' }
  | { kind: 'redo' }
  | { kind: 'discard' }
  | { kind: 'revert'; scene: string }
  | { kind: 'restore'; version: number };

export interface Refusal {
  code: string;
  message: string;
  hint: string;
}

export type StoryboardAnswer =
  | { kind: 'saved'; storyboard: StoryboardView }
  /** Somebody else has changed the same part. */
  | { kind: 'conflict'; storyboard: StoryboardView }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'unreachable' };

/** Asks for a change that was made on a revision. */
export async function askStoryboard(videoId: string, ask: Ask, revision: number): Promise<StoryboardAnswer> {
  return answerOf(
    fetch(`/api/storyboard?id=${videoId}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...ask, revision }),
      // What was typed last is sent though the page goes.
      keepalive: true,
    }),
  );
}

/** Asks how the storyboard stands. */
export async function readStoryboardAgain(videoId: string): Promise<StoryboardAnswer> {
  return answerOf(fetch(`/api/storyboard?id=${videoId}`));
}

/** Asks that the film be made of it. @returns null when that is under way */
export async function askUpdate(videoId: string): Promise<Refusal | null> {
  const answer = await fetch(`/api/update-film?id=${videoId}`, { method: 'POST' }).catch(() => null);
  if (answer?.ok) return null;
  const told = (await answer?.json().catch(() => null)) as { error?: Refusal } | null | undefined;
  return told?.error ?? UNREACHABLE;
}

const UNREACHABLE: Refusal = {
  code: 'unreachable',
  message: phrase('The server did not answer.'),
  hint: phrase('Nothing is lost: try again in a moment.'),
};

async function answerOf(asked: Promise<Response>): Promise<StoryboardAnswer> {
  try {
    const answer = await asked;
    const body = (await answer.json()) as StoryboardView | { error: Refusal; storyboard?: StoryboardView };
    if ('scenes' in body) return { kind: 'saved', storyboard: body };
    if (body.storyboard) return { kind: 'conflict', storyboard: body.storyboard };
    // Whatever passes by itself is asked again: no edit is lost.
    return answer.status >= 500 || answer.status === 429
      ? { kind: 'unreachable' }
      : { kind: 'refused', refusal: body.error };
  } catch {
    return { kind: 'unreachable' };
  }
}

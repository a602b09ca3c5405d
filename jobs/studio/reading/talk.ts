/** Whether those in a scene can be seen talking. */

import type { Action, CastMember } from '#jobs/story/film/scene-reading.ts';
import { isPerson } from './lexicon/kinds';

const LISTENING: ReadonlySet<Action> = new Set(['stand', 'walk', 'sit', 'wave', 'read']);

/** Whether one person stands before another who can listen. */
export function canTalk(cast: readonly CastMember[]): boolean {
  const [speaker, listener] = cast;
  if (!speaker || !listener || speaker.action === 'sleep' || speaker.action === 'sail') return false;
  return (
    speaker.count === 1 &&
    listener.count === 1 &&
    isPerson(listener.subject) &&
    LISTENING.has(listener.action) &&
    // A closed helmet has nothing of its own to show from behind.
    listener.role !== 'knight'
  );
}

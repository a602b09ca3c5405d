/** Whoever an over-the-shoulder shot looks past: large, near, and seen from behind. */

import { SUBJECTS } from '#jobs/studio/reading/lexicon/subjects.ts';
import type { Action, CastMember } from '#jobs/studio/reading/scene-reading.ts';
import { figureOf } from './figures/figure';
import { FLOATING } from './line-up';
import { place } from './path';
import { draw, type Stage } from './stage';

const LISTENING: ReadonlySet<Action> = new Set(['stand', 'walk', 'sit', 'wave', 'read']);

/** The second person of an over-the-shoulder shot, or null where the scene cannot be seen that way. */
export function listenerOf({ reading, style }: Pick<Stage, 'reading' | 'style'>): CastMember | null {
  // Black in the foreground would hide the black behind it.
  if (style.name === 'silhouette') return null;
  const { shot, cast, place: where } = reading;
  if (shot !== 'shoulder' || where === 'sea' || FLOATING.has(where)) return null;
  return canTalk(cast) ? (cast[1] ?? null) : null;
}

/** Whether one person stands before another who can listen. */
export function canTalk(cast: readonly CastMember[]): boolean {
  const [speaker, listener] = cast;
  if (!speaker || !listener || speaker.action === 'sleep' || speaker.action === 'sail') return false;
  return (
    speaker.count === 1 &&
    listener.count === 1 &&
    SUBJECTS[listener.subject]?.form.kind === 'person' &&
    LISTENING.has(listener.action) &&
    // A closed helmet has nothing of its own to show from behind.
    listener.role !== 'knight'
  );
}

/** Draws the listener before all others, cut by the picture's lower edge. */
export function paintListener(stage: Stage, member: CastMember, seed: string): void {
  const { frame, heroSide, reading } = stage;
  const figure = figureOf(
    { ...member, action: 'stand' },
    { mood: reading.mood, seed, unique: 'l_', fromBehind: true },
  );
  const form = SUBJECTS[member.subject]?.form;
  const isChild = form?.kind === 'person' && form.age === 'child';
  const height = frame.height * (isChild ? 0.86 : 1.08);
  const x = frame.width * (0.5 - heroSide * (frame.format === '16:9' ? 0.27 : 0.38));
  const top = frame.height * ((isChild ? 0.42 : 0.33) - (frame.format === '16:9' ? 0.06 : 0));
  const k = height / 1000;
  draw(stage, 'front', place(figure.svg, [x, top + height], { scaleX: k * -heroSide, scaleY: k }));
}

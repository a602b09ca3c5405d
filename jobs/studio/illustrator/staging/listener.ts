/** Whoever an over-the-shoulder shot looks past: large, near, and seen from behind. */

import type { CastMember } from '#jobs/story/film/scene-reading.ts';
import { place } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { figureOf } from '#jobs/studio/illustrator/figures/figure.ts';
import { SUBJECTS } from '#jobs/studio/reading/lexicon/subjects.ts';
import { isBuoyant } from '#jobs/studio/reading/places.ts';
import { canTalk } from '#jobs/studio/reading/talk.ts';

/** The second person of an over-the-shoulder shot, or null where the scene cannot be seen that way. */
export function listenerOf({ reading, style }: Pick<Stage, 'reading' | 'style'>): CastMember | null {
  // Black in the foreground would hide the black behind it.
  if (style.name === 'silhouette') return null;
  const { shot, cast, place: where } = reading;
  if (shot !== 'shoulder' || where === 'sea' || isBuoyant(where)) return null;
  return canTalk(cast) ? (cast[1] ?? null) : null;
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

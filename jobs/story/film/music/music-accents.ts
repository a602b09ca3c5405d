/** Where the music marks what the film does: a hook, the next item of a list, a figure. Pure. */

import { formOf } from '#jobs/story/film/form/scene-form.ts';
import type { SceneContent } from '#jobs/story/film/scene-content.ts';
import { framesToMs, storyTimeline } from '#remotion/contract/timing.ts';

export interface AccentScene extends Pick<SceneContent, 'picture' | 'narration'> {
  /** With the pause after it. */
  durationMs: number;
}

/** Accents closer than that would be a rhythm of their own, ms. */
const LEAST_APART_MS = 4000;
/** An accent that close to the end would be in the last chord's way, ms. */
const BEFORE_END_MS = 5000;

/** Moments of the film, ms, in order. */
export function musicAccents(scenes: readonly AccentScene[]): number[] {
  const { starts, total } = storyTimeline(scenes);
  const accents: number[] = [];
  let item: string | undefined;
  scenes.forEach((scene, at) => {
    const form = formOf(scene);
    const listed = form?.kind === 'list' ? form.items[form.at] : undefined;
    const isMarked =
      (at === 0 && form?.kind === 'words') ||
      form?.kind === 'number' ||
      (listed !== undefined && listed !== item);
    item = listed ?? item;
    const atMs = framesToMs(starts[at] ?? 0);
    const last = accents.at(-1);
    if (!isMarked || (last !== undefined && atMs - last < LEAST_APART_MS)) return;
    if (atMs > framesToMs(total) - BEFORE_END_MS) return;
    accents.push(atMs);
  });
  return accents;
}

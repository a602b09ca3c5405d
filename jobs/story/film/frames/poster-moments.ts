/** Moments of a film that may be its poster. Pure. */
import type { Word } from '#remotion/contract/story-props.ts';
import { framesToMs, storyTimeline, TITLE_FRAMES } from '#remotion/contract/timing.ts';

/** Of a scene, as it is seen in the film. */
export interface PosterScene {
  words: readonly Pick<Word, 'endMs'>[];
  /** With the pause after it. */
  durationMs: number;
  /** A picture, rather than a form of words. */
  isPicture: boolean;
}

/** How many moments are compared at most: finding a frame in a film takes about 0.1 s. */
const MOST = 3;
/** After the last word, when its caption is gone and a form has all of its words, ms. */
const AFTER_WORDS_MS = 80;
/** Before the scene's end, where the last one goes dark, ms. */
const BEFORE_END_MS = 600;

/**
 * One moment for each scene, ms of the film, in order: those of pictures where there is one, none under the title
 * where there is another, evenly chosen where there are many.
 */
export function posterMoments(scenes: readonly PosterScene[]): number[] {
  const { starts } = storyTimeline(scenes);
  const all = scenes.map(({ words, durationMs, isPicture }, at) => {
    const told = Math.max(durationMs / 2, (words.at(-1)?.endMs ?? 0) + AFTER_WORDS_MS);
    const within =
      at === scenes.length - 1 ? Math.max(durationMs / 2, durationMs - BEFORE_END_MS) : durationMs - 50;
    return { atMs: framesToMs(starts[at] ?? 0) + Math.min(told, within), isPicture };
  });
  const clear = all.filter(({ atMs }) => atMs > framesToMs(TITLE_FRAMES));
  const open = clear.length > 0 ? clear : all;
  const pictures = open.filter(({ isPicture }) => isPicture);
  const candidates = (pictures.length > 0 ? pictures : open).map(({ atMs }) => atMs);
  const step = Math.max(1, candidates.length / MOST);
  return Array.from(
    { length: Math.min(MOST, candidates.length) },
    (_, i) => candidates[Math.floor((i + 0.5) * step)] ?? 0,
  );
}

import type { Focus } from '#jobs/story/film/scene-content.ts';

/** A step of the arrow keys, and a large one with Shift, as fractions of the picture. */
const STEP = 0.02;
const LARGE_STEP = 0.1;

const WAYS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where a key moves a focus; null for a key that moves nothing. */
export function movedFocus({ x, y }: Focus, key: string, isLarge: boolean): Focus | null {
  if (key === 'Home') return { x: 0.5, y: 0.5 };
  const way = WAYS[key];
  if (!way) return null;
  const step = isLarge ? LARGE_STEP : STEP;
  return { x: within(x + way[0] * step), y: within(y + way[1] * step) };
}

/** A focus within the picture, as finely as films tell it apart. */
export function within(at: number): number {
  return Math.round(Math.min(1, Math.max(0, at)) * 100) / 100;
}

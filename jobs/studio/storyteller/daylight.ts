/** The light of each scene: as told, and in between as the day goes on. */
import { TIMES, type TimeOfDay } from '#jobs/story/film/scene-reading.ts';

/**
 * Fills the times that no text gives. Between two told times the light moves forward evenly; a story that
 * tells none goes from morning to sunset.
 */
export function fillDaylight(told: readonly (TimeOfDay | null)[]): TimeOfDay[] {
  const known = told.flatMap((time, i) => (time ? [{ i, step: TIMES.indexOf(time) }] : []));
  if (known.length === 0) return told.map((_, i) => unlit(i, told.length));
  return told.map((time, i) => {
    if (time) return time;
    const before = known.filter((one) => one.i < i).at(-1);
    const after = known.find((one) => one.i > i);
    if (before && after) return between(before, after, i);
    if (before) return later(before.step, i - before.i);
    return after ? earlier(after.step, after.i - i) : 'noon';
  });
}

function unlit(i: number, count: number): TimeOfDay {
  const share = count < 2 ? 0.4 : i / (count - 1);
  return share < 0.25 ? 'morning' : share < 0.6 ? 'noon' : share < 0.85 ? 'afternoon' : 'sunset';
}

function between(a: { i: number; step: number }, b: { i: number; step: number }, i: number): TimeOfDay {
  const ahead = (b.step - a.step + TIMES.length) % TIMES.length;
  // From night to night, or backwards a little, is the same time of day and not a whole day.
  const steps = ahead > 4 ? 0 : ahead;
  const step = a.step + Math.floor((steps * (i - a.i)) / (b.i - a.i));
  return TIMES[step % TIMES.length] ?? 'noon';
}

/** After the last told time the light moves on a step every other scene, but never out of the night. */
function later(step: number, scenes: number): TimeOfDay {
  const night = TIMES.length - 1;
  return TIMES[step === night ? night : Math.min(night - 1, step + Math.floor(scenes / 2))] ?? 'noon';
}

const earlier = (step: number, scenes: number): TimeOfDay =>
  TIMES[Math.max(step === 0 ? 0 : 1, step - Math.ceil(scenes / 2))] ?? 'noon';

/**
 * Which parts of a storyboard an edit touches, and whether two edits that were made side by side can both stand.
 */
import isEqual from 'fast-deep-equal';
import type { BoardScene, Storyboard } from './storyboard';

/**
 * Parts by name: `title`, `options.voice`, `<scene>.narration`, `<scene>` for one that came or went. A new order is
 * nobody's part: whoever moves a scene last has moved it.
 */
export type TouchedPart = string;

/** The parts in which two storyboards differ. */
export function touchedParts(before: Storyboard, after: Storyboard): TouchedPart[] {
  const parts: TouchedPart[] = [];
  if (before.title !== after.title) parts.push('title');
  for (const name of differing(before.options, after.options)) parts.push(`options.${name}`);
  const [old, now] = [byId(before), byId(after)];
  for (const [id, scene] of old) {
    const other = now.get(id);
    if (!other) parts.push(id);
    else if (other !== scene) parts.push(...differing(scene, other).map((field) => `${id}.${field}`));
  }
  for (const id of now.keys()) if (!old.has(id)) parts.push(id);
  return parts;
}

/** The parts of one edit that another has touched too: the same part, or a scene that came or went as a whole. */
export function conflicting(mine: readonly TouchedPart[], theirs: readonly TouchedPart[]): TouchedPart[] {
  return mine.filter((part) =>
    theirs.some((other) => part === other || isWithin(part, other) || isWithin(other, part)),
  );
}

const isWithin = (part: TouchedPart, whole: TouchedPart) => part.startsWith(`${whole}.`);

function differing(a: object, b: object): string[] {
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].filter((name) => !isEqual(left[name], right[name]));
}

function byId({ scenes }: Storyboard): Map<string, BoardScene> {
  return new Map(scenes.map((scene) => [scene.id, scene]));
}

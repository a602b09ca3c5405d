import { LOOK } from '#remotion/contract/look.ts';
import type { Painter } from './painter';

/** What a painter's segments are named after: the film's look, and who draws it. */
export function rendererVersion(painter: Painter['name']): string {
  return `${LOOK}-${painter}`;
}

import { ENCODING } from '#jobs/render/ffmpeg/encoding.ts';
import { LOOK } from '#remotion/contract/look.ts';
import type { Painter } from './painter';

/** What a painter's segments are named after: the film's look, who draws it, and how it is encoded. */
export function rendererVersion(painter: Painter['name']): string {
  return `${LOOK}-${painter}-${ENCODING.name}`;
}

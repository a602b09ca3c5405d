/** The colours that clothes come in. */
import type { Look } from '#jobs/story/film/scene-reading.ts';
import type { Hex } from '#jobs/studio/illustrator/drawing/colour.ts';

export const CLOTH_HEX: Record<Look['cloth'], Hex> = {
  red: '#cc4a44',
  blue: '#3671ad',
  green: '#43935f',
  yellow: '#e5b23f',
  purple: '#8055a8',
  orange: '#e0803a',
  teal: '#2f8d93',
  pink: '#e07fa0',
};

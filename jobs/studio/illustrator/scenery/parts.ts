/** Small parts that the countryside and its settlements share. */
import { mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import type { Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import type { pine } from '#jobs/studio/illustrator/kit/trees.ts';
import { leafTree } from '#jobs/studio/illustrator/kit/trees.ts';
import type { Plant } from './ground';

export const pathColour = (stage: Stage) =>
  stage.style.name === 'neon'
    ? '#2c1b6b'
    : mix('#e7c58d', stage.palette.sky[1], stage.palette.dark * 0.65 + 0.08);

const asPlant: (tree: typeof leafTree | typeof pine) => Plant = (tree) => (stage, x, y, height, colour) =>
  tree(stage, x, y, height, colour);

export const tree = asPlant(leafTree);

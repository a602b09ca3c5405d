/** Small parts that the countryside and its settlements share. */
import { mix } from '../colour';
import type { pine } from '../kit/trees';
import { leafTree } from '../kit/trees';
import type { Stage } from '../stage';
import type { Plant } from './ground';

export const pathColour = (stage: Stage) =>
  stage.style.name === 'neon'
    ? '#2c1b6b'
    : mix('#e7c58d', stage.palette.sky[1], stage.palette.dark * 0.65 + 0.08);

const asPlant: (tree: typeof leafTree | typeof pine) => Plant = (tree) => (stage, x, y, height, colour) =>
  tree(stage, x, y, height, colour);

export const tree = asPlant(leafTree);

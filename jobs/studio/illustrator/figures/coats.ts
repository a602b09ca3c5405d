/** What four-legged animals wear: the colours, tail and face of those that are drawn in several poses. */
import type { Hex } from '#jobs/studio/illustrator/drawing/colour.ts';

export interface Coat {
  /** A glyph of the head alone. */
  face: string;
  /** Whether the face looks at the viewer or to the left. */
  looks: 'front' | 'left';
  /** Height of the face against that of a fox, which is 1: long ears and antlers need more. */
  headHeight: number;
  coat: Hex;
  belly: Hex;
  tail: 'bushy' | 'tufted' | 'thin' | 'stub' | 'mane';
  /** Colour of the legs where it is not the coat's. */
  legs: Hex | null;
  /** How thick legs and trunk are; a fox is 1. */
  girth: number;
  hooves: boolean;
  /** Middle of each eye as shares of the face's box, with the colour of its lid. */
  eyes: readonly { at: readonly [x: number, y: number]; lid: Hex }[];
  /** Half the width of an eye as a share of the face's width. */
  eye: number;
}

const coat = (
  face: string,
  colours: readonly [coat: Hex, belly: Hex],
  tail: Coat['tail'],
  eyes: readonly (readonly [x: number, y: number, lid: Hex])[],
  more: Partial<Coat> = {},
): Coat => ({
  face,
  looks: 'front',
  headHeight: 1,
  coat: colours[0],
  belly: colours[1],
  tail,
  legs: null,
  girth: 1,
  hooves: false,
  eyes: eyes.map(([x, y, lid]) => ({ at: [x, y], lid })),
  eye: 0.06,
  ...more,
});

const both = (left: number, right: number, y: number, lid: Hex) =>
  [
    [left, y, lid],
    [right, y, lid],
  ] as const;

/** By key of the lexicon of subjects. */
export const COATS: Readonly<Record<string, Coat>> = {
  fox: coat('fox', ['#f0701f', '#fff3e0'], 'bushy', both(0.365, 0.635, 0.58, '#ff6016'), { eye: 0.065 }),
  wolf: coat('wolf', ['#a3a6ac', '#e3e7ec'], 'bushy', both(0.335, 0.66, 0.468, '#b0b0b0'), {
    girth: 1.1,
    eye: 0.065,
  }),
  bear: coat('bear', ['#875a4e', '#a87d6a'], 'stub', both(0.315, 0.685, 0.465, '#875a4e'), {
    girth: 1.45,
    eye: 0.068,
  }),
  'polar bear': coat('polar-bear', ['#eef2f6', '#ffffff'], 'stub', both(0.28, 0.73, 0.335, '#ffffff'), {
    girth: 1.45,
  }),
  panda: coat('panda', ['#f7f5f2', '#ffffff'], 'stub', both(0.315, 0.685, 0.5, '#4f4f4f'), {
    girth: 1.4,
    legs: '#4f4f4f',
    eye: 0.075,
  }),
  lion: coat('lion', ['#f0b132', '#f9d68a'], 'tufted', both(0.365, 0.645, 0.378, '#ffc107'), {
    girth: 1.15,
    headHeight: 1.25,
    eye: 0.05,
  }),
  tiger: coat('tiger-face', ['#f98f1b', '#fff0dc'], 'thin', both(0.31, 0.7, 0.31, '#ff9800'), { girth: 1.1 }),
  dog: coat(
    'dog-face',
    ['#ffd2b0', '#fff0e0'],
    'thin',
    [
      [0.32, 0.515, '#ffe8c8'],
      [0.68, 0.515, '#d07a55'],
    ],
    { headHeight: 0.95 },
  ),
  cat: coat('cat-face', ['#fdbf1c', '#ffe7a6'], 'thin', [
    [0.305, 0.555, '#fdbf1c'],
    [0.71, 0.545, '#fdbf1c'],
  ]),
  mouse: coat('mouse-face', ['#b0b0b0', '#d9d9d9'], 'thin', both(0.32, 0.68, 0.62, '#b0b0b0'), {
    headHeight: 1.1,
  }),
  hare: coat('rabbit-face', ['#dfe3e6', '#ffffff'], 'stub', both(0.335, 0.685, 0.602, '#b0bec5'), {
    headHeight: 1.3,
  }),
  hamster: coat('hamster', ['#f0a35c', '#ffe0c0'], 'stub', both(0.305, 0.69, 0.53, '#f4a55c'), {
    headHeight: 1.1,
  }),
  pig: coat('pig-face', ['#ffcaa8', '#ffdcc4'], 'stub', both(0.275, 0.715, 0.52, '#ffd2b0'), {
    girth: 1.35,
    hooves: true,
  }),
  cow: coat(
    'cow-face',
    ['#e6e2de', '#f6efe8'],
    'tufted',
    [
      [0.38, 0.415, '#bd8b52'],
      [0.665, 0.415, '#e0e0e0'],
    ],
    { girth: 1.3, hooves: true, eye: 0.05 },
  ),
  moose: coat('moose', ['#7a5248', '#94695a'], 'stub', both(0.37, 0.625, 0.5, '#6d4a40'), {
    girth: 1.15,
    headHeight: 1.25,
    hooves: true,
    eye: 0.045,
  }),
  horse: coat('horse-face', ['#ffab5e', '#ffc48a'], 'mane', [[0.415, 0.42, '#ffab5e']], {
    looks: 'left',
    headHeight: 1.3,
    girth: 0.95,
    hooves: true,
    eye: 0.05,
  }),
  otter: coat('otter-face', ['#8a6352', '#d9bfa6'], 'thin', both(0.28, 0.72, 0.415, '#8a6352'), {
    girth: 0.9,
    headHeight: 0.86,
  }),
  unicorn: coat('unicorn', ['#e2e2e4', '#f4f4f6'], 'mane', [[0.375, 0.45, '#e0e0e0']], {
    looks: 'left',
    headHeight: 1.35,
    girth: 0.95,
    hooves: true,
    eye: 0.05,
  }),
};

/** Edits of a film of eight scenes, as people make them: from one word to the whole film in another format. */
import { randomUUID } from 'node:crypto';
import type { Edit } from '#jobs/story/storyboard/edit.ts';
import type { Storyboard } from '#jobs/story/storyboard/storyboard.ts';

export interface EditCase {
  name: string;
  /** Whether the model of seconds was made without a look at it. */
  isPutAside?: boolean;
  /** Whether it asks for something new in each round. */
  isRepeatable?: boolean;
  /** @param round from 0 */
  editsOf(board: Storyboard, round: number): Edit[];
}

/** Eight scenes of about four seconds each. */
export const EDITED_STORY = [
  'A lamp went out in the lighthouse on the cape.',
  'Ilse climbed the stairs with a box of matches.',
  'The wind blew out the first match and the second.',
  'Far below, a fishing boat turned towards the rocks.',
  'Ilse took the red curtain from the kitchen window.',
  'She waved it from the gallery until her arms hurt.',
  'The boat slowed, and then it turned back to sea.',
  'In the morning the skipper brought her a new lamp.',
].join('\n\n');

const idOf = ({ scenes }: Storyboard, at: number): string => {
  const scene = scenes[at];
  if (!scene) throw new Error(`The film has no scene ${at + 1}.`);
  return scene.id;
};
const wordsOf = ({ scenes }: Storyboard, at: number) => scenes[at]?.narration ?? '';

/** How a narration begins, so that it is another one in each round. */
const ROUND_WORDS = ['At dawn', 'By noon', 'Later'];

/** In the order in which they are made. */
export const EDIT_CASES: readonly EditCase[] = [
  {
    name: 'a picture drawn again',
    isRepeatable: true,
    editsOf: (board, round) => [
      { kind: 'draw-again', scene: idOf(board, 4), seed: 7 + 100 * round, remark: null },
    ],
  },
  {
    name: 'one scene’s words',
    isRepeatable: true,
    editsOf: (board, round) => [
      {
        kind: 'set-scene',
        scene: idOf(board, 2),
        change: { narration: `${ROUND_WORDS[round]}: the wind blew out the first match and the second.` },
      },
    ],
  },
  {
    name: 'captions of one scene',
    editsOf: (board) => [
      { kind: 'set-scene', scene: idOf(board, 3), change: { captions: wordsOf(board, 3).toUpperCase() } },
    ],
  },
  {
    name: 'other music',
    editsOf: () => [{ kind: 'set-film', options: { music: 'tense' } }],
  },
  {
    name: 'two pictures and a voice',
    editsOf: (board) => [
      { kind: 'draw-again', scene: idOf(board, 1), seed: 8, remark: null },
      { kind: 'draw-again', scene: idOf(board, 6), seed: 9, remark: null },
      { kind: 'set-scene', scene: idOf(board, 5), change: { narration: `At last ${wordsOf(board, 5)}` } },
    ],
  },
  {
    name: 'a new scene',
    editsOf: (board) => [
      {
        kind: 'add-scene',
        id: randomUUID(),
        after: idOf(board, 3),
        narration: 'And then, for a long while, nothing happened at all.',
        imagePrompt: 'A quiet pond at night, seen from far away.',
        seed: 11,
      },
    ],
  },
  {
    name: 'another caption style',
    editsOf: () => [{ kind: 'set-film', options: { captions: 'karaoke' } }],
  },
  {
    name: 'another voice',
    editsOf: () => [{ kind: 'set-film', options: { speed: 'fast' } }],
  },
  {
    name: 'another title',
    editsOf: () => [{ kind: 'set-film', title: 'The Fox and the Frog' }],
  },
  {
    name: 'another picture style',
    editsOf: ({ options }) => [
      {
        kind: 'set-film',
        options: { style: options.style === 'watercolor' ? 'papercut' : 'watercolor' },
      },
    ],
  },
  {
    name: 'scenes in another order',
    editsOf: (board) => [{ kind: 'move-scene', scene: idOf(board, 6), after: idOf(board, 1) }],
  },
  {
    name: 'another format',
    editsOf: () => [{ kind: 'set-film', options: { format: '1:1' } }],
  },
  {
    name: 'the last scene told otherwise',
    isRepeatable: true,
    editsOf: (board, round) => [
      {
        kind: 'set-scene',
        scene: idOf(board, 8),
        change: {
          narration: `${ROUND_WORDS[round]} the skipper came up with a lamp and a basket of fish.`,
        },
      },
      { kind: 'draw-again', scene: idOf(board, 8), seed: 12 + 100 * round, remark: null },
    ],
  },
  {
    name: 'a scene taken out',
    editsOf: (board) => [{ kind: 'remove-scene', scene: idOf(board, 4) }],
  },
  {
    name: 'an end card',
    editsOf: () => [{ kind: 'set-film', options: { endCard: 'Part two tomorrow' } }],
  },
  {
    name: 'pauses after two scenes',
    editsOf: (board) =>
      [1, 5].map((at) => ({ kind: 'set-scene', scene: idOf(board, at), change: { pauseMs: 700 } })),
  },
  {
    name: 'music off',
    editsOf: () => [{ kind: 'set-film', options: { music: 'none' } }],
  },
  {
    name: 'three pictures drawn again',
    editsOf: (board) =>
      [0, 2, 5].map((at) => ({ kind: 'draw-again', scene: idOf(board, at), seed: 20 + at, remark: null })),
  },
  {
    name: 'a wide film',
    editsOf: () => [{ kind: 'set-film', options: { format: '16:9' } }],
  },
  {
    name: 'two scenes merged',
    editsOf: (board) => [{ kind: 'merge-scenes', scene: idOf(board, 2) }],
  },
  {
    name: 'a scene split',
    editsOf: (board) => [{ kind: 'split-scene', scene: idOf(board, 4), atWord: 5, id: randomUUID() }],
  },
  {
    name: 'a scene shown twice',
    editsOf: (board) => [{ kind: 'duplicate-scene', scene: idOf(board, 1), id: randomUUID() }],
  },
  {
    name: 'music again',
    editsOf: () => [{ kind: 'set-film', options: { music: 'calm' } }],
  },
  {
    name: 'words of two scenes',
    editsOf: (board) =>
      [0, 6].map((at) => ({
        kind: 'set-scene',
        scene: idOf(board, at),
        change: { narration: `${wordsOf(board, at)} Nobody saw it.` },
      })),
  },
  {
    name: 'a picture described otherwise',
    editsOf: (board) => [
      {
        kind: 'set-scene',
        scene: idOf(board, 3),
        change: { imagePrompt: 'A fishing boat close to tall rocks, under a dark sky.' },
      },
    ],
  },
  {
    name: 'no title',
    editsOf: () => [{ kind: 'set-film', options: { titleCard: 'off' } }],
  },
  {
    name: 'words and a picture',
    isPutAside: true,
    isRepeatable: true,
    editsOf: (board, round) => [
      {
        kind: 'set-scene',
        scene: idOf(board, 2),
        change: { narration: `${ROUND_WORDS[round]} the wind blew out every match that she had.` },
      },
      { kind: 'draw-again', scene: idOf(board, 2), seed: 31 + 100 * round, remark: null },
    ],
  },
  {
    name: 'captions of three scenes',
    isPutAside: true,
    editsOf: (board) =>
      [0, 3, 5].map((at) => ({
        kind: 'set-scene',
        scene: idOf(board, at),
        change: { captions: wordsOf(board, at).toLowerCase() },
      })),
  },
  {
    name: 'a scene that is not spoken',
    isPutAside: true,
    editsOf: (board) => [{ kind: 'set-scene', scene: idOf(board, 4), change: { voice: { voice: 'none' } } }],
  },
  {
    name: 'a card of words',
    isPutAside: true,
    editsOf: (board) => [{ kind: 'set-scene', scene: idOf(board, 6), change: { picture: { from: 'none' } } }],
  },
  {
    name: 'a picture of the first scene',
    isPutAside: true,
    isRepeatable: true,
    editsOf: (board, round) => [
      { kind: 'draw-again', scene: idOf(board, 0), seed: 32 + 100 * round, remark: null },
    ],
  },
  {
    name: 'louder music and a title',
    isPutAside: true,
    editsOf: () => [{ kind: 'set-film', title: 'The Red Curtain', options: { musicLevel: 'loud' } }],
  },
];

import { describe, expect, it } from 'vitest';
import { StoryError } from '#jobs/story/film/fault.ts';
import { DRAWN, MAX_SAID_WORDS, type SceneContent } from '#jobs/story/film/scene-content.ts';
import { type Edit, editSchema } from '#jobs/story/storyboard/edit.ts';
import { editStoryboard, replaceStoryboard, takeStep } from '#jobs/story/storyboard/edit-storyboard.ts';
import {
  MAX_BOARD_SCENES,
  type Storyboard,
  sceneById,
  storyboardOf,
} from '#jobs/story/storyboard/storyboard.ts';
import { madeVideo, newId } from '#tests/support/storyboards/made-videos.ts';

const board = storyboardOf(madeVideo(3));
const [first = '', second = '', third = ''] = board.scenes.map(({ id }) => id);
const idsOf = ({ scenes }: Storyboard) => scenes.map(({ id }) => id);
const withScene = (change: Partial<SceneContent>, id = first): Storyboard => ({
  ...board,
  scenes: board.scenes.map((scene) => (scene.id === id ? { ...scene, ...change } : scene)),
});
const boardAfter = (edit: Edit, from = board) => editStoryboard(from, edit).after;
const faultOf = (edit: Edit, from = board) => {
  try {
    editStoryboard(from, edit);
    return null;
  } catch (error) {
    if (!(error instanceof StoryError)) throw error;
    return { code: error.code, message: error.message, hint: error.hint };
  }
};
const split = (atWord: number, scene = first): Edit => ({ kind: 'split-scene', scene, atWord, id: newId(1) });
const merge = (scene = first): Edit => ({ kind: 'merge-scenes', scene });

/** One of each kind, all of which change something. */
const EDITS: Edit[] = [
  { kind: 'set-scene', scene: second, change: { narration: 'Other words.', pauseMs: 400 } },
  { kind: 'add-scene', id: newId(2), after: null, narration: 'New.', imagePrompt: 'A pond.', seed: 4 },
  { kind: 'remove-scene', scene: second },
  { kind: 'duplicate-scene', scene: first, id: newId(3) },
  { kind: 'move-scene', scene: third, after: null },
  split(2),
  merge(),
  { kind: 'draw-again', scene: first, seed: 99, remark: 'The fox has three ears.' },
  { kind: 'set-film', title: 'Another Title', options: { captions: 'karaoke', seconds: null } },
];

describe('each edit', () => {
  it.each(EDITS)('$kind leaves what it was given alone, and goes forth and back', (edit) => {
    const before = structuredClone(board);
    const step = editStoryboard(board, edit);
    expect(board).toEqual(before);
    expect(step.after).not.toEqual(board);
    // As they are stored.
    const [forward, backward] = JSON.parse(JSON.stringify([step.forward, step.backward]));
    expect(takeStep(board, forward)).toEqual(step.after);
    expect(takeStep(step.after, backward)).toEqual(board);
  });

  it.each(EDITS)('$kind passes over the wire as it is', (edit) => {
    expect(editSchema.parse(JSON.parse(JSON.stringify(edit)))).toEqual(edit);
  });

  it('that changes nothing is no step', () => {
    const narration = board.scenes[0]?.narration ?? '';
    for (const edit of [
      { kind: 'set-scene', scene: first, change: { narration } },
      { kind: 'move-scene', scene: first, after: null },
      { kind: 'move-scene', scene: first, after: first },
      { kind: 'set-film', title: board.title },
    ] as const) {
      expect(editStoryboard(board, edit)).toEqual({ after: board, forward: [], backward: [] });
    }
  });

  it.each([
    { kind: 'set-scene', scene: newId(9), change: { pauseMs: 1 } },
    { kind: 'remove-scene', scene: newId(9) },
    { kind: 'duplicate-scene', scene: newId(9), id: newId(8) },
    { kind: 'move-scene', scene: newId(9), after: null },
    { kind: 'move-scene', scene: first, after: newId(9) },
    { kind: 'add-scene', id: newId(8), after: newId(9), narration: 'New.', imagePrompt: '', seed: 1 },
    { kind: 'split-scene', scene: newId(9), atWord: 1, id: newId(8) },
    { kind: 'merge-scenes', scene: newId(9) },
    { kind: 'draw-again', scene: newId(9), seed: 1, remark: null },
  ] satisfies Edit[])('$kind of a scene that is gone says so', (edit) => {
    expect(faultOf(edit)).toMatchObject({ code: 'edit_scene_gone', hint: expect.stringContaining('undo') });
  });
});

describe('scenes', () => {
  it('come, go and change places', () => {
    expect(idsOf(boardAfter(EDITS[1] as Edit))).toEqual([newId(2), first, second, third]);
    expect(idsOf(boardAfter({ kind: 'remove-scene', scene: second }))).toEqual([first, third]);
    expect(idsOf(boardAfter({ kind: 'move-scene', scene: first, after: third }))).toEqual([
      second,
      third,
      first,
    ]);
    expect(idsOf(boardAfter({ kind: 'move-scene', scene: third, after: first }))).toEqual([
      first,
      third,
      second,
    ]);
  });

  it('are added as the script would have them', () => {
    expect(sceneById(boardAfter(EDITS[1] as Edit), newId(2))).toMatchObject({
      ...{ narration: 'New.', imagePrompt: 'A pond.', seed: 4, reading: null },
      ...{
        captions: null,
        sayAs: [],
        pauseMs: 0,
        voice: null,
        recording: null,
        picture: DRAWN,
        remark: null,
      },
    });
  });

  it('are copied with all that was decided of them, behind the original', () => {
    const touched = withScene({ captions: 'Shown', sayAs: [{ word: 'This', as: 'Thiss' }], pauseMs: 700 });
    const copied = boardAfter({ kind: 'duplicate-scene', scene: first, id: newId(3) }, touched);
    expect(idsOf(copied)).toEqual([first, newId(3), second, third]);
    expect(copied.scenes[1]).toEqual({ ...touched.scenes[0], id: newId(3) });
  });

  it('that are sent twice are there once', () => {
    const added = boardAfter(EDITS[1] as Edit);
    expect(boardAfter(EDITS[1] as Edit, added)).toEqual(added);
    const copied = boardAfter({ kind: 'duplicate-scene', scene: first, id: newId(3) });
    expect(boardAfter({ kind: 'duplicate-scene', scene: first, id: newId(3) }, copied)).toEqual(copied);
    const halves = boardAfter(split(2));
    expect(idsOf(halves)).toHaveLength(4);
  });

  it('are not all removed', () => {
    const one = { ...board, scenes: board.scenes.slice(0, 1) };
    expect(faultOf({ kind: 'remove-scene', scene: first }, one)?.code).toBe('edit_impossible');
    expect(faultOf({ kind: 'remove-scene', scene: second }, one)?.code).toBe('edit_scene_gone');
  });

  it('are not endlessly many', () => {
    const scene = board.scenes[0] as Storyboard['scenes'][number];
    const full = {
      ...board,
      scenes: Array.from({ length: MAX_BOARD_SCENES }, (_, at) => ({ ...scene, id: newId(at) })),
    };
    const fault = faultOf({ kind: 'duplicate-scene', scene: newId(0), id: newId(1000) }, full);
    expect(fault).toMatchObject({ code: 'edit_impossible', message: expect.stringContaining('150') });
    expect(faultOf({ ...split(1, newId(0)), id: newId(1000) } as Edit, full)?.code).toBe('edit_impossible');
  });
});

describe('splitting a scene', () => {
  const halvesOf = (from: Storyboard, edit: Edit = split(2)) => {
    const { scenes } = boardAfter(edit, from);
    return [scenes[0], scenes[1]].map((scene) => scene as Storyboard['scenes'][number]);
  };

  it('shares its words out, and keeps both in its picture and voice', () => {
    const from = withScene({ narration: 'One two, three four.', pauseMs: 900, seed: 3 });
    const [left, right] = halvesOf(from);
    expect(left).toMatchObject({ id: first, narration: 'One two,', pauseMs: 0, seed: 3, captions: null });
    expect(right).toMatchObject({
      id: newId(1),
      narration: 'three four.',
      pauseMs: 900,
      seed: 3,
      captions: null,
    });
  });

  it('in Japanese cuts between words without a space', () => {
    const narration = '狐はランタンを見つけました。森が光りました。';
    const [left, right] = halvesOf(withScene({ narration }), split(3));
    expect(`${left?.narration}${right?.narration}`).toBe(narration);
    expect(left?.narration.length).toBeGreaterThan(0);
    expect(left?.narration).not.toMatch(/\s/);
  });

  it('shares captions of its own out evenly', () => {
    const from = withScene({ narration: 'One two three four.', captions: 'ONE TWO THREE FOUR' });
    expect(halvesOf(from).map(({ captions }) => captions)).toEqual(['ONE TWO', 'THREE FOUR']);
    const short = withScene({ narration: 'One two three four.', captions: 'Counting' });
    expect(halvesOf(short, split(1)).map(({ captions }) => captions)).toEqual([null, 'Counting']);
  });

  it('is refused behind its last word, and of a recording', () => {
    const from = withScene({ narration: 'One two.' });
    expect(faultOf(split(2), from)).toMatchObject({
      code: 'edit_impossible',
      hint: expect.stringContaining('2 words'),
    });
    expect(faultOf(split(1), withScene({ narration: 'One.' }))?.hint).toContain('1 word;');
    const recording = { hash: 'a'.repeat(24), kind: 'webm' as const, durationMs: 1000 };
    expect(faultOf(split(1), withScene({ narration: 'One two.', recording }))?.message).toContain('split');
  });

  it('and merging again gives the words back', () => {
    for (const narration of ['One two, three four.', '狐はランタンを見つけました。', 'नमस्ते दुनिया यहाँ']) {
      const from = withScene({ narration });
      const halves = boardAfter(split(1), from);
      expect(boardAfter(merge(), halves).scenes[0]?.narration).toBe(narration);
    }
  });
});

describe('merging scenes', () => {
  it('joins words, keeps the first one’s picture, and the second one’s pause', () => {
    const from = withScene({ pauseMs: 1200, imagePrompt: 'Gone.' }, second);
    const merged = boardAfter(merge(), from);
    expect(idsOf(merged)).toEqual([first, third]);
    expect(merged.scenes[0]).toMatchObject({
      narration: 'This is sentence 0. This is sentence 1.',
      imagePrompt: board.scenes[0]?.imagePrompt,
      captions: null,
      pauseMs: 1200,
    });
  });

  it('in Japanese puts nothing between them', () => {
    const told = { [first]: '狐は見た。', [second]: '森が光った。' };
    const scenes = board.scenes.map((scene) => ({ ...scene, narration: told[scene.id] ?? scene.narration }));
    const merged = boardAfter(merge(), { ...board, scenes });
    expect(merged.scenes[0]?.narration).toBe('狐は見た。森が光った。');
  });

  it('shows the words of a scene without captions beside the captions of the other', () => {
    const merged = boardAfter(merge(), withScene({ captions: 'SHOWN' }, second));
    expect(merged.scenes[0]?.captions).toBe('This is sentence 0. SHOWN');
  });

  it('takes said words of both, as many as a scene holds', () => {
    const said = (name: string, count: number) =>
      Array.from({ length: count }, (_, at) => ({ word: `${name}${at}`, as: 'x' }));
    const from = withScene({ sayAs: said('b', 15) }, second);
    const scenes = from.scenes.map((scene) =>
      scene.id === first ? { ...scene, sayAs: said('a', 15) } : scene,
    );
    expect(boardAfter(merge(), { ...from, scenes }).scenes[0]?.sayAs).toHaveLength(MAX_SAID_WORDS);
  });

  it('is refused of the last one, of recordings, and where it would be too long', () => {
    expect(faultOf(merge(third))?.message).toContain('no scene after');
    const recording = { hash: 'a'.repeat(24), kind: 'webm' as const, durationMs: 1000 };
    expect(faultOf(merge(), withScene({ recording }))?.message).toContain('merged');
    expect(faultOf(merge(), withScene({ recording }, second))?.message).toContain('merged');
    const long = { narration: 'word '.repeat(199).trim() };
    expect(faultOf(merge(), withScene(long))?.message).toContain('1000');
  });
});

describe('drawing again', () => {
  it('takes another seed, the remark, and leaves own pictures and earlier takes', () => {
    const from = withScene({ picture: { from: 'take', hash: 'b'.repeat(24) }, remark: 'Old.' });
    const drawn = boardAfter({ kind: 'draw-again', scene: first, seed: 5, remark: null }, from);
    expect(drawn.scenes[0]).toMatchObject({ seed: 5, remark: null, picture: DRAWN });
  });
});

describe('the film', () => {
  it('gets a title and options', () => {
    const edited = boardAfter({
      kind: 'set-film',
      title: '',
      options: { voice: 'none', musicLevel: 'quiet' },
    });
    expect(edited.title).toBe('');
    expect(edited.options).toMatchObject({ voice: 'none', musicLevel: 'quiet', captions: 'pop' });
  });

  it('is replaced as a whole, and back', () => {
    const other = storyboardOf(madeVideo(2, { title: 'Other' }));
    const step = replaceStoryboard(board, other);
    expect(step.after).toEqual(other);
    expect(takeStep(other, JSON.parse(JSON.stringify(step.backward)))).toEqual(board);
    expect(replaceStoryboard(board, structuredClone(board)).forward).toEqual([]);
  });
});

describe('an edit over the wire', () => {
  it.each([
    { kind: 'set-scene', scene: first, change: { narration: '   ' } },
    { kind: 'set-scene', scene: first, change: { narration: 'x'.repeat(1001) } },
    { kind: 'set-scene', scene: first, change: { pauseMs: 5001 } },
    { kind: 'set-scene', scene: first, change: { pictureKey: 'v/another.jpg' } },
    { kind: 'set-scene', scene: first, change: { picture: { from: 'take', hash: '../../etc/passwd' } } },
    { kind: 'set-scene', scene: 'first', change: {} },
    { kind: 'split-scene', scene: first, atWord: 0, id: newId(1) },
    { kind: 'split-scene', scene: first, atWord: 1.5, id: newId(1) },
    { kind: 'add-scene', id: newId(1), narration: 'No place.', imagePrompt: '', seed: 1 },
    { kind: 'draw-again', scene: first, seed: -1, remark: null },
    { kind: 'burn-scene', scene: first },
  ])('is refused where it is not as it should be: %j', (edit) => {
    expect(editSchema.safeParse(edit).success).toBe(false);
  });
});

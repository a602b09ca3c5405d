import { describe, expect, it } from 'vitest';
import type { Edit } from '#jobs/story/storyboard/edit.ts';
import { editStoryboard } from '#jobs/story/storyboard/edit-storyboard.ts';
import { storyboardOf } from '#jobs/story/storyboard/storyboard.ts';
import { conflicting, touchedParts } from '#jobs/story/storyboard/touched.ts';
import { madeVideo, newId } from '#tests/support/storyboards/made-videos.ts';

const board = storyboardOf(madeVideo(3));
const [first = '', second = ''] = board.scenes.map(({ id }) => id);
const partsOf = (edit: Edit) => touchedParts(board, editStoryboard(board, edit).after).sort();
const words = (scene: string): Edit => ({ kind: 'set-scene', scene, change: { narration: 'Other.' } });

describe('the parts that an edit touches', () => {
  it.each<[Edit, string[]]>([
    [words(first), [`${first}.narration`]],
    [
      { kind: 'set-scene', scene: first, change: { pauseMs: 100, captions: 'A' } },
      [`${first}.captions`, `${first}.pauseMs`],
    ],
    [{ kind: 'draw-again', scene: first, seed: 1, remark: 'Bigger.' }, [`${first}.remark`, `${first}.seed`]],
    [{ kind: 'remove-scene', scene: second }, [second]],
    [{ kind: 'duplicate-scene', scene: first, id: newId(1) }, [newId(1)]],
    [{ kind: 'move-scene', scene: first, after: second }, []],
    [{ kind: 'split-scene', scene: first, atWord: 2, id: newId(1) }, [`${first}.narration`, newId(1)].sort()],
    [{ kind: 'merge-scenes', scene: first }, [`${first}.narration`, second].sort()],
    [
      { kind: 'set-film', title: 'New', options: { captions: 'karaoke', format: '1:1' } },
      ['options.captions', 'options.format', 'title'],
    ],
  ])('%j', (edit, parts) => {
    expect(partsOf(edit)).toEqual(parts);
  });
});

describe('two edits side by side', () => {
  const meet = (mine: Edit, theirs: Edit) => conflicting(partsOf(mine), partsOf(theirs));

  it('both stand where they touch different parts', () => {
    expect(meet(words(first), words(second))).toEqual([]);
    expect(meet(words(first), { kind: 'draw-again', scene: first, seed: 1, remark: null })).toEqual([]);
    expect(meet(words(first), { kind: 'move-scene', scene: first, after: null })).toEqual([]);
    expect(meet({ kind: 'set-film', title: 'A' }, { kind: 'set-film', options: { format: '1:1' } })).toEqual(
      [],
    );
  });

  it('meet in the same part, or where one takes the other’s scene away', () => {
    expect(meet(words(first), words(first))).toEqual([`${first}.narration`]);
    expect(meet(words(second), { kind: 'remove-scene', scene: second })).toEqual([`${second}.narration`]);
    expect(meet({ kind: 'remove-scene', scene: second }, words(second))).toEqual([second]);
    expect(meet({ kind: 'merge-scenes', scene: first }, words(second))).toEqual([second]);
    expect(meet(words(first), { kind: 'split-scene', scene: first, atWord: 1, id: newId(1) })).toHaveLength(
      1,
    );
  });
});

/** What an edit makes of a storyboard. Pure: the storyboard that is given stays as it was. */
import isEqual from 'fast-deep-equal';
import { applyPatches, enablePatches, type Patch, produceWithPatches } from 'immer';
import { captionWords } from '#jobs/story/film/caption-words.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import {
  contentOf,
  DRAWN,
  MAX_NARRATION_CHARACTERS,
  MAX_SAID_WORDS,
  UNTOUCHED,
} from '#jobs/story/film/scene-content.ts';
import { joinWords, wordJoint } from '#remotion/contract/story-words.ts';
import type { Edit } from './edit';
import { changedOptions } from './option-changes';
import { type BoardScene, MAX_BOARD_SCENES, type Storyboard } from './storyboard';

enablePatches();

/** A step of a storyboard's history: what it became, and the ways there and back. */
export interface EditStep {
  after: Storyboard;
  /** Empty where nothing was changed. */
  forward: Patch[];
  backward: Patch[];
}

/**
 * Takes a storyboard one edit further.
 * @throws StoryError `edit_scene_gone` where a scene it speaks of is not there, or `edit_impossible` where what it
 * asks for cannot be; both say what can.
 */
export function editStoryboard(board: Storyboard, edit: Edit): EditStep {
  const [after, forward, backward] = produceWithPatches(board, (draft) => perform(draft, edit));
  return isEqual(board, after)
    ? { after: board, forward: [], backward: [] }
    : { after, forward: [...forward], backward: [...backward] };
}

/** Takes a storyboard to another as a whole, such as that of an older version. */
export function replaceStoryboard(board: Storyboard, other: Storyboard): EditStep {
  if (isEqual(board, other)) return { after: board, forward: [], backward: [] };
  const [after, forward, backward] = produceWithPatches(board, (draft) => {
    Object.assign(draft, other);
  });
  return { after, forward: [...forward], backward: [...backward] };
}

/** Takes one scene back to how it is in another storyboard, where it stands; one that is not there goes. */
export function revertScene(board: Storyboard, other: Storyboard, id: string): EditStep {
  const original = other.scenes.find((scene) => scene.id === id);
  if (!original) return editStoryboard(board, { kind: 'remove-scene', scene: id });
  const [after, forward, backward] = produceWithPatches(board, (draft) => {
    Object.assign(find(draft, id), original);
  });
  return { after, forward: [...forward], backward: [...backward] };
}

/** Goes a step's way from the storyboard at its beginning. */
export function takeStep(board: Storyboard, way: readonly Patch[]): Storyboard {
  return applyPatches(board, way);
}

function perform(board: Storyboard, edit: Edit): void {
  switch (edit.kind) {
    case 'set-scene':
      Object.assign(find(board, edit.scene), edit.change);
      return;
    case 'add-scene': {
      const { id, after, narration, imagePrompt, seed } = edit;
      insert(board, after, { id, narration, imagePrompt, seed, reading: null, ...UNTOUCHED });
      return;
    }
    case 'remove-scene':
      if (board.scenes.length === 1 && board.scenes[0]?.id === edit.scene) {
        throw impossible('A film needs at least one scene.', 'Change this scene’s words instead.');
      }
      board.scenes.splice(placeOf(board, edit.scene), 1);
      return;
    case 'duplicate-scene':
      insert(board, edit.scene, { ...contentOf(find(board, edit.scene)), id: edit.id });
      return;
    case 'move-scene':
      move(board, edit.scene, edit.after);
      return;
    case 'split-scene':
      split(board, edit);
      return;
    case 'merge-scenes':
      merge(board, edit.scene);
      return;
    case 'draw-again': {
      const { seed, remark } = edit;
      Object.assign(find(board, edit.scene), { seed, remark, picture: DRAWN });
      return;
    }
    case 'set-film':
      if (edit.title !== undefined) board.title = edit.title;
      if (edit.options) board.options = changedOptions(board.options, edit.options);
  }
}

function insert(board: Storyboard, after: string | null, scene: BoardScene): void {
  if (board.scenes.some(({ id }) => id === scene.id)) return;
  if (board.scenes.length >= MAX_BOARD_SCENES) {
    throw impossible(`A film has at most ${MAX_BOARD_SCENES} scenes.`, 'Merge or remove scenes first.');
  }
  const at = after === null ? 0 : placeOf(board, after) + 1;
  board.scenes.splice(at, 0, scene);
}

function move(board: Storyboard, id: string, after: string | null): void {
  if (after === id) return;
  const from = placeOf(board, id);
  const [scene] = board.scenes.splice(from, 1);
  if (!scene) return;
  const to = after === null ? 0 : placeOf(board, after) + 1;
  board.scenes.splice(to, 0, scene);
}

function split(board: Storyboard, { scene: id, atWord, id: newId }: Edit & { kind: 'split-scene' }): void {
  const scene = find(board, id);
  refuseRecorded(scene, 'split');
  const words = captionWords(scene.narration);
  if (atWord >= words.length) {
    throw impossible(
      `There is no word ${atWord + 1} in this scene to split it at.`,
      `It has ${words.length} ${words.length === 1 ? 'word' : 'words'}; split it between two of them.`,
    );
  }
  const [first, second] = splitAt(words, atWord);
  // Captions of their own are shared out as evenly as the words are.
  const shown = scene.captions === null ? null : captionWords(scene.captions);
  const [shownFirst = null, shownSecond = null] =
    shown === null ? [] : splitAt(shown, Math.round((shown.length * atWord) / words.length));
  const { pauseMs } = scene;
  insert(board, id, {
    ...contentOf(scene),
    id: newId,
    narration: second,
    captions: shownSecond || null,
  });
  Object.assign(scene, { narration: first, captions: shownFirst || null, pauseMs: 0 });
  find(board, newId).pauseMs = pauseMs;
}

function splitAt(words: readonly string[], at: number): [string, string] {
  return [joinWords(words.slice(0, at)).trim(), joinWords(words.slice(at)).trim()];
}

function merge(board: Storyboard, id: string): void {
  const at = placeOf(board, id);
  const [scene, next] = [find(board, id), board.scenes[at + 1]];
  if (!next) throw impossible('There is no scene after this one to merge it with.', 'Merge the one before.');
  refuseRecorded(scene, 'merge');
  refuseRecorded(next, 'merge');
  const narration = joined(scene.narration, next.narration);
  if (narration.length > MAX_NARRATION_CHARACTERS) {
    throw impossible(
      `Together the scenes have ${narration.length} characters; a scene holds ${MAX_NARRATION_CHARACTERS}.`,
      'Leave them apart, or shorten them first.',
    );
  }
  const hasCaptions = scene.captions !== null || next.captions !== null;
  scene.captions = hasCaptions
    ? joined(scene.captions ?? scene.narration, next.captions ?? next.narration)
    : null;
  scene.narration = narration;
  scene.sayAs = [...scene.sayAs, ...next.sayAs].slice(0, MAX_SAID_WORDS);
  scene.pauseMs = next.pauseMs;
  board.scenes.splice(at + 1, 1);
}

const joined = (left: string, right: string) => `${left}${wordJoint(left, right)}${right}`;

function refuseRecorded({ recording }: BoardScene, what: 'split' | 'merge'): void {
  if (recording === null) return;
  throw impossible(
    `A scene with your own recording cannot be ${what === 'split' ? 'split' : 'merged'}.`,
    'Take the recording away first; undo brings it back.',
  );
}

function placeOf(board: Storyboard, id: string): number {
  const at = board.scenes.findIndex((scene) => scene.id === id);
  if (at < 0) {
    throw new StoryError({
      code: 'edit_scene_gone',
      message: 'The scene is not in the storyboard any more.',
      hint: 'It was removed meanwhile; undo brings it back.',
      retryable: false,
    });
  }
  return at;
}

function find(board: Storyboard, id: string): BoardScene {
  return board.scenes[placeOf(board, id)] as BoardScene;
}

function impossible(message: string, hint: string): StoryError {
  return new StoryError({ code: 'edit_impossible', message, hint, retryable: false });
}

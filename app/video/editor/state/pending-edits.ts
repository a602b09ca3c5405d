/** Edits that the page shows at once and the server has not answered yet. Pure. */

import type { SceneEditView, StoryboardView } from '#app/video/editor/storyboard-view.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import type { Edit } from '#jobs/story/storyboard/edit.ts';
import { editStoryboard } from '#jobs/story/storyboard/edit-storyboard.ts';
import type { BoardScene, Storyboard } from '#jobs/story/storyboard/storyboard.ts';

/** The storyboard as the server has it, with what was done since. What cannot be any more is passed over. */
export function withPending(board: Storyboard, pending: readonly Edit[]): Storyboard {
  return pending.reduce((before, edit) => {
    try {
      return editStoryboard(before, edit).after;
    } catch (error) {
      // The server's answer will say so.
      if (error instanceof StoryError) return before;
      throw error;
    }
  }, board);
}

/** What a scene has that the server has not seen yet. */
const UNSEEN: Omit<SceneEditView, keyof BoardScene | 'position'> = {
  ...{ imageUrl: null, clipUrl: null, audioUrl: null, lengthMs: 0 },
  ...{ voiceState: 'missing', pictureState: 'missing', isEdited: true },
  ...{ fault: null, note: null, takes: [] },
};

/** The scenes of an edited storyboard, with what the server said of each. */
export function scenesOf(board: Storyboard, { scenes }: StoryboardView): SceneEditView[] {
  const known = new Map(scenes.map((scene) => [scene.id, scene]));
  return board.scenes.map((scene, position) => ({
    ...UNSEEN,
    takes: [],
    ...known.get(scene.id),
    ...scene,
    position,
  }));
}

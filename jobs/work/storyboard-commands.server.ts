/** What a person may ask of a storyboard: change it, go back and forth, and have the film made of it. */

import type { DbTransaction } from '#jobs/db/client.server.ts';
import {
  addStep,
  type Draft,
  findDraft,
  lockDraft,
  moveStep,
  touchedSince,
} from '#jobs/db/storyboard.server.ts';
import { releaseVideo, replaceScenes } from '#jobs/db/storyboard-film.server.ts';
import { keepTakes, readTakes } from '#jobs/db/takes.server.ts';
import { listVersions } from '#jobs/db/versions.server.ts';
import { traced } from '#jobs/ports/tracing.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import type { Edit } from '#jobs/story/storyboard/edit.ts';
import {
  type EditStep,
  editStoryboard,
  replaceStoryboard,
  revertScene,
} from '#jobs/story/storyboard/edit-storyboard.ts';
import { type RedoPlan, redoPlan } from '#jobs/story/storyboard/redo-plan.ts';
import { settleVideo } from '#jobs/story/storyboard/settle.ts';
import { type Storyboard, storyboardOf } from '#jobs/story/storyboard/storyboard.ts';
import { conflicting, type TouchedPart, touchedParts } from '#jobs/story/storyboard/touched.ts';
import { type Backend, sendJob, videoNotFound } from './commands.server';
import { priceRedo } from './redo-price.server';

/** What may be asked of a storyboard as a whole. */
export type StoryboardRequest =
  | { kind: 'edit'; edit: Edit }
  | { kind: 'undo' }
  | { kind: 'redo' }
  /** Back to what the film is made of. */
  | { kind: 'discard' }
  /** The same for one scene, where it stands. */
  | { kind: 'revert'; scene: string }
  | { kind: 'restore'; version: number };

/** What two edits of the same part are told. */
export class EditConflict extends StoryError {
  /** Parts that somebody else has changed meanwhile. */
  readonly parts: readonly TouchedPart[];
  /** The storyboard as it stands, without the refused edit. */
  readonly board: Storyboard;
  readonly revision: number;

  constructor(parts: readonly TouchedPart[], { board, video }: Draft) {
    super({
      code: 'edit_conflict',
      message: 'Somebody else has changed the same part meanwhile.',
      hint: 'Look at both, and keep one.',
      retryable: false,
    });
    this.parts = parts;
    this.board = board;
    this.revision = video.revision;
  }
}

/**
 * Changes a video's storyboard, in one transaction: the draft, its revision and the step back.
 * @param revision on which the edit was made; what was changed since in other parts is kept, and null asks nothing
 * @returns the revision now
 * @throws EditConflict where the same part was changed since; StoryError `video_not_found`, `storyboard_missing`
 *   while the script is being written, `edit_scene_gone`, `edit_impossible`, `take_gone`, `no_step`, `version_gone`
 */
export async function changeStoryboard(
  { db }: Pick<Backend, 'db'>,
  videoId: string,
  request: StoryboardRequest,
  revision: number | null = null,
): Promise<{ revision: number }> {
  return db.$transaction(async (tx) => {
    const draft = await draftFor(tx, videoId);
    if (request.kind === 'undo') return { revision: await moveStep(tx, draft, 'back') };
    if (request.kind === 'redo') return { revision: await moveStep(tx, draft, 'forth') };
    const step = await stepOf(tx, draft, request);
    if (step.forward.length === 0) return { revision: draft.video.revision };
    const parts = touchedParts(draft.board, step.after);
    if (revision !== null && revision < draft.video.revision) {
      const theirs = await touchedSince(tx, draft.video, revision);
      const met = theirs === null ? parts : conflicting(parts, theirs);
      if (met.length > 0) throw new EditConflict(met, draft);
    }
    return { revision: await addStep(tx, draft, step, parts) };
  });
}

async function stepOf(
  tx: DbTransaction,
  { board, video }: Draft,
  request: Exclude<StoryboardRequest, { kind: 'undo' | 'redo' }>,
): Promise<EditStep> {
  if (request.kind === 'edit') {
    await refuseLostTake(tx, video.id, request.edit);
    return editStoryboard(board, request.edit);
  }
  if (request.kind === 'discard') return replaceStoryboard(board, storyboardOf(video));
  if (request.kind === 'revert') return revertScene(board, storyboardOf(video), request.scene);
  const versions = await listVersions(tx, video.id);
  const wanted = versions.find(({ number }) => number === request.version);
  if (!wanted) {
    throw new StoryError({
      code: 'version_gone',
      message: `There is no version ${request.version} of this film any more.`,
      hint: 'The last ten are kept; choose one of them.',
      retryable: false,
    });
  }
  return replaceStoryboard(board, wanted.storyboard);
}

/** An earlier picture can be taken back only while it is kept. @throws StoryError `take_gone` */
async function refuseLostTake(tx: DbTransaction, videoId: string, edit: Edit): Promise<void> {
  if (edit.kind !== 'set-scene' || edit.change.picture?.from !== 'take') return;
  const takes = await readTakes(tx, videoId);
  if (takes.find('picture', edit.change.picture.hash)) return;
  throw new StoryError({
    code: 'take_gone',
    message: 'That earlier picture is not kept any more.',
    hint: 'Choose another one, or draw the scene again.',
    retryable: false,
  });
}

/**
 * Has the film made of the storyboard as it stands: what exists of it stays, the rest is made. An attempt that is
 * under way ends, and the next one goes on with what is still wanted. The finished film stays until the new one
 * is there.
 * @throws StoryError `video_not_found`, `storyboard_missing`, `nothing_to_update` where the film is all that, or
 *   `cost_cap_video`, `cost_cap_day` where it is expected to cost more than the operator allows: nothing is begun then
 */
export async function updateFilm(
  { db, boss, plan, money }: Pick<Backend, 'db' | 'boss' | 'plan' | 'money'>,
  videoId: string,
): Promise<void> {
  const context = await plan();
  const update = async (tx: DbTransaction) => {
    const draft = await draftFor(tx, videoId);
    const wanted = settleVideo(draft.video, draft.board, await readTakes(tx, videoId), context);
    const redo = redoPlan(draft.video, wanted, context);
    const { lines, film } = redo;
    if (draft.video.status === 'completed' && !draft.isEdited && !film) {
      throw new StoryError({
        code: 'nothing_to_update',
        message: 'The film is just as its storyboard says.',
        hint: 'Change something first.',
        retryable: false,
      });
    }
    const { refusal } = await priceRedo({ db: tx, money }, { wanted, plan: redo, context });
    if (refusal) throw new StoryError(refusal);
    // What the scenes hold now may be wanted again.
    for (const scene of draft.video.scenes) await keepTakes(tx, videoId, scene);
    await replaceScenes(tx, draft, wanted);
    await releaseVideo(tx, draft.video, toldOf(lines));
    await sendJob(boss, tx, videoId);
  };
  await traced('update', { video_id: videoId }, () => db.$transaction(update));
}

/** What is about to be made, in a sentence for the video's history. */
function toldOf(lines: RedoPlan['lines']): string {
  const count = (what: string, name: string) => {
    const found = lines.filter((line) => line.what === what).length;
    return found === 0 ? [] : [`${found} ${name}${found === 1 ? '' : 's'}`];
  };
  const made = [...count('voice', 'voice'), ...count('picture', 'picture')].join(' and ');
  return made === '' ? 'Putting the film together anew.' : `Updating the film: ${made} to be made.`;
}

async function draftFor(tx: DbTransaction, videoId: string): Promise<Draft> {
  const draft = await lockDraft(tx, videoId);
  if (!draft) throw videoNotFound();
  if (draft.video.scenes.length === 0) throw storyboardMissing();
  return draft;
}

/** Reads a storyboard to be shown. @throws StoryError `video_not_found` */
export async function readDraft({ db }: Pick<Backend, 'db'>, videoId: string): Promise<Draft> {
  const draft = await findDraft(db, videoId);
  if (!draft) throw videoNotFound();
  return draft;
}

function storyboardMissing(): StoryError {
  return new StoryError({
    code: 'storyboard_missing',
    message: 'There is no storyboard yet.',
    hint: 'It is there as soon as the script is written.',
    retryable: false,
  });
}

/** Reads all that may refer to something that was made of a video, and forgets what nothing refers to. */
import type { Patch } from 'immer';
import type { PlanContext } from '#jobs/story/film/plan.ts';
import { takeStep } from '#jobs/story/storyboard/edit-storyboard.ts';
import { keptHashes } from '#jobs/story/storyboard/keepsakes.ts';
import type { Storyboard } from '#jobs/story/storyboard/storyboard.ts';
import type { Attempt } from './attempts/attempt-writes.server';
import type { Db, DbTransaction } from './client.server';
import { mayRemove } from './sessions/removals.server';
import { type Draft, lockDraft } from './storyboard.server';
import { listTakes } from './takes.server';
import { listVersions } from './versions.server';

/** Composed music of other lengths and moods that is kept: it is large, and free to be composed again. */
const KEPT_MUSIC = 2;
/** What forgetting may take, ms: files are removed within. */
const PATIENCE_MS = 60_000;

/**
 * Forgets takes that nothing refers to, once the attempt has finished the film. Nobody changes the video meanwhile.
 * @param removeOthers removes the files of all that is not among these hashes
 */
export async function forgetUnneeded(
  db: Db,
  { videoId, fence }: Attempt,
  context: PlanContext,
  removeOthers: (kept: ReadonlySet<string>) => Promise<void>,
): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const draft = await lockDraft(tx, videoId);
      // Whoever works on it since wants what it finds.
      if (draft?.video.status !== 'completed' || draft.video.fence !== fence) return;
      // The next film makes up for it.
      if (!(await mayRemove(tx))) return;
      const [takes, versions, music] = await Promise.all([
        listTakes(tx, videoId),
        listVersions(tx, videoId),
        tx.providerCall.findMany({
          where: { videoId, kind: 'music' },
          orderBy: { startedAt: 'desc' },
          take: KEPT_MUSIC,
          select: { inputHash: true },
        }),
      ]);
      const boards = [...(await boardsInReach(tx, draft)), ...versions.map(({ storyboard }) => storyboard)];
      const films = versions.map(({ filmHash }) => filmHash);
      const sounds = versions.map(({ audioKey }) => audioKey);
      const beds = music.map(({ inputHash }) => inputHash);
      const kept = keptHashes({ video: draft.video, boards, films, sounds, music: beds }, takes, context);
      await tx.take.deleteMany({ where: { videoId, hash: { notIn: [...kept] } } });
      await removeOthers(kept);
    },
    { timeout: PATIENCE_MS },
  );
}

/** The storyboard as it stands, and each that can be gone back or forth to. */
async function boardsInReach(tx: DbTransaction, { video, board }: Draft): Promise<Storyboard[]> {
  const steps = await tx.storyboardEdit.findMany({
    where: { videoId: video.id, dropped: false },
    orderBy: { id: 'asc' },
  });
  const walk = (ways: unknown[]) => {
    let at = board;
    return ways.map((way) => {
      at = takeStep(at, way as Patch[]);
      return at;
    });
  };
  const done = steps.filter(({ undone }) => !undone).reverse();
  const undone = steps.filter((step) => step.undone);
  return [
    board,
    ...walk(done.map(({ backward }) => backward)),
    ...walk(undone.map(({ forward }) => forward)),
  ];
}

/** Whatever a person does in whatever order while workers stand still, fail and come back: the same promises. */
import fc from 'fast-check';
import { StoryError } from '#jobs/story/film/fault.ts';
import { isFinished } from '#jobs/story/film/status.ts';
import { cancelVideo, requestProcessing } from '#jobs/work/commands.server.ts';
import { deleteVideo, restoreVideos, sweepDeleted } from '#jobs/work/delete-videos.server.ts';
import { sweepFiles } from '#jobs/work/reconcile.server.ts';
import { changeStoryboard, readDraft, updateFilm } from '#jobs/work/storyboard-commands.server.ts';
import { type CountedHouse, openCountedHouse } from '#tests/support/storyboards/counted-house.ts';
import { brokenAlways, brokenAtRest, brokenByStale } from '../checks/broken-promises';
import { readRecords } from '../checks/records';
import { CrashingWorker } from '../house/crashing-worker';
import { newDatabase } from '../house/new-database';
import { countBreak, noFindings, type Trial } from '../trial';

const at = fc.nat({ max: 12 });
const plain = <Name extends string>(...names: Name[]) =>
  fc.constantFrom(...names).map((move) => ({ move, at: 0 }));
const moves = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ move: fc.constant('stand still' as const), at }) },
    { weight: 2, arbitrary: fc.record({ move: fc.constant('fault' as const), at }) },
    { weight: 2, arbitrary: fc.record({ move: fc.constant('edit' as const), at }) },
    {
      weight: 6,
      arbitrary: plain('work', 'update', 'retry', 'open the page', 'cancel', 'delete', 'restore'),
    },
    { weight: 2, arbitrary: plain('undo', 'go on', 'lose the job', 'reconcile') },
  ),
  { minLength: 3, maxLength: 14, size: 'max' },
);
type Move = typeof moves extends fc.Arbitrary<(infer One)[]> ? One : never;

/** Rounds of a worker after which everything must have come to its end. */
const ENOUGH = 20;
/** Longer than a deletion can be taken back, ms. */
const LATER_MS = 60_000;

export const sequences: Trial = {
  name: 'sequences',
  what: 'submit, edit, update, retry, cancel, delete, restore, faults, lost jobs and workers that stand still and come back, in any order (fast-check)',
  rounds: { long: 2000, short: 60 },
  run: async ({ rounds, random, serverUrl, say }) => {
    const findings = noFindings();
    const house = await openCountedHouse(await newDatabase(serverUrl));
    const seed = random.whole(0, 2 ** 31 - 1);
    let done = 0;
    try {
      const property = fc.asyncProperty(moves, async (sequence) => {
        const ended = await carryOut(house, sequence);
        if (ended) findings.ended[ended] += 1;
        countBreak(findings, 'sequences');
        if (++done % 100 === 0) say(`${done} of ${rounds}`);
      });
      const told = await fc.check(property, { numRuns: rounds, seed, endOnFailure: false });
      if (told.failed) {
        const words = (told.counterexample?.[0] ?? [])
          .map(({ move, at: place }) => `${move} ${place}`)
          .join(', ');
        findings.broken.push(
          `after ${words}: ${told.errorInstance instanceof Error ? told.errorInstance.message : ''}`,
        );
      }
    } finally {
      await house.close();
    }
    return findings;
  },
};

/** @returns how the video ended; null where it was deleted. @throws where a promise is broken */
async function carryOut(house: CountedHouse, sequence: Move[]) {
  const videoId = await house.submit(2);
  const worker = new CrashingWorker(house);
  for (const move of sequence) await carryOutMove(house, worker, videoId, move);
  await comeToRest(house, worker, videoId);
  const stalls = sequence.filter(({ move }) => move === 'stand still').length;
  const before = await readRecords(house.db, house.storage.root, videoId);
  // What stood still all the time comes back now, and changes nothing.
  await worker.goOn();
  // What they wrote of a video that was deleted meanwhile is found by the second of a worker's rounds.
  await sweepFiles(house, await sweepFiles(house, new Set()));
  const after = await readRecords(house.db, house.storage.root, videoId);
  const broken = [
    ...brokenAlways(after, Date.now(), stalls),
    ...brokenAtRest(after),
    ...brokenByStale(before, after),
  ];
  if (broken.length > 0) throw new Error(broken.join('; '));
  const status = after.videos[0]?.status;
  await deleteVideo(house.backend, videoId).catch(() => {});
  await sweepDeleted(house, new Date(Date.now() + LATER_MS));
  return status === 'completed' || status === 'failed' || status === 'cancelled' ? status : null;
}

async function carryOutMove(
  house: CountedHouse,
  worker: CrashingWorker,
  videoId: string,
  { move, at: place }: Move,
): Promise<void> {
  const { backend, db } = house;
  if (move === 'work') await worker.work(null);
  else if (move === 'stand still') await worker.work({ kind: 'stands still', at: place });
  else if (move === 'fault') await worker.work({ kind: 'fault', at: place });
  else if (move === 'go on') await worker.goOn();
  else if (move === 'reconcile') await worker.reconcile();
  else if (move === 'lose the job')
    await db.$executeRaw`DELETE FROM pgboss.job WHERE singleton_key = ${videoId}`;
  else if (move === 'restore') await restoreVideos(backend, [videoId]);
  else if (move === 'delete') await unlessRefused(() => deleteVideo(backend, videoId));
  else if (move === 'cancel') await unlessRefused(() => cancelVideo(backend, videoId));
  else if (move === 'retry') await unlessRefused(() => requestProcessing(backend, videoId));
  else if (move === 'open the page') await unlessRefused(() => requestProcessing(backend, videoId, 'page'));
  else if (move === 'update') await unlessRefused(() => updateFilm(backend, videoId));
  else if (move === 'undo') await unlessRefused(() => changeStoryboard(backend, videoId, { kind: 'undo' }));
  else await unlessRefused(() => edit(house, videoId, place));
}

async function edit({ backend }: CountedHouse, videoId: string, place: number): Promise<void> {
  const { board } = await readDraft(backend, videoId);
  const scene = board.scenes[place % Math.max(1, board.scenes.length)];
  if (!scene) return;
  const change = { narration: `It is told otherwise, ${place}.` };
  await changeStoryboard(backend, videoId, {
    kind: 'edit',
    edit: { kind: 'set-scene', scene: scene.id, change },
  });
}

/** What a person asks for may be refused, with a reason. */
async function unlessRefused(ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (!(error instanceof StoryError)) throw error;
  }
}

/** Lets workers come until nothing is left to do. */
async function comeToRest(house: CountedHouse, worker: CrashingWorker, videoId: string): Promise<void> {
  for (let round = 0; round < ENOUGH; round += 1) {
    const hasWorked = await worker.work(null);
    const video = await house.db.video.findUnique({ where: { id: videoId } });
    const isAtRest = !video || video.deletedAt !== null || isFinished(video.status);
    if (isAtRest && !hasWorked) {
      await sweepDeleted(house, new Date(Date.now() + LATER_MS));
      return;
    }
    if (!isAtRest && !hasWorked) await worker.reconcile();
  }
}

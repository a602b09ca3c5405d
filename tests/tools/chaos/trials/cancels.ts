/** A video is cancelled or deleted in each step: no new step after a second, no process after five, no file left. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cancelVideo } from '#jobs/work/commands.server.ts';
import { deleteVideo } from '#jobs/work/delete-videos.server.ts';
import { waitFor } from '#tests/support/wait-for.ts';
import { ChaosHouse } from '../house/chaos-house';
import type { HouseProcess } from '../house/house-process';
import { programsOf } from '../house/programs';
import { STEPS } from '../house/steps';
import { inLanes } from '../lanes';
import { countBreak, noFindings, type Trial } from '../trial';

const LANES = 2;
const WAYS = ['cancel', 'delete'] as const;
const STORY = 'The clock struck nine. Nobody came. A cat sat on the stairs. It rained.';
/** After this long nothing new is begun, ms. */
const NOTHING_NEW_MS = 1000;
/** After this long no program runs for it any more, ms. */
const NO_PROCESS_MS = 5000;

export const cancels: Trial = {
  name: 'cancel',
  what: 'a video is cancelled or deleted in each step: nothing new after 1 s, no process after 5 s, no file left',
  rounds: { long: 2 * STEPS.length * WAYS.length, short: 2 },
  run: ({ rounds, isTimed, random, serverUrl, say }) =>
    inLanes(LANES, rounds, random, async (next, chance) => {
      const findings = noFindings();
      const house = await ChaosHouse.open(serverUrl);
      const worker = await house.startWorker();
      try {
        for (let round = next(); round !== null; round = next()) {
          const step = STEPS[Math.floor(round / WAYS.length) % STEPS.length] ?? 'script';
          const way = WAYS[round % WAYS.length] ?? 'cancel';
          const act = (videoId: string) =>
            way === 'cancel' ? cancelVideo(house, videoId) : deleteVideo(house, videoId);
          const videoId = await actWithin(house, worker, step, {
            story: `${STORY} It was night ${round + 1}.`,
            act,
            pauseMs: () => chance.range(0, 300),
          });
          countBreak(findings, `${way} in ${step}`);
          say(`${way} in ${step}, ${round + 1} of ${rounds}`);
          if (isTimed) findings.broken.push(...(await brokenTimes(worker, `${way} in ${step}`)));
          await waitFor('the end of its programs', () => programsOf(worker.pid, 'ffmpeg').length === 0);
          if (way === 'delete')
            await waitFor('the end of row and files', async () => {
              const rows = await house.db.video.count({ where: { id: videoId } });
              return rows === 0 && !existsSync(join(house.storage.root, videoId));
            });
        }
        await house.judge(findings);
        await worker.stop();
      } finally {
        await house.close();
      }
      return findings;
    }),
};

interface Act {
  story: string;
  act: (videoId: string) => Promise<unknown>;
  /** How long after a step began, ms. */
  pauseMs: () => number;
}

/**
 * Does something to a video while a worker is at that step of it, and returns its id. A film that was ready by then is
 * given up and the next one ordered: it is looked at and has covers found, by programs that nobody cancels.
 */
async function actWithin(
  house: ChaosHouse,
  worker: HouseProcess,
  step: string,
  { story, act, pauseMs }: Act,
): Promise<string> {
  for (;;) {
    const isIn = worker.next((message) => message.step === step);
    const videoId = await house.submit(story);
    await isIn;
    await pause(pauseMs());
    try {
      if (!(await isReady(house, videoId))) {
        await act(videoId);
        return videoId;
      }
    } catch (error) {
      // It may have become ready at that very moment.
      if (!(await isReady(house, videoId))) throw error;
    }
    await deleteVideo(house, videoId);
    await waitFor('the film to be looked at', () => programsOf(worker.pid, 'ffmpeg').length === 0);
  }
}

async function isReady({ db }: ChaosHouse, id: string): Promise<boolean> {
  const { status } = await db.video.findUniqueOrThrow({ where: { id }, select: { status: true } });
  return status === 'completed';
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What goes on when it should not any more. @param what was done just now */
async function brokenTimes(worker: HouseProcess, what: string): Promise<string[]> {
  await pause(NOTHING_NEW_MS);
  const begun: unknown[] = [];
  const stop = worker.listen((message) => begun.push(message.step));
  await pause(NO_PROCESS_MS - NOTHING_NEW_MS);
  stop();
  const left = programsOf(worker.pid, 'ffmpeg').length;
  return [
    ...(begun.length > 0 ? [`${begun} began over a second after a ${what}`] : []),
    ...(left > 0 ? [`${left} encoders run 5 s after a ${what}`] : []),
  ];
}

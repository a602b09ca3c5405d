/** A worker is killed in the midst of each step of a film, and the next one goes on. */
import { requestProcessing } from '#jobs/work/commands.server.ts';
import { brokenFiles } from '../checks/broken-promises';
import { committedKeys, type FileRecord } from '../checks/records';
import { ChaosHouse } from '../house/chaos-house';
import type { HouseProcess } from '../house/house-process';
import { STEPS, type Step } from '../house/steps';
import { inLanes } from '../lanes';
import { countBreak, noFindings, type Trial, type TrialFindings } from '../trial';

const STORY = 'A small bear woke up in the snow. He found a red mitten.';
/** Houses side by side: a killed worker's job is taken up after ten seconds, in which nothing happens. */
const LANES = 6;
/** The longest that a step is let go on before its worker is killed, ms; many are over before. */
const LONGEST_MS = { script: 60, voice: 300, picture: 900, segment: 900, sound: 200, film: 250 } as const;

export const workerKills: Trial = {
  name: 'worker',
  what: 'the worker is killed (SIGKILL) in the midst of each step',
  rounds: { long: 50 * STEPS.length, short: 4 },
  run: ({ rounds, random, serverUrl, say }) => {
    const films = deathsOfFilms(rounds);
    let kills = 0;
    let missed = 0;
    return inLanes(LANES, films.length, random, async (_next, chance) => {
      const findings = noFindings();
      const house = await ChaosHouse.open(serverUrl);
      // Whoever has finished a film goes on with the next one, as workers do.
      let worker: HouseProcess | null = null;
      try {
        for (let steps = films.shift(); steps; steps = films.shift()) {
          worker ??= await house.startWorker();
          // Listened for before the film is ordered: a warm worker is quick.
          let isIn = hears(worker, steps[0]);
          const videoId = await house.submit(`${STORY} It was day ${kills + 1} of ${rounds}.`);
          const before = new Map<string, FileRecord>();
          for (const [at, step] of steps.entries()) {
            if (!worker) {
              worker = await house.startWorker();
              isIn = hears(worker, step);
            }
            const afterMs = chance.range(0, LONGEST_MS[step]);
            if (!(await killIn(house, worker, { videoId, isIn, afterMs }))) {
              // That step was over before: another film dies of it.
              missed += 1;
              if (missed <= rounds) films.push(steps.slice(at));
              break;
            }
            worker = null;
            kills += 1;
            countBreak(findings, step);
            say(`${step}, kill ${kills} of ${rounds}`);
            await holdFiles(house, before, findings);
          }
          worker ??= await house.startWorker();
          await finish(house, videoId);
          await holdFiles(house, before, findings);
        }
        await house.judge(findings);
        await worker?.stop();
      } finally {
        await house.close();
      }
      return findings;
    });
  },
};

/**
 * At which steps the workers of each film die, so many times in all: one in each step, in the film's own order, the last
 * film's in the last of them.
 */
function deathsOfFilms(kills: number): Step[][] {
  const films: Step[][] = [];
  for (let left = kills; left > 0; left -= STEPS.length) films.push(STEPS.slice(-left));
  return films;
}

async function hears(worker: HouseProcess, step: Step | undefined): Promise<true> {
  await worker.next((message) => message.step === step);
  return true;
}

/** Kills a worker once it is in a step. @returns false where the film was over before, and the worker lives */
async function killIn(
  house: ChaosHouse,
  worker: HouseProcess,
  { videoId, isIn, afterMs }: { videoId: string; isIn: Promise<true>; afterMs: number },
): Promise<boolean> {
  const rest = new AbortController();
  const isReached = await Promise.race([
    isIn,
    house.untilRest([videoId], { signal: rest.signal }).then(() => false),
  ]);
  rest.abort();
  if (!isReached) return false;
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  await worker.kill();
  return true;
}

/** Lets a film come to its end: one that failed since three workers in a row died of it is taken up again by a person. */
async function finish(house: ChaosHouse, videoId: string): Promise<void> {
  await house.untilRest([videoId]);
  if ((await house.db.video.findUnique({ where: { id: videoId } }))?.status === 'failed') {
    await requestProcessing(house, videoId);
    await house.untilRest([videoId]);
  }
}

/** What a row pointed at before is still there, and was not made again; what it points at now is held from here on. */
async function holdFiles(
  house: ChaosHouse,
  before: Map<string, FileRecord>,
  findings: TrialFindings,
): Promise<void> {
  const { videos, files } = await house.records();
  findings.broken.push(...brokenFiles(before, files));
  for (const key of committedKeys(videos)) {
    const file = files.get(key);
    if (file) before.set(key, file);
  }
}

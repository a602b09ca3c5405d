/** A worker is killed in the midst of each step of a film, and the next one goes on. */
import { requestProcessing } from '#jobs/work/commands.server.ts';
import { brokenFiles } from '../checks/broken-promises';
import { committedKeys, type FileRecord } from '../checks/records';
import { ChaosHouse } from '../house/chaos-house';
import { STEPS, type Step } from '../house/steps';
import { inLanes } from '../lanes';
import { countBreak, noFindings, type Trial, type TrialFindings } from '../trial';

const STORY = 'A small bear woke up in the snow. He found a red mitten.';
/** Houses side by side: a killed worker's job is taken up after ten seconds, in which nothing happens. */
const LANES = 6;
/** The longest that a step is let go on before its worker is killed, ms; many are over before. */
const LONGEST_MS = { script: 60, voice: 300, picture: 900, segment: 900, sound: 200, film: 250 } as const;
/** The step that is begun with, so that the dear ones come in the short form too. */
const FIRST = STEPS.indexOf('voice');
/** Kills of one video in a row; more than the queue gives a video tries is another trial. */
const KILLS_OF_ONE = 3;

export const workerKills: Trial = {
  name: 'worker',
  what: 'the worker is killed (SIGKILL) in the midst of each step',
  rounds: { long: 50 * STEPS.length, short: 3 },
  run: ({ rounds, random, serverUrl, say }) =>
    inLanes(LANES, rounds, random, async (next, chance) => {
      const findings = noFindings();
      const house = await ChaosHouse.open(serverUrl);
      try {
        for (let round = next(); round !== null; round = next()) {
          const videoId = await house.submit(`${STORY} It was day ${round + 1}.`);
          const before = new Map<string, FileRecord>();
          for (let kill = 0; round !== null && kill < KILLS_OF_ONE; kill += 1) {
            const step: Step = STEPS[(round + FIRST) % STEPS.length] ?? 'script';
            const isKilled = await killIn(house, videoId, step, chance.range(0, LONGEST_MS[step]));
            if (!isKilled) break;
            countBreak(findings, step);
            say(`${step}, kill ${round + 1} of ${rounds}`);
            await holdFiles(house, before, findings);
            if (kill < KILLS_OF_ONE - 1) round = next();
          }
          await finish(house, videoId);
          await holdFiles(house, before, findings);
        }
        await house.judge(findings);
      } finally {
        await house.close();
      }
      return findings;
    }),
};

/** Starts a worker and kills it in that step. @returns false where the film was over before */
async function killIn(house: ChaosHouse, videoId: string, step: Step, afterMs: number): Promise<boolean> {
  const worker = await house.startWorker();
  const rest = new AbortController();
  const isIn = await Promise.race([
    worker.next((message) => message.step === step).then(() => true),
    house.untilRest([videoId], { signal: rest.signal }).then(() => false),
  ]);
  rest.abort();
  if (isIn) await new Promise((resolve) => setTimeout(resolve, afterMs));
  await worker.kill();
  return isIn;
}

/** Lets a worker come to the end; what failed is taken up again by a person. */
async function finish(house: ChaosHouse, videoId: string): Promise<void> {
  const worker = await house.startWorker();
  await house.untilRest([videoId]);
  if ((await house.db.video.findUnique({ where: { id: videoId } }))?.status === 'failed') {
    await requestProcessing(house, videoId);
    await house.untilRest([videoId]);
  }
  await worker.stop();
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

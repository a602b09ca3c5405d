/** Two workers share the work, and every twenty seconds one of them is killed. */
import { ChaosHouse } from '../house/chaos-house';
import type { HouseProcess } from '../house/house-process';
import { countBreak, noFindings, type Trial } from '../trial';

const EVERY_MS = 20_000;
/** The longest that one film may take while its workers die, on average, ms. */
const FILM_MS = 180_000;

export const workerPair: Trial = {
  name: 'pair',
  what: 'two workers, one of them killed every 20 s, as many videos as rounds',
  rounds: { long: 60, short: 3 },
  run: async ({ rounds, random, serverUrl, say }) => {
    const findings = noFindings();
    const house = await ChaosHouse.open(serverUrl);
    const workers: HouseProcess[] = [];
    let isOver = false;
    try {
      for (let at = 0; at < rounds; at += 1) await house.submit(`Wind rose at ${at + 1}. A door opened.`);
      workers.push(await house.startWorker(), await house.startWorker());
      const atRest = house.untilRest(undefined, { patienceMs: rounds * FILM_MS });
      const killing = (async () => {
        while (!isOver) {
          await Promise.race([pause(EVERY_MS), atRest]);
          if ((await left(house)) === 0) return;
          const at = random.whole(0, 1);
          await workers[at]?.kill();
          countBreak(findings, 'workers');
          say(`killed one, ${await left(house)} videos to go`);
          workers[at] = await house.startWorker();
        }
      })();
      await atRest;
      isOver = true;
      await killing;
      await house.judge(findings);
      await Promise.all(workers.map((worker) => worker.stop()));
    } finally {
      isOver = true;
      await house.close();
    }
    return findings;
  },
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function left(house: ChaosHouse): Promise<number> {
  return house.db.video.count({ where: { completedAt: null, status: { not: 'failed' } } });
}

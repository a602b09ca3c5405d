/** Jobs come twice, commands twenty times at once, and clocks jump: one film each, and nothing made twice. */

import { requestProcessing } from '#jobs/work/commands.server.ts';
import { PROCESS_VIDEO } from '#jobs/work/process-video.ts';
import { ChaosHouse } from '../house/chaos-house';
import { inLanes } from '../lanes';
import { countBreak, noFindings, type Trial } from '../trial';

const LANES = 2;
const STORY = 'Two geese flew south. One stayed behind. They met again in May.';
const HOUR_MS = 3_600_000;
const ASKED_AT_ONCE = 20;

export const oddDeliveries: Trial = {
  name: 'odd',
  what: 'a job delivered twice to two workers, the same command twenty times at once, a worker’s clock that jumps by an hour or a day',
  rounds: { long: 16, short: 2 },
  run: ({ rounds, random, serverUrl, say }) =>
    inLanes(LANES, rounds, random, async (next, chance) => {
      const findings = noFindings();
      const house = await ChaosHouse.open(serverUrl);
      const workers = [await house.startWorker(), await house.startWorker()];
      try {
        for (let round = next(); round !== null; round = next()) {
          const isIn = Promise.race(workers.map((worker) => worker.next(({ type }) => type === 'step')));
          const videoId = await house.submit(`${STORY} That was year ${round + 1}.`);
          await isIn;
          await new Promise((resolve) => setTimeout(resolve, chance.range(0, 1500)));
          if (round % 2 === 0) {
            // Without its key nothing keeps it from being a second job of the video.
            await house.boss.send(PROCESS_VIDEO, { videoId });
            countBreak(findings, 'second deliveries');
            const asks = Array.from({ length: ASKED_AT_ONCE }, () =>
              requestProcessing(house, videoId).catch(() => {}),
            );
            await Promise.all(asks);
            countBreak(findings, 'twenty at once');
          } else {
            const byMs = chance.pick([-24 * HOUR_MS, -HOUR_MS, HOUR_MS, 24 * HOUR_MS]);
            for (const worker of workers) worker.send({ type: 'clock', byMs });
            countBreak(findings, 'clock jumps');
          }
          say(`${round + 1} of ${rounds}`);
          await house.untilRest([videoId]);
          const ends = await house.db.event.count({ where: { videoId, to: 'completed' } });
          if (ends !== 1) findings.broken.push(`video ${videoId} was published ${ends} times`);
        }
        await house.judge(findings);
        await Promise.all(workers.map((worker) => worker.stop()));
      } finally {
        await house.close();
      }
      return findings;
    }),
};

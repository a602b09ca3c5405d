/** The worker is asked to end (SIGTERM) in the midst of a step: soon gone, nothing left behind, no attempt used up. */
import { processesOf } from '#tests/support/processes/our-processes.ts';
import { ChaosHouse } from '../house/chaos-house';
import { STEPS } from '../house/steps';
import { inLanes } from '../lanes';
import { countBreak, noFindings, type Trial } from '../trial';

const LANES = 3;
/** How soon it is to be gone, ms. */
const SOON_MS = 15_000;
const STORY = 'A kite rose over the hill. The string broke. It flew to the sea.';

export const orderlyStops: Trial = {
  name: 'stop',
  what: 'the worker is asked to end (SIGTERM) in the midst of a step: gone within 15 s, nothing left, no attempt used up',
  rounds: { long: 3 * STEPS.length, short: 1 },
  run: ({ rounds, isTimed, random, serverUrl, say }) => {
    let longestMs = 0;
    return inLanes(LANES, rounds, random, async (next, chance) => {
      const findings = noFindings();
      const house = await ChaosHouse.open(serverUrl);
      try {
        // Whoever has finished a film is the next one to be asked.
        let worker = await house.startWorker();
        for (let round = next(); round !== null; round = next()) {
          const step = STEPS[round % STEPS.length] ?? 'script';
          const isIn = worker.next((message) => message.step === step);
          const videoId = await house.submit(`${STORY} It was ${round + 1} o’clock.`);
          await isIn;
          await new Promise((resolve) => setTimeout(resolve, chance.range(0, 400)));
          const askedAt = performance.now();
          const code = await worker.stop();
          const tookMs = performance.now() - askedAt;
          longestMs = Math.max(longestMs, tookMs);
          countBreak(findings, step);
          say(`${step}: gone after ${Math.round(tookMs)} ms, ${round + 1} of ${rounds}`);
          if (code !== 0 || (isTimed && tookMs > SOON_MS))
            findings.broken.push(
              `asked to end in ${step}, the worker ended with ${code} after ${Math.round(tookMs)} ms`,
            );
          const orphans = processesOf(house.dataDir);
          if (orphans.length > 0)
            findings.broken.push(`${orphans.length} processes were left by a stop in ${step}`);
          const burnt = await house.db.$queryRaw<unknown[]>`
            SELECT FROM pgboss.job WHERE singleton_key = ${videoId} AND retry_count > 0`;
          if (burnt.length > 0) findings.broken.push(`a stop in ${step} used up an attempt`);
          worker = await house.startWorker();
          await house.untilRest([videoId]);
        }
        await house.judge(findings);
        await worker.stop();
      } finally {
        await house.close();
      }
      findings.figures = { 'slowest end, s': Math.round(longestMs / 100) / 10 };
      return findings;
    });
  },
};

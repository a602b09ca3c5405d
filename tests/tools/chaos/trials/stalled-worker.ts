/** A worker stands still (SIGSTOP) beyond its heartbeat, another takes over, and then it goes on as if nothing was. */
import { waitFor } from '#tests/support/wait-for.ts';
import { ChaosHouse } from '../house/chaos-house';
import { inLanes } from '../lanes';
import { countBreak, noFindings, type Trial } from '../trial';

const LANES = 3;
const STORY = 'The old boat lay on the sand. A girl painted it red. It sailed again.';

export const stalledWorker: Trial = {
  name: 'stalled',
  what: 'a worker stands still (SIGSTOP) past its heartbeat, another takes over, and it goes on (SIGCONT)',
  rounds: { long: 9, short: 1 },
  run: ({ rounds, random, serverUrl, say }) =>
    inLanes(LANES, rounds, random, async (next, chance) => {
      const findings = noFindings();
      const house = await ChaosHouse.open(serverUrl);
      try {
        for (let round = next(); round !== null; round = next()) {
          const slow = await house.startWorker();
          const step = chance.pick(['voice', 'picture', 'segment', 'film']);
          const isIn = slow.next((message) => message.step === step);
          const videoId = await house.submit(`${STORY} That was in spring ${round + 1}.`);
          await isIn;
          slow.signal('SIGSTOP');
          countBreak(findings, String(step));
          say(`stopped in ${step}, ${round + 1} of ${rounds}`);
          const quick = await house.startWorker();
          const fence = await fenceOf(house, videoId);
          // Whichever comes first: the film may have been all but ready.
          await waitFor('another attempt', async () => (await fenceOf(house, videoId)) > fence);
          if (chance.chance(0.5)) await house.untilRest([videoId]);
          slow.signal('SIGCONT');
          await house.untilRest([videoId]);
          const ends = await house.db.event.count({ where: { videoId, to: 'completed' } });
          if (ends !== 1) findings.broken.push(`video ${videoId} was published ${ends} times`);
          // Both are well, and can be asked to end.
          const codes = await Promise.all([slow.stop(), quick.stop()]);
          if (codes.some((code) => code !== 0)) findings.broken.push(`the workers ended with ${codes}`);
        }
        const last = await house.startWorker();
        await house.judge(findings);
        await last.stop();
      } finally {
        await house.close();
      }
      return findings;
    }),
};

async function fenceOf(house: ChaosHouse, id: string): Promise<number> {
  const { fence } = await house.db.video.findUniqueOrThrow({ where: { id }, select: { fence: true } });
  return fence;
}

/** The encoder of a stretch is killed in the midst of it: that stretch alone is made again. */
import { waitFor } from '#tests/support/wait-for.ts';
import { ChaosHouse } from '../house/chaos-house';
import { programsOf } from '../house/programs';
import { inLanes } from '../lanes';
import { countBreak, noFindings, type Trial } from '../trial';

const LANES = 2;
const STORY = 'The bridge was old. A cart crossed it slowly. The river laughed below.';

export const encoderKills: Trial = {
  name: 'encoder',
  what: 'ffmpeg is killed in the midst of a stretch: that stretch alone is made again',
  rounds: { long: 12, short: 1 },
  run: ({ rounds, random, serverUrl, say }) =>
    inLanes(LANES, rounds, random, async (next, chance) => {
      const findings = noFindings();
      const house = await ChaosHouse.open(serverUrl);
      const worker = await house.startWorker();
      try {
        for (let round = next(); round !== null; round = next()) {
          let stretches = 0;
          const stop = worker.listen(({ step }) => {
            if (step === 'segment') stretches += 1;
          });
          const isIn = worker.next(({ step }) => step === 'segment');
          const videoId = await house.submit(`${STORY} Its toll was ${round + 1} pence.`);
          await isIn;
          const [encoder] = await waitFor('an encoder', () => {
            const found = programsOf(worker.pid, 'ffmpeg');
            return found.length > 0 ? found : null;
          });
          await new Promise((resolve) => setTimeout(resolve, chance.range(0, 300)));
          if (encoder && isKilled(encoder)) countBreak(findings, 'encoders');
          say(`${round + 1} of ${rounds}`);
          await house.untilRest([videoId]);
          stop();
          const scenes = await house.db.scene.count({ where: { videoId } });
          // It may have been through already when it was killed.
          if (stretches > scenes + 1)
            findings.broken.push(
              `${stretches} stretches were made for ${scenes} scenes and one killed encoder`,
            );
        }
        await house.judge(findings);
        if (findings.ended.failed > 0)
          findings.broken.push(`${findings.ended.failed} films failed of one killed encoder each`);
        await worker.stop();
      } finally {
        await house.close();
      }
      return findings;
    }),
};

/** @returns false where it had ended meanwhile */
function isKilled(pid: number): boolean {
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}

/** A video kills whatever worker takes it: it is failed in its row within a minute, and the others are made. */
import { waitFor } from '#tests/support/wait-for.ts';
import { ChaosHouse } from '../house/chaos-house';
import { DEADLY_WORD } from '../house/deadly-word';
import { KeptWorker } from '../house/kept-worker';
import { countBreak, noFindings, type Trial } from '../trial';

/** How soon after the first death it is to be told, ms. */
const TOLD_MS = 60_000;

export const deadlyVideo: Trial = {
  name: 'deadly',
  what: 'a video kills every worker that takes it: failed with the reason within 60 s, and others are made',
  rounds: { long: 2, short: 1 },
  run: async ({ rounds, isTimed, serverUrl, say }) => {
    const findings = noFindings();
    let longestMs = 0;
    for (let round = 0; round < rounds; round += 1) {
      const house = await ChaosHouse.open(serverUrl);
      const worker = new KeptWorker(house);
      try {
        const deadly = await house.submit(`A cup of ${DEADLY_WORD} stood there. Nobody drank it.`);
        const others = [
          await house.submit('One bell rang. It was noon.'),
          await house.submit('Two bells rang. It was late.'),
        ];
        await waitFor('the verdict', async () => (await statusOf(house, deadly)) === 'failed');
        const tookMs = performance.now() - (worker.deathsAt[0] ?? performance.now());
        longestMs = Math.max(longestMs, tookMs);
        say(`told ${Math.round(tookMs)} ms after the first death, ${round + 1} of ${rounds}`);
        if (isTimed && tookMs > TOLD_MS)
          findings.broken.push(`it took ${Math.round(tookMs)} ms until a deadly video was failed`);
        await house.untilRest();
        for (const id of others) {
          const status = await statusOf(house, id);
          if (status !== 'completed') findings.broken.push(`beside a deadly video, another one is ${status}`);
        }
        await house.judge(findings);
      } finally {
        await worker.stop();
        for (const _ of worker.deathsAt) countBreak(findings, 'deaths');
        await house.close();
      }
    }
    findings.figures = { 'slowest verdict, s': Math.round(longestMs / 1000) };
    return findings;
  },
};

async function statusOf(house: ChaosHouse, id: string): Promise<string> {
  return (await house.db.video.findUniqueOrThrow({ where: { id }, select: { status: true } })).status;
}

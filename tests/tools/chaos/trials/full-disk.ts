/** The disk is full or read-only for a while at any moment of a film: it waits, says so, and goes on. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { NO_SMALL_DISK, openSmallDisk } from '#tests/support/disks/small-disk.ts';
import { waitFor } from '#tests/support/wait-for.ts';
import { ChaosHouse } from '../house/chaos-house';
import { countBreak, noFindings, type Trial } from '../trial';

const MB = 1024 * 1024;
const ROOM = 1500 * MB;
const STORY = 'The cellar was full of apples. A mouse moved in. Winter was kind.';
const WAYS = ['full', 'read-only', 'low before the work'] as const;
/** Codes of what a video says that waits for the disk. */
const SAID = ['disk_full', 'disk_read_only'];

export const fullDisk: Trial = {
  name: 'disk',
  what: 'the disk is full, read-only or low, at any moment of a film: it waits and says why, and goes on when there is room',
  rounds: { long: 9, short: 1 },
  run: async ({ rounds, random, serverUrl, say }) => {
    const findings = noFindings();
    const house = await ChaosHouse.open(serverUrl);
    const disk = await openSmallDisk(ROOM, await folderIn(house));
    if (!disk) {
      await house.close();
      return { ...findings, left: NO_SMALL_DISK };
    }
    try {
      const worker = await house.startWorker();
      for (let round = 0; round < rounds; round += 1) {
        const way = WAYS[round % WAYS.length] ?? 'full';
        const isBefore = way === 'low before the work';
        if (isBefore) await disk.resize(200 * MB);
        const videoId = await house.submit(`${STORY} It was ${round + 1} below zero.`);
        if (!isBefore) {
          await new Promise((resolve) => setTimeout(resolve, random.range(200, 4000)));
          await (way === 'full' ? disk.fill() : disk.setWritable(false));
        }
        countBreak(findings, way);
        const said = await waitFor('a word on the disk, or the film', async () => {
          const { status, error } = await house.db.video.findUniqueOrThrow({ where: { id: videoId } });
          const code = (error as { code?: string } | null)?.code ?? '';
          return SAID.includes(code) || status === 'completed' ? code || 'ready before' : null;
        });
        say(`${way}: ${said}, ${round + 1} of ${rounds}`);
        await disk.setWritable(true);
        await disk.resize(ROOM);
        await house.untilRest([videoId]);
        const burnt = await house.db.$queryRaw<unknown[]>`
          SELECT FROM pgboss.job WHERE singleton_key = ${videoId} AND retry_count > 0`;
        if (burnt.length > 0) findings.broken.push(`a disk that was ${way} used up an attempt`);
      }
      await house.judge(findings);
      if (findings.ended.failed > 0) findings.broken.push(`${findings.ended.failed} films failed of a disk`);
      await worker.stop();
    } finally {
      await disk.close();
      await house.close();
    }
    return findings;
  },
};

async function folderIn(house: ChaosHouse): Promise<string> {
  const media = join(house.dataDir, 'media');
  await mkdir(media, { recursive: true });
  return media;
}

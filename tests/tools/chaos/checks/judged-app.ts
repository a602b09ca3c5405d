import { acquireEmbeddedDatabase } from '#bin/database/embedded-postgres.ts';
import { ChaosHouse } from '../house/chaos-house';
import type { TrialFindings } from '../trial';

/** Waits until a StoryShort that was launched has nothing left to do, and judges it. @param dataDir its folder */
export async function judgeApp(dataDir: string, findings: TrialFindings): Promise<void> {
  const database = await acquireEmbeddedDatabase(dataDir);
  const house = await ChaosHouse.of(database.url, dataDir);
  try {
    await house.untilRest();
    await house.judge(findings);
  } finally {
    await house.leave();
    await database.release();
  }
}

import type { Random } from '#jobs/studio/chance.ts';
import { createRandom } from '#jobs/studio/chance.ts';
import { addFindings, noFindings, type TrialFindings } from './trial';

/**
 * Carries out rounds in lanes side by side, since most of a broken house's time is waiting; each lane has chance of its
 * own, so that what another does first changes nothing.
 * @param lane does rounds from a common heap, as long as `next` gives one, from 0
 */
export async function inLanes(
  count: number,
  rounds: number,
  random: Random,
  lane: (next: () => number | null, random: Random) => Promise<TrialFindings>,
): Promise<TrialFindings> {
  let begun = 0;
  const next = () => (begun < rounds ? begun++ : null);
  const lanes = Array.from({ length: Math.min(count, rounds) }, () => {
    const own = createRandom(random.whole(0, 2 ** 31));
    return lane(next, own);
  });
  const findings = noFindings();
  for (const found of await Promise.all(lanes)) addFindings(findings, found);
  return findings;
}

/** Whether what StoryShort itself consists of is there. Pure. */
import { type Finding, fault, note, ok } from './finding';

/** package.json says the same to npm. */
const OLDEST_NODE = 20;

/** @param version as Node tells it, such as `24.21.0` */
export function judgeNode(version: string): Finding {
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return ok('Node', `Node ${version}.`);
  return fault(
    'Node',
    `Node ${version} is too old: StoryShort needs ${OLDEST_NODE} or newer.`,
    'install a newer one from nodejs.org or with your system’s packages',
  );
}

export function judgeModules(isWhole: boolean): Finding {
  return isWhole
    ? ok('modules', 'node_modules is whole and fits the lock file.')
    : fault('modules', 'node_modules is not there, not finished, or fits another lock file.', 'npm ci');
}

export function judgeSite(state: 'built' | 'outdated' | 'absent', canBuild: boolean): Finding {
  if (state === 'built') return ok('site', 'The site is built.');
  const says = state === 'absent' ? 'The site is not built yet' : 'The site was built from other sources';
  return canBuild
    ? note('site', `${says}; npm start does it, which takes half a minute.`, 'npm run build')
    : fault(
        'site',
        `${says}, and what builds it is not installed here.`,
        'npm ci --include=dev && npm run build',
      );
}

/**
 * @param nowMs what the clock says, ms since 1970
 * @param newestMs when the youngest part of this StoryShort was written, which the clock cannot be before
 * @param aheadMs by how much it is ahead of the database’s clock; null where that was not heard
 */
export function judgeClock(nowMs: number, newestMs: number, aheadMs: number | null): Finding {
  const now = new Date(nowMs).toISOString();
  const mend = 'set it by the network’s time: timedatectl set-ntp true';
  if (nowMs < newestMs)
    return fault('clock', `The clock says ${now}, which is before this StoryShort was made.`, mend);
  if (aheadMs !== null && Math.abs(aheadMs) > CLOCKS_APART_MS) {
    const apart = `${Math.round(Math.abs(aheadMs) / 1000)} s ${aheadMs > 0 ? 'ahead of' : 'behind'}`;
    return note('clock', `The clock is ${apart} the database’s: workers may be taken for dead.`, mend);
  }
  return ok('clock', `The clock says ${now}.`);
}

/** A third of the time after which a worker counts as gone. */
const CLOCKS_APART_MS = 10_000;

/** The worker gives way: rendering takes all the machine has, and the pages and the database come first all the same. */
import { readFileSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

const { PRIORITY_BELOW_NORMAL } = constants.priority;

/** Of this process's session, see `sched(7)`, “The autogroup feature”. */
const SESSION_PRIORITY = '/proc/self/autogroup';

/**
 * Lowers the priority of this process and of what it starts. Where Linux shares its processors out between sessions, a
 * process's own priority counts among those of its session alone: so a worker that has a session for itself, as the
 * launcher starts it, lowers that as well.
 */
export function lowerPriority(): void {
  setPriority(PRIORITY_BELOW_NORMAL);
  try {
    if (leadsSession()) writeFileSync(SESSION_PRIORITY, String(PRIORITY_BELOW_NORMAL));
  } catch {
    // Another system, or one that shares out by process: the process's own priority is what counts.
  }
}

/** A session of somebody else's, such as a terminal, is left as it is. */
function leadsSession(): boolean {
  // Its name may hold spaces and brackets; then come state, parent, group and session.
  const [, , , session] = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return session === String(process.pid);
}

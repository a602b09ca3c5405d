/** Time that processors work for this process, in all its threads. */
import { readFileSync } from 'node:fs';

/** Clock ticks in a second as Linux tells times to programs, whatever the machine (`USER_HZ`). */
const TICKS_PER_SECOND = 100;

/** ms */
export interface ProcessorTime {
  own: number;
  /** Of programs that it started and that have ended; NaN where the system does not tell. */
  programs: number;
}

/** What work takes. */
export async function processorTime(work: () => Promise<void>): Promise<ProcessorTime> {
  const [own, programs] = [process.cpuUsage(), programsTime()];
  await work();
  const { user, system } = process.cpuUsage(own);
  return { own: (user + system) / 1000, programs: programsTime() - programs };
}

/** See proc(5): `cutime` and `cstime` are the 16th and 17th field, and the second ends at the last parenthesis. */
function programsTime(): number {
  if (process.platform !== 'linux') return Number.NaN;
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[13]) + Number(fields[14])) * 1000) / TICKS_PER_SECOND;
}

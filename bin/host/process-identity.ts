import { readFileSync } from 'node:fs';

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessIdentity {
  pid: number;
  /** When it started, in the kernel's own count; null where the system does not tell. */
  startedAt: string | null;
}

/** Identity of a running process, this one by default; null when there is none with that number. */
export function identify(pid = process.pid): ProcessIdentity | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return null;
  }
  return { pid, startedAt: startTime(pid) };
}

/** Whether that very process still runs. */
export function isRunning(process: ProcessIdentity): boolean {
  const now = identify(process.pid);
  return now !== null && now.startedAt === process.startedAt;
}

function startTime(pid: number): string | null {
  try {
    // Field 22 of /proc/<pid>/stat (proc(5)); the second field may hold spaces and ends with the last ')'.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return 'ended';
    return fields[19] ?? null;
  } catch {
    return null;
  }
}

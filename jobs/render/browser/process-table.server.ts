/** The processes that run on this machine, as far as its system shows them without further tools. */
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export interface RunningProcess {
  pid: number;
  /** When it started, in the system's own terms: with the pid, it names a process for good. */
  startedAt: string;
  command: string;
}

/** All processes that may be looked at; none on Windows. */
export async function runningProcesses(): Promise<RunningProcess[]> {
  if (process.platform === 'linux') return processesFromProc();
  return process.platform === 'win32' ? [] : processesFromPs();
}

async function processesFromProc(): Promise<RunningProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      try {
        const [stat, command] = await Promise.all([
          readFile(`/proc/${pid}/stat`, 'utf8'),
          readFile(`/proc/${pid}/cmdline`, 'utf8'),
        ]);
        // See proc(5): the second field, the name, may hold anything but ends at the last parenthesis; the
        // start time in clock ticks since boot is the 22nd. A zombie (state Z) is no longer running.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (fields[0] === 'Z') return [];
        return [{ pid: Number(pid), startedAt: fields[19] ?? '', command: command.replaceAll('\0', ' ') }];
      } catch {
        // It ended while we looked.
        return [];
      }
    }),
  );
  return found.flat();
}

async function processesFromPs(): Promise<RunningProcess[]> {
  // In plain English dates whatever the machine's language.
  const { stdout } = await promisify(execFile)(
    '/usr/bin/env',
    ['LC_ALL=C', 'ps', '-axo', 'pid=,lstart=,command='],
    { maxBuffer: 1 << 24 },
  );
  return stdout.split('\n').flatMap((line) => {
    // As in “  501 Sun Nov 22 14:52:05 2026 /usr/bin/node worker”.
    const match = /^\s*(\d+)\s+(\S+\s+\S+\s+\d+\s+[\d:]+\s+\d+)\s+(.*)$/u.exec(line);
    return match
      ? [
          {
            pid: Number(match[1]),
            startedAt: (match[2] ?? '').replaceAll(/\W+/gu, '-'),
            command: match[3] ?? '',
          },
        ]
      : [];
  });
}

/**
 * How a program is started that reads what strangers sent: with nothing of our environment, within limits that the
 * system holds, and, where the system lets us, apart from every network and as somebody who owns nothing.
 */
import { spawn } from 'node:child_process';
import { bareEnvironment } from '#jobs/env.server.ts';

export interface CageLimits {
  /** Memory that it may fill, MB. Linux alone counts it. */
  memoryMb: number;
  /** Work of all its threads together, s: it ends even where whoever started it is gone. */
  processorS: number;
  /** Largest file that it may write, MB. */
  fileMb: number;
}

export interface CageRequest {
  /** Absolute path. */
  program: string;
  args: readonly string[];
  limits: CageLimits;
  /** Further files and folders, absolute, that it cannot do without. */
  needs?: readonly string[];
  /** Where it runs. */
  folder: string;
}

/** What is to be spawned, and how. */
export interface Caged {
  command: string;
  args: string[];
  options: { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number };
}

/**
 * Somebody whom no account is for: Linux systems leave these numbers unused. Not the account “nobody”, under which a
 * Postgres that came along runs where we are root: its files must not be open to what is in the cage.
 */
const STRANGER = { uid: 65_533, gid: 65_533 } as const;
/** A namespace of its own for users is what lets everybody have one for networks, in which there is none. */
const APART = ['unshare', '--user', '--net'];
const SHELL = '/bin/sh';
/** Cores hold what was read. Blocks are 512 bytes (POSIX). */
const LIMITED = 'ulimit -c 0 && ulimit -n 256 && ulimit -f "$1" && ulimit -t "$2" && shift 2';
const LIMITED_ON_LINUX = 'ulimit -d "$1" && shift && ';

/** What this system lets us do besides limits. */
interface Measures {
  identity: { uid: number; gid: number } | null;
  before: readonly string[];
}
const NONE: Measures = { identity: null, before: [] };
const found = new Map<string, Promise<Measures>>();

/**
 * How to start a program in the cage. The process that is started becomes the program, so that ending it ends the
 * program.
 */
export async function caged({ program, args, limits, needs = [], folder }: CageRequest): Promise<Caged> {
  const isLinux = process.platform === 'linux';
  const { identity, before } = isLinux ? await measuresOf([program, ...needs], folder) : NONE;
  const { memoryMb, processorS, fileMb } = limits;
  const memory = isLinux ? [String(memoryMb * 1024)] : [];
  const script = `${isLinux ? LIMITED_ON_LINUX : ''}${LIMITED} && exec "$@"`;
  return {
    command: SHELL,
    args: [
      ...['-c', script, 'cage', ...memory, String(fileMb * 2048), String(processorS)],
      ...[...before, program, ...args],
    ],
    options: { cwd: folder, env: bareEnvironment(), ...identity },
  };
}

/** Found out by trying, once for each program and place. */
function measuresOf(needs: readonly string[], folder: string): Promise<Measures> {
  const key = [folder, ...needs].join('\n');
  const known = found.get(key);
  if (known) return known;
  const trying = tryMeasures(needs, folder);
  found.set(key, trying);
  return trying;
}

async function tryMeasures(needs: readonly string[], folder: string): Promise<Measures> {
  // A stranger may be kept from the program, or from the folder, by how the machine was set up: then it runs as we do.
  const reaches = ['-c', '[ -x . ] || exit 1; for file; do [ -r "$file" ] || exit 1; done', 'cage', ...needs];
  const isRoot = process.getuid?.() === 0;
  const identity = isRoot && (await succeeds(SHELL, reaches, folder, STRANGER)) ? STRANGER : null;
  const [unshare = '', ...apart] = APART;
  const isApart = await succeeds(unshare, [...apart, SHELL, '-c', ':'], folder, identity);
  return { identity, before: isApart ? APART : [] };
}

function succeeds(
  command: string,
  args: readonly string[],
  cwd: string,
  identity: Measures['identity'],
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: bareEnvironment(), stdio: 'ignore', ...identity });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

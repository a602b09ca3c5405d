/** Folders that stand for images, and programs that run in them: what the rehearsal has in Docker's place. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const DEBIAN = 'bookworm';
const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * A bare Debian with Node, npm and the account “node”, as the official image has them. Made once for each folder.
 * @param programs of this machine: Node itself and npm's folder
 */
export async function makeBase(folder: string, programs: { node: string; npm: string }): Promise<void> {
  const exists = await run('test', ['-x', join(folder, 'bin/sh')]).then(
    () => true,
    () => false,
  );
  if (!exists) await run('debootstrap', ['--variant=minbase', DEBIAN, folder], { maxBuffer: 2 ** 26 });
  await copyFile(programs.node, join(folder, 'usr/local/bin/node'));
  const npm = join(folder, 'usr/local/lib/node_modules/npm');
  await rm(npm, { recursive: true, force: true });
  await cp(programs.npm, npm, { recursive: true });
  await run('ln', ['-sf', '../lib/node_modules/npm/bin/npm-cli.js', join(folder, 'usr/local/bin/npm')]);
  // As Docker writes them into every container.
  await copyFile('/etc/resolv.conf', join(folder, 'etc/resolv.conf'));
  await writeFile(join(folder, 'etc/hosts'), '127.0.0.1 localhost\n::1 localhost\n');
  await mkdir(dirname(join(folder, CERTIFICATES)), { recursive: true });
  await copyFile(CERTIFICATES, join(folder, CERTIFICATES));
  const accounts = await readFile(join(folder, 'etc/passwd'), 'utf8');
  if (!/^node:/m.test(accounts))
    await run('chroot', [folder, 'useradd', '--uid', '1000', '--create-home', 'node']);
}

/** A folder like another, of its own. */
export async function copyTree(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await run('cp', ['--archive', '--reflink=auto', from, to]);
}

export interface Inside {
  root: string;
  workdir: string;
  env: Readonly<Record<string, string>>;
  /** `uid:gid` */
  user?: string;
  /** What is written to, as `outside:inside`; all else is read-only then, but for /tmp in memory. */
  volume?: string;
}

/** How this machine's own certificates are told to what fetches something. */
export const FETCHING = { NODE_EXTRA_CA_CERTS: CERTIFICATES, npm_config_cafile: CERTIFICATES };

/** Starts a program in a folder that is its whole disk, as the first process of a tree that ends with it. */
export function startInside(
  { root, workdir, env, user, volume }: Inside,
  command: readonly string[],
): ChildProcess {
  const [outside, inside] = volume?.split(':') ?? [];
  const mounts = [
    'mount --bind "$ROOT" "$ROOT"',
    ...(volume ? ['mount -o remount,bind,ro "$ROOT"'] : []),
    'mount -t proc proc "$ROOT/proc"',
    'mount --rbind /dev "$ROOT/dev"',
    'mount -t tmpfs -o size=64m tmpfs "$ROOT/dev/shm"',
    'mount -t tmpfs -o mode=1777 tmpfs "$ROOT/tmp"',
    ...(volume ? ['mount --bind "$OUTSIDE" "$ROOT$INSIDE"'] : []),
    `exec chroot ${user ? `--userspec=${user} ` : ''}"$ROOT" "$@"`,
  ];
  const given = Object.entries({ PATH, HOME: '/tmp', ...env }).map(([name, value]) => `${name}=${value}`);
  const go = [
    'env',
    '-i',
    ...given,
    'sh',
    '-c',
    'cd "$1" && shift && exec "$@"',
    'inside',
    workdir,
    ...command,
  ];
  return spawn(
    'unshare',
    [...['--mount', '--pid', '--fork', '--kill-child'], 'sh', '-ec', mounts.join('\n'), 'inside', ...go],
    {
      env: { ...process.env, ROOT: root, OUTSIDE: outside, INSIDE: inside },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

/** Runs it to its end. @returns all that it said. @throws an Error with that where it fails */
export async function runInside(where: Inside, command: readonly string[]): Promise<string> {
  const child = startInside(where, command);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${said.slice(-4000)}`);
  return said;
}

/** Sends a signal to the first process inside. */
export async function signalInside(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const children = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
  process.kill(Number(children.trim().split(' ')[0]), signal);
}

/** The files of one Postgres server and the programs that start and stop it. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { identify } from '#bin/host/process-identity.ts';
import { asAccount, giveTo, postgresAccount } from './account';

export const USER = 'storyshort';
/** How long Postgres may take to start or stop, s; recovery after a crash included. */
const CONTROL_TIMEOUT_S = 60;
/** How much of the server's log is looked at for its last words, characters. */
const LAST_WORDS = 4000;

export interface Binaries {
  initdb: string;
  pg_ctl: string;
}

/** The port that a server is to have again is somebody else's now. */
class PortTaken extends Error {
  override readonly name = 'PortTaken';

  constructor(port: number) {
    super(
      `The built-in database cannot be started again: its port ${port} is taken by another program. End that program; or stop StoryShort and all its workers and start again, which takes a free port.`,
    );
  }
}

/** Processes of a server that was killed have not ended yet: the next one may not begin beside them. */
export class StillHeld extends Error {
  override readonly name = 'StillHeld';
}

export class Cluster {
  readonly #folder: string;
  readonly #data: string;
  readonly #binaries: Binaries;
  readonly #account = postgresAccount();

  constructor(folder: string, binaries: Binaries) {
    this.#folder = folder;
    this.#data = join(folder, 'cluster');
    this.#binaries = binaries;
  }

  /** Makes the files on first use. @returns the password of their owner. */
  async ensureFiles(): Promise<string> {
    const passwordFile = join(this.#folder, 'password');
    const finished = join(this.#data, 'PG_VERSION');
    if (existsSync(finished) && existsSync(passwordFile))
      return (await readFile(passwordFile, 'utf8')).trim();
    // An initialisation that was cut short leaves nothing that could be kept.
    await rm(this.#folder, { recursive: true, force: true });
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    giveTo(this.#account, this.#folder);
    const password = randomBytes(18).toString('base64url');
    await writeFile(passwordFile, password, { mode: 0o600 });
    giveTo(this.#account, passwordFile);
    await this.#run(this.#binaries.initdb, [
      `--pgdata=${this.#data}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-locale',
    ]);
    return password;
  }

  /** The port of the running server, by its own note; null where none runs. Costs one small file. */
  async runningPort(): Promise<number | null> {
    const note = await this.#note();
    return note?.isRunning ? note.port : null;
  }

  /** The port that the server had last; null where none has run. */
  async lastPort(): Promise<number | null> {
    const port = Number(await readFile(this.#portFile, 'utf8').catch(() => ''));
    return port > 0 ? port : null;
  }

  /**
   * Starts the server.
   * @param wanted the port that it must have; null for any.
   * @returns its port
   * @throws PortTaken; StillHeld where a killed server's processes have not ended; else with its last words.
   */
  async start(wanted: number | null): Promise<number> {
    const port = await freePort(wanted ?? 0);
    if (port === null) throw new PortTaken(wanted ?? 0);
    await this.#forgetDefunct();
    const settings = `-p ${port} -h 127.0.0.1 -c unix_socket_directories=''`;
    try {
      await this.#control(['-o', settings, '-l', this.#log, '-w', '-t', String(CONTROL_TIMEOUT_S), 'start']);
    } catch (error) {
      const words = await this.#lastWords();
      const message = `${error instanceof Error ? error.message : error}\n${words}`.trim();
      if (/pre-existing shared memory block/.test(words)) throw new StillHeld(message, { cause: error });
      throw new Error(message, { cause: error });
    }
    await writeFile(this.#portFile, String(port));
    return port;
  }

  async stop(): Promise<void> {
    if ((await this.runningPort()) === null) return;
    await this.#control(['-m', 'fast', '-w', '-t', String(CONTROL_TIMEOUT_S), 'stop']);
  }

  get #log(): string {
    return join(this.#folder, 'server.log');
  }

  get #portFile(): string {
    return join(this.#folder, 'port');
  }

  /** What the server wrote of itself when it began: its process in the first line, its port in the fourth. */
  async #note(): Promise<{ pid: number; port: number; isRunning: boolean } | null> {
    const note = await readFile(this.#noteFile, 'utf8').catch(() => null);
    const [pid, , , port] = note?.split('\n').map(Number) ?? [];
    if (!pid || !port) return null;
    const found = identify(pid);
    const isAlive = found !== null && found.startedAt !== 'ended';
    return { pid, port, isRunning: isAlive && (await isPostgres(pid)) };
  }

  get #noteFile(): string {
    return join(this.#data, 'postmaster.pid');
  }

  /**
   * Where nobody collects the dead, a killed server keeps its number; in a container that was killed with it, somebody
   * else soon has that number. The next server would take it for alive. Its other processes are found without the
   * note, by the shared memory that they hold.
   */
  async #forgetDefunct(): Promise<void> {
    const note = await this.#note();
    if (note && !note.isRunning && identify(note.pid) !== null) await rm(this.#noteFile, { force: true });
  }

  /** What the server said at the end of its log, as far as it tells why. */
  async #lastWords(): Promise<string> {
    const log = await readFile(this.#log, 'utf8').catch(() => '');
    const lines = log.slice(-LAST_WORDS).split('\n');
    const last = lines.slice(lines.findLastIndex((line) => / starting PostgreSQL /.test(line)) + 1);
    return last.filter((line) => /\b(FATAL|PANIC|HINT):/.test(line)).join('\n');
  }

  #control(args: string[]): Promise<void> {
    return this.#run(this.#binaries.pg_ctl, ['-D', this.#data, ...args]);
  }

  async #run(program: string, args: string[]): Promise<void> {
    const [command, rest] = asAccount(this.#account, program, args);
    // The server inherits what is open here; only files, never our pipes, or its caller would wait for it.
    const child = spawn(command, rest, {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: (CONTROL_TIMEOUT_S + 10) * 1000,
      cwd: '/',
    });
    const ended = new Promise<Error | null>((resolve) => {
      child.once('error', resolve);
      child.once('exit', (code) => resolve(code === 0 ? null : new Error(`It ended with code ${code}.`)));
    });
    const [fault, words] = await Promise.all([ended, text(child.stderr).catch(() => '')]);
    if (fault === null) return;
    throw new Error(
      `The built-in database could not be started or stopped: ${words.trim() || fault.message}\nIts log: ${this.#log}`,
    );
  }
}

/** Whether a process runs that program; where the system does not tell, it is believed. */
async function isPostgres(pid: number): Promise<boolean> {
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => null);
  return name === null || name.trim() === 'postgres';
}

/** The port wanted, or any for 0; null where it is taken. */
function freePort(wanted: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

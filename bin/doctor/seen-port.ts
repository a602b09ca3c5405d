/** Whether a port can be had, and who has it. */
import { readdir, readFile, readlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { z } from 'zod';
import type { PortState } from './judged-machine';

/** How long whoever has the port may take to answer, ms. */
const ANSWER_MS = 3000;

/** Listens for a moment, and asks whoever is there already. */
export async function seePort(host: string, port: number): Promise<PortState> {
  const code = await whyNotListening(host, port);
  if (code === null) return { kind: 'free' };
  if (code !== 'EADDRINUSE') return { kind: 'refused', code };
  const isWell = await ourHealth(host, port);
  return isWell === null ? { kind: 'taken', by: await holderOf(port) } : { kind: 'ours', isWell };
}

function whyNotListening(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}

/** What a StoryShort there says of itself; null where something else answers, or nothing. */
async function ourHealth(host: string, port: number): Promise<boolean | null> {
  // An address that means all of them is no address to ask.
  const at = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const url = `http://${at.includes(':') ? `[${at}]` : at}:${port}/healthz`;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS), redirect: 'error' });
    return z.object({ ok: z.boolean() }).parse(await answer.json()).ok;
  } catch {
    return null;
  }
}

/** Which program listens on a port, with its number; null where the system does not tell us. */
async function holderOf(port: number): Promise<string | null> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((table) => readFile(table, 'utf8').catch(() => '')),
  );
  const sockets = new Set(tables.flatMap((table) => listeningSockets(table, port)));
  if (sockets.size === 0) return null;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const files = await readdir(`/proc/${pid}/fd`).catch(() => []);
    for (const file of files) {
      const target = await readlink(`/proc/${pid}/fd/${file}`).catch(() => '');
      if (!sockets.has(target)) continue;
      const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'a program');
      return `${name.trim()} (process ${pid})`;
    }
  }
  return null;
}

/** The kernel's word for a socket that waits for connections. */
const LISTENING = '0A';

/**
 * Sockets that listen on a port, as links in `/proc/<pid>/fd` name them.
 * @param table `/proc/net/tcp`, or `tcp6` (proc(5)): `sl local_address rem_address st … inode`
 */
export function listeningSockets(table: string, port: number): string[] {
  return table
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, local = '', , state]) =>
        state === LISTENING && Number.parseInt(local.split(':')[1] ?? '', 16) === port,
    )
    .map((columns) => `socket:[${columns[9]}]`);
}

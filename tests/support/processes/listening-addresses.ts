import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** State of a socket that listens, in proc(5)'s hexadecimal. */
const LISTENS = '0A';

/** Addresses on which these processes listen, as proc(5) writes them: `0100007F:1004` is 127.0.0.1:4100. Linux alone. */
export function listeningAddresses(pids: readonly number[]): string[] {
  const sockets = new Set(pids.flatMap(socketsOf));
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === LISTENS && sockets.has(`socket:[${fields[9]}]`))
      .map((fields) => fields[1] ?? ''),
  );
}

function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
  } catch {
    // It ended, or closed something meanwhile.
    return [];
  }
}

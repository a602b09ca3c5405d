/** What the machine gives: a port, room, memory, processors. Pure. */
import type { DiskState } from '#jobs/work/health.server.ts';
import { type Finding, fault, note, ok } from './finding';

/** What a port is to a program that wants to listen there. */
export type PortState =
  | { kind: 'free' }
  /** A StoryShort answers there; `isWell` by its own word. */
  | { kind: 'ours'; isWell: boolean }
  /** `by` names the program; null where the system does not tell. */
  | { kind: 'taken'; by: string | null }
  /** Nobody has it, and the system refuses it by this code. */
  | { kind: 'refused'; code: string };

export function judgePort({ host, port }: { host: string; port: number }, state: PortState): Finding {
  const where = `${host}:${port}`;
  switch (state.kind) {
    case 'free':
      return ok('port', port === 0 ? 'Any free port is taken.' : `${where} is free.`);
    case 'ours':
      return state.isWell
        ? ok('port', `A StoryShort runs at ${where} and is well.`)
        : note(
            'port',
            `A StoryShort runs at ${where} and says that it is not well.`,
            `curl http://${where}/healthz`,
          );
    case 'taken':
      return fault(
        'port',
        `${where} is taken by ${state.by ?? 'another program'}.`,
        'end that program, or set PORT to a free one',
      );
    case 'refused':
      return state.code === 'EACCES'
        ? fault(
            'port',
            `The system lets only its administrator listen at ${where}.`,
            'set PORT to one of 1024 or more',
          )
        : fault(
            'port',
            `This machine cannot listen at ${where} (${state.code}).`,
            'set HOST to an address of this machine, or to 0.0.0.0 for all of them',
          );
  }
}

/** With less a handful of films fills the disk. */
const COMFORTABLE_BYTES = 5e9;

/** @param folder the data folder, or the one above that it would be made in */
export function judgeDisk(
  folder: string,
  isThere: boolean,
  { ok: isOk, freeBytes, fault: found }: DiskState,
): Finding {
  if (!isOk) {
    return fault(
      'data',
      `${folder}: ${found?.message ?? 'Nothing can be written there.'}`,
      mendDisk(folder, found?.code),
    );
  }
  const room = `${folder} can be written${isThere ? '' : ', where DATA_DIR will be made'}; ${(freeBytes / 1e9).toFixed(1)} GB are free`;
  return freeBytes < COMFORTABLE_BYTES
    ? note(
        'data',
        `${room}. A minute of film takes about 20 MB, its pictures and sounds as much again.`,
        'make room, or set DATA_DIR to a larger disk',
      )
    : ok('data', `${room}.`);
}

function mendDisk(folder: string, code: string | undefined): string {
  return code === 'disk_full'
    ? 'make room there, or set DATA_DIR to a larger disk'
    : `give it to whoever runs StoryShort (sudo chown -R "$USER" ${folder}), mount it to be written, or set DATA_DIR to another folder`;
}

export interface Strength {
  processors: number;
  /** What this process may use of the machine's memory. */
  memoryBytes: number;
  /** WORKER_CONCURRENCY as it is set. */
  concurrency: number;
}

/** Database, site and a worker with one film of some minutes (docs/performance.md). */
const ONE_FILM_GB = 2.5;
/** What a further film takes while it waits to be drawn. */
const FURTHER_FILM_GB = 0.75;

/** Films that a worker should take at a time here. */
export function fittingConcurrency({ processors, memoryBytes }: Omit<Strength, 'concurrency'>): number {
  const further = Math.floor((memoryBytes / 1e9 - ONE_FILM_GB) / FURTHER_FILM_GB);
  return Math.max(1, Math.min(processors, 1 + further, 32));
}

export function judgeStrength(strength: Strength): Finding {
  const { processors, memoryBytes, concurrency } = strength;
  const there = `${processors} ${processors === 1 ? 'processor' : 'processors'}, ${(memoryBytes / 1e9).toFixed(1)} GB of memory`;
  const fitting = fittingConcurrency(strength);
  if (memoryBytes < ONE_FILM_GB * 1e9) {
    return note(
      'strength',
      `${there}: films of some minutes may end for want of memory.`,
      `give it ${ONE_FILM_GB} GB or more, and set WORKER_CONCURRENCY=1`,
    );
  }
  if (concurrency > fitting) {
    return note(
      'strength',
      `${there}; a worker takes ${concurrency} videos at a time, which is much for it.`,
      `set WORKER_CONCURRENCY=${fitting}`,
    );
  }
  return ok('strength', `${there}; a worker takes ${concurrency} of at most ${fitting} videos at a time.`);
}

import { describe, expect, it } from 'vitest';
import {
  fittingConcurrency,
  judgeDisk,
  judgePort,
  judgeStrength,
  type PortState,
} from '#bin/doctor/judged-machine.ts';
import { listeningSockets } from '#bin/doctor/seen-port.ts';
import { diskFault, lowDiskFault } from '#jobs/ports/disk-fault.ts';

const GB = 1e9;

describe('a port', () => {
  it.each<[PortState, string, string | null]>([
    [{ kind: 'free' }, 'ok', null],
    [{ kind: 'ours', isWell: true }, 'ok', null],
    [{ kind: 'ours', isWell: false }, 'note', 'curl http://127.0.0.1:4000/healthz'],
    [{ kind: 'taken', by: 'nginx (process 7)' }, 'fault', 'end that program, or set PORT to a free one'],
    [{ kind: 'taken', by: null }, 'fault', 'end that program, or set PORT to a free one'],
    [{ kind: 'refused', code: 'EACCES' }, 'fault', 'set PORT to one of 1024 or more'],
    [
      { kind: 'refused', code: 'EADDRNOTAVAIL' },
      'fault',
      'set HOST to an address of this machine, or to 0.0.0.0 for all of them',
    ],
  ])('%o: %s', (seen, state, mend) => {
    expect(judgePort({ host: '127.0.0.1', port: 4000 }, seen)).toMatchObject({ state, mend });
  });

  it('names whoever has it', () => {
    const { says } = judgePort({ host: '::1', port: 80 }, { kind: 'taken', by: 'nginx (process 7)' });
    expect(says).toBe('::1:80 is taken by nginx (process 7).');
  });

  it('is found in the kernel’s table where somebody listens, and not where somebody is connected', () => {
    const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:0FA0 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4711 1 0 100 0 0 10 0
   1: 0100007F:0FA0 0100007F:D431 01 00000000:00000000 00:00000000 00000000  1000        0 4712 1 0 20 4 30 10 -1
   2: 0100007F:0FA1 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4713 1 0 100 0 0 10 0
`;
    expect(listeningSockets(table, 4000)).toEqual(['socket:[4711]']);
    expect(listeningSockets(table, 4002)).toEqual([]);
    expect(listeningSockets('', 4000)).toEqual([]);
  });
});

describe('the disk', () => {
  const full = lowDiskFault(1e6, 5e8).toFault();
  const readOnly = diskFault(Object.assign(new Error(), { code: 'EROFS' }))?.toFault() ?? null;

  it.each([
    [{ ok: true, freeBytes: 80 * GB, fault: null }, 'ok', null],
    [{ ok: true, freeBytes: 2 * GB, fault: null }, 'note', 'make room'],
    [{ ok: false, freeBytes: 1e6, fault: full }, 'fault', 'make room there'],
    [{ ok: false, freeBytes: 0, fault: readOnly }, 'fault', 'sudo chown -R "$USER" /srv/films'],
  ])('%o: %s', (disk, state, mend) => {
    const found = judgeDisk('/srv/films', true, disk);
    expect(found.state).toBe(state);
    expect(found.says).toContain('/srv/films');
    mend === null ? expect(found.mend).toBeNull() : expect(found.mend).toContain(mend);
  });

  it('that is not there yet is told by the folder above', () => {
    const { says } = judgeDisk('/srv', false, { ok: true, freeBytes: 80 * GB, fault: null });
    expect(says).toBe('/srv can be written, where DATA_DIR will be made; 80.0 GB are free.');
  });
});

describe('processors and memory', () => {
  it.each([
    [1, 1, 1],
    [2, 2, 1],
    [2, 2.6, 1],
    [2, 4, 2],
    [16, 4, 3],
    [16, 64, 16],
    [64, 512, 32],
  ])('%i processors and %d GB are enough for %i videos at a time', (processors, gb, fitting) => {
    expect(fittingConcurrency({ processors, memoryBytes: gb * GB })).toBe(fitting);
  });

  it.each([
    [2, 1, 2, 'note', 'WORKER_CONCURRENCY=1'],
    [2, 4, 2, 'ok', null],
    [2, 16, 8, 'note', 'WORKER_CONCURRENCY=2'],
    [8, 32, 8, 'ok', null],
  ] as const)('%i processors, %i GB, %i videos: %s', (processors, gb, concurrency, state, mend) => {
    const found = judgeStrength({ processors, memoryBytes: gb * GB, concurrency });
    expect(found.state).toBe(state);
    mend === null ? expect(found.mend).toBeNull() : expect(found.mend).toContain(mend);
  });
});

import { listDeeds } from '#jobs/accounts/deeds.server.ts';
import { listInvitations } from '#jobs/accounts/invitations.server.ts';
import { listPeople } from '#jobs/accounts/people.server.ts';
import { sizeWords, usedBytes } from '#jobs/accounts/quota.server.ts';
import { listWorkers } from '#jobs/db/workers/workers.server.ts';
import { readPaidInAll } from '#jobs/ledger/spending.server.ts';
import { formatUsd } from '#jobs/story/budget/usd.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { workerState } from '#jobs/work/crew/worker-words.ts';
import { readDisk, readHealth } from '#jobs/work/health.server.ts';
import { limitText } from './limit-words';

/** Deeds that are told at once. */
const DEEDS = 100;
const GIGABYTE = 1024 ** 3;

/** All that the people page shows. */
export async function readPeople(backend: Backend) {
  const { db, storage } = backend;
  const [people, invitations, deeds, health, paid, workers] = await Promise.all([
    listPeople(db),
    listInvitations(db),
    listDeeds(db, DEEDS),
    readHealth(backend, () => readDisk(storage)),
    readPaidInAll(db),
    listWorkers(db),
  ]);
  const used = await Promise.all(people.map(({ id }) => usedBytes(backend, id)));
  return {
    people: people.map(({ capPerDayUsd, quotaBytes, spentUsd, ...person }, at) => ({
      ...person,
      spent: formatUsd(spentUsd),
      used: sizeWords(used[at] ?? 0),
      cap: limitText(capPerDayUsd),
      quota: limitText(quotaBytes === null ? null : quotaBytes / GIGABYTE),
    })),
    invitations,
    deeds,
    house: {
      waiting: health.queue.waiting,
      active: health.queue.active,
      workers: workers.map(({ id, host, abilities, isDraining, ...worker }) => ({
        id,
        host,
        cores: abilities.cores,
        state: workerState({ ...worker, isDraining }),
        isDraining,
      })),
      free: sizeWords(health.disk.freeBytes),
      diskTrouble: health.disk.fault?.message ?? null,
      today: formatUsd(paid.dayUsd),
      inAll: formatUsd(paid.totalUsd),
    },
  };
}

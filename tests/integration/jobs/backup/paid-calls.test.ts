/** What was paid stays paid: a restored house repeats no call that was settled when the backup was made. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { restoreBackup } from '#jobs/backup/restore-backup.server.ts';
import type { Db } from '#jobs/db/client.server.ts';
import { submitVideo } from '#jobs/work/commands.server.ts';
import { backUp, emptyHouse, houseAt } from '#tests/support/backups/restored-house.ts';
import { shortVoice } from '#tests/support/openai-server/short-voice.ts';
import { openRemoteHouse } from '#tests/support/remote-workers.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';
import { waitFor } from '#tests/support/wait-for.ts';

const WORKER = { WORKER_CONCURRENCY: '3', LOG_LEVEL: 'silent' };
const STORIES = ['Fox Ada', 'Fox Bela', 'Fox Cleo'].map(
  (name) => `${name} found a lantern in the snow. Nobody believed what ${name} saw.`,
);

/** Calls that may be paid, by what they ask for: in which states their tries are. */
async function paidCalls(db: Db): Promise<Map<string, string[]>> {
  const entries = await db.providerCall.findMany({
    where: { callHash: { not: null }, capability: { not: 'moderation' } },
    orderBy: { startedAt: 'asc' },
  });
  const calls = Map.groupBy(entries, ({ videoId, callHash }) => `${videoId} ${callHash}`);
  return new Map([...calls].map(([call, tries]) => [call, tries.map(({ state }) => state)]));
}

it('with films finished, begun, and a call in the server’s hands', async () => {
  const databaseUrl = await createDatabase();
  const backups = await mkdtemp(join(tmpdir(), 'storyshort-paid-'));
  const target = await emptyHouse();
  const house = await openRemoteHouse({ voice: shortVoice() }, databaseUrl);
  try {
    house.server.failNext('generations', { kind: 'hang' });
    const worker = await house.startWorker(WORKER);
    for (const story of STORIES) {
      const draft = draftOf(story, { format: '1:1', music: 'none', scenes: 2 });
      await submitVideo(house.backend, draft, null);
    }
    await house.server.arrival(({ fault }) => fault?.kind === 'hang');
    await waitFor(
      'the other films',
      async () => (await house.db.video.count({ where: { status: 'completed' } })) === 2,
    );
    await backUp(houseAt(databaseUrl, join(house.storage.root, '..')), join(backups, 'paid'));
    await worker.kill();
  } finally {
    await house.close();
  }

  await restoreBackup(target, join(backups, 'paid'));
  const again = await openRemoteHouse({ voice: shortVoice() }, target.databaseUrl);
  try {
    await cp(target.mediaDir, again.storage.root, { recursive: true });
    const before = await paidCalls(again.db);
    const settled = [...before].filter(([, states]) => states.at(-1) === 'settled');
    expect(settled.length).toBeGreaterThan(6);
    const open = [...before].filter(([, states]) => states.at(-1) === 'started');
    await again.startWorker(WORKER);
    await waitFor(
      'all films',
      async () => (await again.db.video.count({ where: { status: 'completed' } })) === STORIES.length,
    );
    const after = await paidCalls(again.db);
    for (const [call, states] of settled) expect(after.get(call)).toEqual(states);
    // What was open counts as paid. It was made once more where its answer had not come before the files were fetched,
    // as that of the call which the server never answered.
    for (const [call, [...states]] of open) {
      const ended = states.with(-1, 'interrupted');
      expect([ended, [...ended, 'settled']]).toContainEqual(after.get(call));
    }
    expect([...after.values()]).toContainEqual(['interrupted', 'settled']);
    const tries = (calls: ReadonlyMap<string, string[]>) => [...calls.values()].flat().length;
    const asked = again.server.calls.filter(({ route }) => route !== 'moderations');
    expect(asked).toHaveLength(tries(after) - tries(before));
  } finally {
    await again.close();
    await target.remove();
    await rm(backups, { recursive: true, force: true });
  }
});

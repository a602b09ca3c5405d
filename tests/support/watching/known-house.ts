import { randomUUID } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import type { Db } from '#jobs/db/client.server.ts';
import type { Prisma } from '#jobs/db/generated/client.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { PROCESS_VIDEO } from '#jobs/work/process-video.ts';

/** What must be told to nobody who reads figures. */
export const TOLD_TO_NOBODY = 'The Heron Of The Quiet Mill';

const HOUR_MS = 3_600_000;

/** Fills an empty house with rows of which every figure is known. */
export async function fillKnownHouse(db: Db, boss: PgBoss): Promise<void> {
  const now = Date.now();
  const videos = [
    ...Array.from({ length: 4 }, () => videoRow('completed')),
    ...['cost_cap_day', 'cost_cap_day', 'disk_full', 'Ein "Fehler"\nvon außen'].map((code) =>
      videoRow('failed', { error: { code, message: TOLD_TO_NOBODY, hint: '', retryable: false } }),
    ),
    videoRow('rendering'),
    { ...videoRow('completed'), deletedAt: new Date(now) },
  ];
  await db.video.createMany({ data: videos });
  const videoId = videos[0]?.id ?? '';
  const take = (kind: string, engine: string, tookMs: number | null, amount: number) => ({
    ...{ videoId, sceneId: randomUUID(), kind, engine, tookMs, amount, hash: randomUUID(), made: {} },
  });
  await db.take.createMany({
    data: [
      ...[100, 200, 600].map((ms) => take('voice', 'studio narrator-1', ms, 2000)),
      take('voice', 'studio narrator-1', null, 2000),
      take('picture', 'studio "illustrator"', 1500, 1),
      take('segment', 'canvas-1', 2000, 120),
      take('segment', 'canvas-1', 4000, 180),
    ],
  });
  const files = { filmKey: '', audioKey: '', posterKey: '', srtKey: '', vttKey: '' };
  await db.version.createMany({
    data: [
      { number: 1, tookMs: 3000, musicMs: null, soundMs: 800 },
      { number: 2, tookMs: 5000, musicMs: 400, soundMs: 1200 },
    ].map((row) => ({
      ...row,
      ...files,
      videoId,
      storyboard: {},
      filmHash: `${row.number}`,
      durationMs: 9000,
    })),
  });
  await db.providerCall.createMany({ data: callRows(now, videoId) });
  await db.worker.createMany({
    data: [now, now - 20_000, now - 60_000].map((at) => ({ id: randomUUID(), seenAt: new Date(at) })),
  });
  for (let at = 0; at < 3; at += 1) await boss.send(PROCESS_VIDEO, {}, { singletonKey: randomUUID() });
  await boss.send(PROCESS_VIDEO, {}, { singletonKey: randomUUID(), startAfter: 3600 });
  await boss.fetch(PROCESS_VIDEO);
  await db.$executeRaw`
    UPDATE pgboss.job SET start_after = now() - interval '90 seconds'
    WHERE id = (SELECT id FROM pgboss.job WHERE state = 'created' AND start_after <= now() LIMIT 1)`;
}

function videoRow(
  status: 'completed' | 'failed' | 'rendering',
  more: Partial<Prisma.VideoCreateManyInput> = {},
): Prisma.VideoCreateManyInput & { id: string } {
  return {
    ...{ id: randomUUID(), title: TOLD_TO_NOBODY, titleGiven: true, story: TOLD_TO_NOBODY, status },
    ...{ options: videoOptionsSchema.parse({}), requestHash: 'known' },
    ...more,
  };
}

function callRows(now: number, videoId: string): Prisma.ProviderCallCreateManyInput[] {
  const ago = (hours: number) => new Date(now - hours * HOUR_MS);
  const call = (
    capability: string | null,
    state: 'started' | 'settled' | 'failed' | 'interrupted',
    costUsd: number,
    more: Partial<Prisma.ProviderCallCreateManyInput> = {},
  ) => ({
    ...{ id: randomUUID(), videoId, kind: capability === 'image' ? 'picture' : 'script', inputHash: 'known' },
    ...{
      provider: 'openai',
      model: 'writer-1',
      host: capability && 'api.example',
      capability,
      state,
      costUsd,
    },
    ...{ startedAt: ago(0), answeredAt: state === 'started' ? null : ago(0), endedAt: ago(0) },
    ...more,
  });
  const took = (ms: number) => ({ startedAt: ago(50), endedAt: new Date(ago(50).getTime() + ms) });
  return [
    call('script', 'settled', 0.5, took(4000)),
    call('script', 'settled', 0.25, took(6000)),
    call('script', 'failed', 0, took(90_000)),
    call('image', 'settled', 0.04),
    call('image', 'settled', 0.04, { host: 'other.example:8080', videoId: null }),
    call('image', 'interrupted', 0.02),
    call('image', 'started', 0.9),
    call(null, 'settled', 0, { provider: 'studio', model: 'storyteller-1', ...took(20) }),
  ];
}

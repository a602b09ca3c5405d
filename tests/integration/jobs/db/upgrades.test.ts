/** Every house that there ever was comes through the update: none of its videos is lost, and all can be read. */
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { statusView } from '#app/video/status-view.ts';
import { openDb } from '#jobs/db/client.server.ts';
import { migrate } from '#jobs/db/migrate.server.ts';
import { NO_FILTERS, SHELF_SORTS } from '#jobs/db/shelf/shelf-query.ts';
import { findDraft } from '#jobs/db/storyboard.server.ts';
import { readTakes } from '#jobs/db/takes.server.ts';
import { listVersions } from '#jobs/db/versions.server.ts';
import { readShelf } from '#jobs/db/video-shelf.server.ts';
import { findVideo, listHistory } from '#jobs/db/videos.server.ts';
import { countAll, fillAsThen } from '#tests/support/backups/rows-of-then.ts';
import { createDatabaseOf, MIGRATIONS } from '#tests/support/test-database.ts';

const migrations = readdirSync(MIGRATIONS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

async function inThatTime<T>(databaseUrl: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

describe.each(migrations)('a house whose newest migration was %s', (last) => {
  it('has every row and every video after the update', async () => {
    const url = await createDatabaseOf(last);
    const then = await inThatTime(url, async (client) => {
      await fillAsThen(client);
      return countAll(client);
    });
    for (const rows of then.values()) expect(rows).toBeGreaterThan(0);
    await migrate(url, MIGRATIONS);
    const now = await inThatTime(url, countAll);
    for (const [table, rows] of then) expect(now.get(table), table).toBeGreaterThanOrEqual(rows);

    const db = openDb(url);
    try {
      const ids = (await db.video.findMany({ select: { id: true } })).map(({ id }) => id).sort();
      expect(ids).toHaveLength(then.get('video') ?? 0);
      for (const sort of SHELF_SORTS) {
        const page = await readShelf(db, { filters: NO_FILTERS, sort, turn: null });
        expect(page.videos.map(({ id }) => id).sort()).toEqual(ids);
      }
      for (const id of ids) {
        const video = await findVideo(db, id);
        if (!video) throw new Error(`The video ${id} is lost.`);
        expect(statusView(video)).toMatchObject({ status: video.status });
        expect((await findDraft(db, id))?.video.id).toBe(id);
        expect((await listHistory(db, id)).length).toBeGreaterThan(0);
        const takes = await readTakes(db, id);
        const versions = await listVersions(db, id);
        if (video.status !== 'completed') continue;
        expect(versions[0]).toMatchObject({ number: 1, filmKey: video.filmKey });
        for (const { pictureHash } of video.scenes)
          expect(takes.find('picture', pictureHash ?? '')).not.toBeNull();
      }
    } finally {
      await db.$disconnect();
    }
  });
});

it('keeps telling its rows apart by numbers of their own', async () => {
  const url = await createDatabaseOf(migrations[0] ?? '');
  await inThatTime(url, fillAsThen);
  await migrate(url, MIGRATIONS);
  const db = openDb(url);
  const { id: videoId } = await db.video.findFirstOrThrow();
  const before = await db.event.count();
  await db.event.create({ data: { videoId, to: 'completed', message: randomUUID() } });
  expect(await db.event.count()).toBe(before + 1);
  await db.$disconnect();
});

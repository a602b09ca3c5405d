import { randomUUID } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loader as home } from '#app/routes/_index.tsx';
import { loader as status } from '#app/routes/api.video-status.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { createDatabase } from '#tests/support/test-database.ts';

const SCENES = 100;
/** What pages that ask every few seconds have no use for; of other tables they read events alone. */
const UNREAD = {
  video: ['draft', 'request_hash', 'taken_up'],
  film_check: ['findings', 'figures'],
  scene: ['image_prompt', 'reading', 'words', 'picture_layers', 'voice_hash', 'picture_hash', 'segment_hash'],
};
const READER = `reader_${randomUUID().replaceAll('-', '')}`;
const id = randomUUID();
let db: Db;
/** May not read what is `UNREAD`. */
let reader: Db;

beforeAll(async () => {
  const address = await createDatabase();
  db = openDb(address);
  const long = 'A fox on a hill under the moon, in great detail. '.repeat(40);
  await db.video.create({
    data: {
      ...{ id, title: 'The Fox', titleGiven: true, story: long, requestHash: 'hash', status: 'rendering' },
      options: videoOptionsSchema.parse({}),
      draft: { title: 'The Fox', scenes: Array.from({ length: SCENES }, () => ({ narration: long })) },
      events: { create: { to: 'pending', message: 'Story received.' } },
      scenes: {
        create: Array.from({ length: SCENES }, (_, position) => ({
          ...{ id: randomUUID(), position, narration: 'A fox.', imagePrompt: long, seed: 1 },
          ...{ voiceKey: 'v/voice.wav', pictureKey: 'v/picture.jpg', durationMs: 2000 },
          words: Array.from({ length: 50 }, (_, at) => ({ text: 'fox', startMs: at, endMs: at + 1 })),
        })),
      },
    },
  });
  await db.$executeRawUnsafe(`CREATE ROLE ${READER}`);
  await db.$executeRawUnsafe(`GRANT SELECT ON event TO ${READER}`);
  for (const [table, unread] of Object.entries(UNREAD)) {
    const columns = await db.$queryRaw<{ name: string }[]>`
      SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = ${table}`;
    const names = columns.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(unread));
    const read = names.filter((name) => !unread.includes(name)).map((name) => `"${name}"`);
    await db.$executeRawUnsafe(`GRANT SELECT (${read.join()}) ON ${table} TO ${READER}`);
  }
  const url = new URL(address);
  url.searchParams.set('options', `-c role=${READER}`);
  reader = openDb(url.href);
});
afterAll(async () => {
  await reader?.$disconnect();
  await db.$executeRawUnsafe(`DROP OWNED BY ${READER}`);
  await db.$executeRawUnsafe(`DROP ROLE ${READER}`);
  await db.$disconnect();
});

/** What a page's question is answered with for the one who reads no storyboards. */
async function ask(load: (args: LoaderFunctionArgs) => Promise<Response>, path: string): Promise<string> {
  const request = new Request(new URL(path, 'http://localhost'));
  const context = { backend: { db: reader, ownerId: null }, visitor: null } as LoaderFunctionArgs['context'];
  const answer = await load({ request, context, params: {} });
  expect(answer.status).toBe(200);
  return answer.text();
}

it('home reads and sends a film of a hundred scenes without its scenes', async () => {
  for (const query of ['', '?q=fox&show=making&style=auto&sort=title&deleted=none', '?sort=longest']) {
    expect(await ask(home, `/${query}`), query).toContain('The Fox');
  }
  expect((await ask(home, '/')).length).toBeLessThan(2000);
});

it('the status route reads no words, layers, descriptions and drafts', async () => {
  const told = JSON.parse(await ask(status, `/api/video-status?id=${id}&since=0`));
  expect(told).toMatchObject({ title: 'The Fox', status: 'rendering', transitions: [{ to: 'pending' }] });
  expect(told.storyboard.scenes).toHaveLength(SCENES);
  // Whoever reads them cannot be that one.
  await expect(findVideo(reader, id)).rejects.toThrow(/permission denied/);
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { hideVideos } from '#jobs/db/deleted-videos.server.ts';
import { placeOf } from '#jobs/db/shelf/shelf-place.ts';
import { NO_FILTERS, SHELF_SORTS, type ShelfFilters, type ShelfSort } from '#jobs/db/shelf/shelf-query.ts';
import { shelvedLanguage, tellLanguages } from '#jobs/db/shelved-language.server.ts';
import {
  isShelfEmpty,
  listLanguages,
  readShelf,
  SHELF_PAGE,
  type ShelvedVideo,
} from '#jobs/db/video-shelf.server.ts';
import type { VideoStatus } from '#jobs/story/film/status.ts';
import { type PICTURE_STYLES, videoOptionsSchema } from '#jobs/story/order/options.ts';
import { STORIES_BY_LANGUAGE } from '#tests/support/stories-by-language.ts';
import { createDatabase } from '#tests/support/test-database.ts';

const VIDEOS = 65;
let db: Db;

beforeAll(async () => {
  db = openDb(await createDatabase());
});
afterAll(() => db.$disconnect());

interface Shelved {
  title?: string;
  story?: string;
  style?: (typeof PICTURE_STYLES)[number];
  status?: VideoStatus;
  createdAt?: Date;
  durationMs?: number | null;
}

async function shelve(videos: readonly Shelved[]): Promise<string[]> {
  const rows = videos.map(({ title = 'Film', story = 'A story of a fox.', style = 'papercut', ...rest }) => ({
    ...rest,
    ...{ id: randomUUID(), title, titleGiven: true, story, requestHash: 'hash' },
    options: videoOptionsSchema.parse({ style }),
  }));
  await db.video.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

const ask = (filters: Partial<ShelfFilters>, sort: ShelfSort = 'newest') =>
  readShelf(db, { filters: { ...NO_FILTERS, ...filters }, sort, turn: null });
const titlesOf = async (filters: Partial<ShelfFilters>) =>
  (await ask(filters)).videos.map(({ title }) => title).sort();

describe('pages of the shelf', () => {
  let ids: string[];
  beforeAll(async () => {
    await db.video.deleteMany();
    ids = await shelve(
      Array.from({ length: VIDEOS }, (_, at) => ({
        // Several of each: ids then say which comes first.
        title: ['Émile', 'emile', 'zebra', '', 'Äpfel', 'apple'][at % 6] ?? '',
        createdAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(at / 3) * 1000),
        durationMs: [null, 30_000, 9_000, 120_000][at % 4] ?? null,
      })),
    );
    await hideVideos(db, await shelve([{ title: 'deleted' }]));
  });

  const before: Record<ShelfSort, (a: ShelvedVideo, b: ShelvedVideo) => boolean> = {
    newest: (a, b) => a.createdAt > b.createdAt || (+a.createdAt === +b.createdAt && a.id > b.id),
    oldest: (a, b) => a.createdAt < b.createdAt || (+a.createdAt === +b.createdAt && a.id < b.id),
    title: (a, b) => a.foldedTitle < b.foldedTitle || (a.foldedTitle === b.foldedTitle && a.id < b.id),
    longest: (a, b) =>
      (a.durationMs ?? 0) > (b.durationMs ?? 0) ||
      ((a.durationMs ?? 0) === (b.durationMs ?? 0) && a.id > b.id),
  };

  it.each(SHELF_SORTS)('have each video once, in order, forwards and back: %s', async (sort) => {
    const forwards: ShelvedVideo[][] = [];
    for (let page = await ask({}, sort); ; ) {
      forwards.push(page.videos);
      expect(page.hasPrevious).toBe(forwards.length > 1);
      const last = page.videos.at(-1);
      if (!page.hasNext || !last) break;
      page = await readShelf(db, { filters: NO_FILTERS, sort, turn: { from: placeOf(sort, last) } });
    }
    const all = forwards.flat();
    expect(all.map(({ id }) => id).sort()).toEqual([...ids].sort());
    for (const [at, video] of all.entries()) {
      const next = all[at + 1];
      if (next) expect(before[sort](video, next), `${video.foldedTitle} and ${next.foldedTitle}`).toBe(true);
    }
    expect(forwards.map(({ length }) => length)).toEqual([SHELF_PAGE, SHELF_PAGE, VIDEOS - 2 * SHELF_PAGE]);

    for (const [at, page] of forwards.entries()) {
      const [first] = page;
      if (at === 0 || !first) continue;
      const back = await readShelf(db, { filters: NO_FILTERS, sort, turn: { to: placeOf(sort, first) } });
      expect(back.videos.map(({ id }) => id)).toEqual(forwards[at - 1]?.map(({ id }) => id));
      expect([back.hasNext, back.hasPrevious]).toEqual([true, at > 1]);
    }
  });

  it('hang on a place though its video is gone', async () => {
    const { videos } = await ask({}, 'title');
    const last = videos.at(-1);
    if (!last) throw new Error('There is no video.');
    const turn = { from: placeOf('title', last) };
    const there = await readShelf(db, { filters: NO_FILTERS, sort: 'title', turn });
    await hideVideos(db, [last.id]);
    const then = await readShelf(db, { filters: NO_FILTERS, sort: 'title', turn });
    expect(then.videos.map(({ id }) => id)).toEqual(there.videos.map(({ id }) => id));
    await db.video.update({ where: { id: last.id }, data: { deletedAt: null } });
  });

  it('order titles as people do, whatever their case and accents', async () => {
    const { videos } = await ask({}, 'title');
    const titles = [...new Set(videos.map(({ foldedTitle }) => foldedTitle))];
    expect(titles).toEqual(['', 'apfel', 'apple']);
  });
});

describe('what is looked for', () => {
  beforeAll(async () => {
    await db.video.deleteMany();
    await shelve([
      { title: 'Zoë’s Garden', story: 'Roses grew around the old LIGHTHOUSE.' },
      { title: 'The Storm', story: 'A 100% wet_dog ran home.', style: 'neon', status: 'completed' },
      { title: '', story: STORIES_BY_LANGUAGE.ru, status: 'failed' },
      { title: '月', story: STORIES_BY_LANGUAGE['zh-Hans'], status: 'rendering' },
      { title: 'Ritter', story: STORIES_BY_LANGUAGE.de, status: 'cancelled', style: 'neon' },
    ]);
    await hideVideos(db, await shelve([{ title: 'Zoë again' }]));
    expect(await tellLanguages(db)).toBe(5);
    expect(await tellLanguages(db)).toBe(0);
  });

  it.each([
    ['zoe', ['Zoë’s Garden']],
    ['ZOË', ['Zoë’s Garden']],
    ['lighthouse', ['Zoë’s Garden']],
    ['roses  zoe', ['Zoë’s Garden']],
    ['roses storm', []],
    ['МОЛОДОЙ', ['']],
    ['池塘', ['月']],
    ['月', ['月']],
    ['wet_d', ['The Storm']],
    ['100%', ['The Storm']],
    ['w_t', []],
    ['1%0', []],
    ['\\', []],
    ['fuchs', ['Ritter']],
    ["' OR 1=1 --", []],
  ])('is found in titles and stories: %s', async (search, titles) => {
    expect(await titlesOf({ search })).toEqual(titles);
  });

  it('is filtered by state, style and language, all at once', async () => {
    expect(await titlesOf({ show: 'making' })).toEqual(['Zoë’s Garden', '月']);
    expect(await titlesOf({ show: 'ready' })).toEqual(['The Storm']);
    expect(await titlesOf({ show: 'failed' })).toEqual(['']);
    expect(await titlesOf({ style: 'neon' })).toEqual(['Ritter', 'The Storm']);
    expect(await titlesOf({ language: 'ru' })).toEqual(['']);
    expect(await titlesOf({ style: 'neon', language: 'de', search: 'zorro' })).toEqual([]);
    expect(await titlesOf({ style: 'neon', language: 'de', search: 'vollmond' })).toEqual(['Ritter']);
    expect(await listLanguages(db)).toEqual(['de', 'en', 'ru', 'zh']);
  });

  it('knows an empty shelf from one where nothing is found', async () => {
    expect((await ask({ search: 'zzzz' })).videos).toEqual([]);
    expect(await isShelfEmpty(db)).toBe(false);
    await hideVideos(
      db,
      (await db.video.findMany({ select: { id: true } })).map(({ id }) => id),
    );
    expect(await isShelfEmpty(db)).toBe(true);
    expect(await listLanguages(db)).toEqual([]);
  });

  it('follows title and story, whoever writes them', async () => {
    const [id = ''] = await shelve([{ title: 'Before' }]);
    await db.video.update({ where: { id }, data: { title: 'Afterwards' } });
    expect(await titlesOf({ search: 'before' })).toEqual([]);
    expect(await titlesOf({ search: 'afterwards' })).toEqual(['Afterwards']);
  });
});

it('a language is told by the primary tag', () => {
  const language = (tag: string) => shelvedLanguage({ story: 'A fox.', options: { language: tag } });
  expect([language('pt-BR'), language('zh-Hant'), language('auto')]).toEqual(['pt', 'zh', 'en']);
});

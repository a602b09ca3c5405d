import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTERS } from '#jobs/db/shelf/shelf-query.ts';
import { readShelf, SHELF_PAGE } from '#jobs/db/video-shelf.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { attentionOf, factsOf } from '#jobs/story/film/video.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { startTestWeb, type TestWeb } from './web-server';

const VIDEOS = 65;
const FAULT = { code: 'picture_failed', message: 'It broke.', hint: 'Try again.', retryable: true };

let web: TestWeb;
/** Newest first. */
let ids: string[];
beforeAll(async () => {
  web = await startTestWeb();
  const rows = Array.from({ length: VIDEOS }, (_, at) => ({
    id: randomUUID(),
    title: `Film ${at}`,
    titleGiven: true,
    story: 'A fox went out to see the moon. '.repeat(60),
    options: videoOptionsSchema.parse({}),
    requestHash: 'hash',
    // Three at a time at the same moment: the ids then say which comes first.
    createdAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(at / 3) * 1000),
  }));
  await web.backend.db.video.createMany({ data: rows });
  ids = rows
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id);
  await web.backend.db.scene.createMany({
    data: Array.from({ length: 9 }, (_, position) => ({
      id: randomUUID(),
      videoId: ids[0] ?? '',
      position,
      narration: `UNSEEN ${position}`,
      imagePrompt: 'UNSEEN',
      seed: 1,
      ...(position < 5 && { voiceKey: `v/voice-${position}.wav` }),
      ...(position > 1 && position < 4 && { pictureKey: `v/picture-${position}.jpg` }),
      ...(position === 1 && { error: FAULT }),
    })),
  });
});
afterAll(async () => {
  expect(web.faults).toEqual([]);
  await web.stop();
});

const shown = (page: string) => [...page.matchAll(/href="\/video\/([0-9a-f-]{36})"/g)].map(([, id]) => id);
const wayTo = (page: string, rel: 'next' | 'prev') => {
  const [link] = page.match(new RegExp(`<a [^>]*rel="${rel}"[^>]*>`)) ?? [];
  return link?.match(/href="([^"#]*)/)?.[1]?.replaceAll('&amp;', '&');
};

describe('the shelf of films', () => {
  it('leads to every film by its links alone, each on one page, and back to the newest', async () => {
    const seen: (string | undefined)[] = [];
    const pages: string[] = ['/'];
    for (let path: string | undefined = '/'; path; ) {
      const { status, text } = await web.ask(path);
      expect(status).toBe(200);
      seen.push(...shown(text));
      path = wayTo(text, 'next');
      if (path) pages.push(path);
    }
    expect(seen).toEqual(ids);
    expect(pages).toHaveLength(Math.ceil(VIDEOS / SHELF_PAGE));

    let back = (await web.ask(pages.at(-1) ?? '')).text;
    for (let turns = pages.length - 1; turns > 0; turns -= 1) {
      back = (await web.ask(wayTo(back, 'prev') ?? '')).text;
      expect(shown(back)).toEqual(ids.slice((turns - 1) * SHELF_PAGE, turns * SHELF_PAGE));
    }
    expect(wayTo(back, 'prev')).toBeUndefined();
  });

  it('sends a page’s films alone, and nothing of their storyboards', async () => {
    const { text } = await web.ask('/?_data=routes%2F_index');
    expect((JSON.parse(text) as { videos: unknown[] }).videos).toHaveLength(SHELF_PAGE);
    expect(text).not.toContain('UNSEEN');
    expect(text.length).toBeLessThan(SHELF_PAGE * 700);
  });

  it('counts what is made as the video’s own page does', async () => {
    const [card] = (await readShelf(web.backend.db, { filters: NO_FILTERS, sort: 'newest', turn: null }))
      .videos;
    const video = await findVideo(web.backend.db, ids[0] ?? '');
    if (!card || !video) throw new Error('There is no video.');
    expect(card.facts).toEqual(factsOf(video));
    expect(card.attention).toBe(attentionOf(video));
    expect(card.pictureKey).toBe('v/picture-2.jpg');
  });

  it.each(['?from=nonsense', '?to=2026-01-01_x', `?from=1990-01-01T00:00:00.000Z_${randomUUID()}`])(
    'shows the newest for a place that is nowhere: %s',
    async (search) => {
      const { status, text } = await web.ask(`/${search}`);
      expect(status).toBe(200);
      expect(shown(text)).toEqual(ids.slice(0, SHELF_PAGE));
    },
  );
});

/** What happens, followed by a client of the standard's kind. */
import { randomUUID } from 'node:crypto';
import { EventSource } from 'eventsource';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeToken } from '#jobs/accounts/api-tokens.server.ts';
import { newestEvent, readHistory } from '#jobs/db/house-history.server.ts';
import { cancelVideo, submitVideo } from '#jobs/work/commands.server.ts';
import { draftOf } from '#tests/support/stories.ts';
import { waitFor } from '#tests/support/wait-for.ts';
import { startTestWeb, type TestWeb, unknownId } from '../web-server';

interface Heard {
  type: string;
  id: string;
  data: { status?: string; transitions?: { to: string }[]; data?: { videoId: string } };
}

/** Statuses of answers to a client, each time it came. */
interface Follower {
  heard: Heard[];
  statuses: number[];
  source: EventSource;
}

const TYPES = ['status', 'video.cancelled', 'video.failed', 'video.completed'];
let following: Follower[] = [];
afterEach(() => {
  for (const { source } of following) source.close();
  following = [];
});

function follow({ port }: TestWeb, path: string, headers: Record<string, string> = {}): Follower {
  const statuses: number[] = [];
  const source = new EventSource(`http://127.0.0.1:${port}/api/v1${path}`, {
    fetch: async (url, init) => {
      const answer = await fetch(url, { ...init, headers: { ...init.headers, ...headers } });
      statuses.push(answer.status);
      return answer;
    },
  });
  const heard: Heard[] = [];
  for (const type of TYPES)
    source.addEventListener(type, ({ lastEventId, data }) => {
      heard.push({ type, id: lastEventId, data: JSON.parse(String(data)) });
    });
  const follower = { heard, statuses, source };
  following.push(follower);
  return follower;
}

describe('a site of one', () => {
  let web: TestWeb;
  beforeAll(async () => {
    web = await startTestWeb();
  });
  afterAll(async () => {
    expect(web.faults).toEqual([]);
    await web.stop();
  });

  const order = async () => (await submitVideo(web.backend, draftOf(), null)).videoId;

  it('tells of a video until nothing more becomes of it, and sends whoever comes again away', async () => {
    const id = await order();
    const { heard, statuses, source } = follow(web, `/videos/${id}/events`);
    await waitFor('the state as it is', () => heard.length > 0);
    expect(heard[0]).toMatchObject({ type: 'status', data: { id, status: 'pending', transitions: [] } });
    await cancelVideo(web.backend, id);
    await waitFor('the client to be told that there is no more', () => source.readyState === source.CLOSED);
    expect(heard.map(({ data }) => data.status)).toEqual(['pending', 'cancelled']);
    expect(heard[1]?.data.transitions?.map(({ to }) => to)).toEqual(['cancelled']);
    expect(statuses).toEqual([200, 204]);
  });

  it('tells of what happened while nobody listened', async () => {
    const id = await order();
    const first = follow(web, `/videos/${id}/events`);
    await waitFor('the state as it is', () => first.heard.length > 0);
    first.source.close();
    await cancelVideo(web.backend, id);
    const since = first.heard[0]?.id ?? '';
    const { heard } = follow(web, `/videos/${id}/events`, { 'last-event-id': since });
    await waitFor('what was missed', () => heard.length > 0);
    expect(heard[0]?.data).toMatchObject({ status: 'cancelled', transitions: [{ to: 'cancelled' }] });
  });

  it('tells what becomes of all videos, in order and each once', async () => {
    const { heard, source } = follow(web, '/events');
    await waitFor('the stream', () => source.readyState === source.OPEN);
    const ids = [await order(), await order(), await order()];
    for (const id of ids) await cancelVideo(web.backend, id);
    await waitFor(
      'all of it',
      () => heard.filter(({ data }) => ids.includes(data.data?.videoId ?? '')).length >= 3,
    );
    const news = heard.filter(({ data }) => ids.includes(data.data?.videoId ?? ''));
    expect(news.map(({ type, data }) => [type, data.data?.videoId])).toEqual(
      ids.map((id) => ['video.cancelled', id]),
    );
    source.close();
    const again = follow(web, '/events', { 'last-event-id': news[0]?.id ?? '' });
    await waitFor('the rest', () => again.heard.length >= 2);
    expect(again.heard.map(({ id }) => id)).toEqual(news.slice(1).map(({ id }) => id));
  });

  it('refuses what is no event, and sends its headers to who asks for them alone', async () => {
    const strange = await web.ask('/api/v1/events', { headers: { 'last-event-id': 'x' } });
    expect([strange.status, JSON.parse(strange.text).code]).toEqual([400, 'invalid_since']);
    const head = await web.ask('/api/v1/events', { method: 'HEAD' });
    expect([head.status, head.headers['content-type'], head.text]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      '',
    ]);
    const unknown = await web.ask(`/api/v1/videos/${unknownId()}/events`);
    expect([unknown.status, JSON.parse(unknown.text).code]).toEqual([404, 'video_not_found']);
    const page = await web.ask('/api/v1/events', { headers: { accept: 'application/json' } });
    expect(page.status).toBe(406);
  });

  it('never tells of an event after a later one', async () => {
    const { db } = web.backend;
    const [slow, quick] = [await order(), await order()];
    const since = await waitFor('the orders to have settled', async () => {
      const [{ id = 0n } = {}] = await db.$queryRaw<{ id: bigint }[]>`SELECT max(id) AS id FROM event`;
      return (await newestEvent(db)) === id && id;
    });
    const note = (tx: Pick<typeof db, 'event'>, videoId: string) =>
      tx.event.create({ data: { videoId, from: 'pending', to: 'cancelled', message: 'Cancelled.' } });
    let seen: unknown[] = [];
    await db.$transaction(async (tx) => {
      await note(tx, slow);
      await note(db, quick);
      seen = await readHistory(db, since);
    });
    expect(seen).toEqual([]);
    const news = await waitFor('both', async () => {
      const all = await readHistory(db, since);
      return all.length > 0 && all;
    });
    expect(news.map(({ videoId }) => videoId)).toEqual([slow, quick]);
  });
});

describe('a house with accounts', () => {
  let web: TestWeb;
  beforeAll(async () => {
    web = await startTestWeb({ isExposed: true });
  });
  afterAll(async () => {
    expect(web.faults).toEqual([]);
    await web.stop();
  });

  async function person(name: string) {
    const { db } = web.backend;
    const { id } = await db.person.create({
      data: { id: randomUUID(), name, email: `${name}@films.example` },
    });
    const token = await makeToken(db, id, { name: 'Follower', scopes: ['read'] });
    const order = async () => (await submitVideo({ ...web.backend, ownerId: id }, draftOf(), null)).videoId;
    return { headers: { authorization: `Bearer ${token}` }, order };
  }

  it('tells everybody of their own videos alone', async () => {
    const [ida, otto] = [await person('ida'), await person('otto')];
    const followers = [ida, otto].map(({ headers }) => follow(web, '/events', headers));
    for (const { source } of followers) await waitFor('the stream', () => source.readyState === source.OPEN);
    const ids = [await ida.order(), await otto.order()];
    for (const id of ids) await cancelVideo(web.backend, id);
    for (const { heard } of followers) await waitFor('the news', () => heard.length > 0);
    expect(followers.map(({ heard }) => heard.map(({ data }) => data.data?.videoId))).toEqual(
      ids.map((id) => [id]),
    );
    const foreign = await web.ask(`/api/v1/videos/${ids[1]}/events`, { headers: ida.headers });
    expect([foreign.status, JSON.parse(foreign.text).code]).toEqual([404, 'video_not_found']);
    const nobody = await web.ask('/api/v1/events');
    expect(nobody.status).toBe(401);
  });
});

/** Films followed by those who stop, go away, or follow what ends otherwise. */
import { randomUUID } from 'node:crypto';
import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWeb, type TestWeb } from '#tests/integration/app/web-server.ts';
import { connectByHttp, connectByStdio } from '#tests/support/mcp/mcp-clients.ts';
import { answered, callTool } from '#tests/support/mcp/tool-calls.ts';
import { SHORT_STORY } from '#tests/support/stories.ts';
import { waitFor } from '#tests/support/wait-for.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(async () => {
  expect(web.faults).toEqual([]);
  await web.stop();
});

interface Way {
  connect: () => Promise<Client>;
  /** Whether it says of one call that nobody wants its answer any more, rather than go away. */
  callsOff: boolean;
}

const WAYS: [string, Way][] = [
  ['HTTP', { connect: () => connectByHttp(web.port), callsOff: true }],
  [
    // It sends a request of its own for that, which nobody can tell from another client's.
    'HTTP as older clients speak it',
    { connect: () => connectByHttp(web.port, { mode: 'legacy' }), callsOff: false },
  ],
  [
    'standard input and output',
    {
      connect: async () => (await connectByStdio({ STORYSHORT_URL: `http://127.0.0.1:${web.port}` })).client,
      callsOff: true,
    },
  ],
];

describe.each(WAYS)('by %s', (_name, { connect, callsOff }) => {
  let client: Client;
  beforeAll(async () => {
    client = await connect();
  });
  afterAll(() => client.close());

  const make = async () => {
    const { structured } = await answered(client, 'make_film', { story: SHORT_STORY, key: randomUUID() });
    return structured.videoId as string;
  };
  /** Begins to follow a film that nobody makes. @returns when it is being followed */
  const follow = async (videoId: string, signal?: AbortSignal) => {
    let begun = () => {};
    const isBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const following = callTool(
      client,
      'follow_film',
      { videoId, seconds: 1800 },
      { timeout: 600_000, onprogress: () => begun(), ...(signal && { signal }) },
    );
    await isBegun;
    return { following };
  };
  const askedFor = (videoId: string) => web.logged().split(`"path":"/api/v1/videos/${videoId}"`).length;

  it('ends when its time is up, with what is so far', async () => {
    const videoId = await make();
    const { structured, text } = await answered(client, 'follow_film', { videoId, seconds: 1 });
    expect(structured).toMatchObject({ status: 'pending', isHeld: false });
    expect(text).toContain('Next: it goes on by itself; follow_film tells how far it is.');
  });

  it('ends when somebody stops the film', async () => {
    const videoId = await make();
    const { following } = await follow(videoId);
    await answered(client, 'cancel_film', { videoId });
    const { structured, text } = await following;
    expect([structured.status, text]).toEqual(['cancelled', expect.stringContaining('Next: continue_film')]);
  });

  it('ends when somebody deletes the film', async () => {
    const videoId = await make();
    const { following } = await follow(videoId);
    await answered(client, 'delete_film', { videoId });
    expect((await following).structured.code).toBe('video_not_found');
  });

  if (!callsOff) return;

  it('ends when its caller wants no answer any more, and the film goes on', async () => {
    const [videoId, other] = [await make(), await make()];
    const giveUp = new AbortController();
    const { following } = await follow(videoId, giveUp.signal);
    giveUp.abort();
    await expect(following).rejects.toThrow();
    await waitFor('nobody to ask for the film any more', async () => {
      const before = askedFor(videoId);
      await answered(client, 'follow_film', { videoId: other, seconds: 1 });
      return askedFor(videoId) === before;
    });
    expect(await web.backend.db.video.findUniqueOrThrow({ where: { id: videoId } })).toMatchObject({
      status: 'pending',
    });
  });
});

it.each(['auto', 'legacy'] as const)('ends where the client has gone altogether: %s', async (mode) => {
  const client = await connectByHttp(web.port, { mode });
  const { structured } = await answered(client, 'make_film', { story: SHORT_STORY, key: randomUUID() });
  const asked = () => web.logged().split(`"path":"/api/v1/videos/${structured.videoId}"`).length;
  const before = asked();
  const following = callTool(client, 'follow_film', { videoId: structured.videoId, seconds: 1800 }).catch(
    () => null,
  );
  await waitFor('the film to be followed', () => asked() > before);
  await client.close();
  await following;
  const other = await connectByHttp(web.port);
  await waitFor('nobody to ask for the film any more', async () => {
    const count = asked();
    const { structured: shelf } = await answered(other, 'list_films');
    await answered(other, 'follow_film', { videoId: shelf.videos.at(-1).id, seconds: 1 });
    return asked() === count;
  });
  await other.close();
});

it('holds up no site that is to end', async () => {
  const site = await startTestWeb();
  const client = await connectByHttp(site.port);
  const { structured } = await answered(client, 'make_film', { story: SHORT_STORY, key: randomUUID() });
  let begun = () => {};
  const isBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const following = callTool(
    client,
    'follow_film',
    { videoId: structured.videoId, seconds: 1800 },
    { timeout: 600_000, onprogress: () => begun() },
  );
  const ended = expect(following).rejects.toThrow();
  await isBegun;
  await site.stop();
  expect(site.faults).toEqual([]);
  await client.close();
  await ended;
});

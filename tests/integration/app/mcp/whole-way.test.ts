/** From a story to an edited film by tools alone, each way in which models' programs connect. */
import { randomUUID } from 'node:crypto';
import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestWeb, type TestWeb } from '#tests/integration/app/web-server.ts';
import { connectByHttp, connectByStdio } from '#tests/support/mcp/mcp-clients.ts';
import { answered, followWhile, type Structured } from '#tests/support/mcp/tool-calls.ts';
import { type CountedHouse, openCountedHouse } from '#tests/support/storyboards/counted-house.ts';
import { createDatabase } from '#tests/support/test-database.ts';
import { waitFor } from '#tests/support/wait-for.ts';

let house: CountedHouse;
let web: TestWeb;
beforeAll(async () => {
  const databaseUrl = await createDatabase();
  house = await openCountedHouse(databaseUrl);
  web = await startTestWeb({
    ownDatabase: databaseUrl,
    openStorage: () => house.storage,
    plan: house.backend.plan,
  });
});
afterAll(async () => {
  expect(web.faults).toEqual([]);
  await web.stop();
  await house.close();
});

/** A name, and how to connect; `check` says whether anything else came than messages. */
type Way = [string, () => Promise<{ client: Client; check: () => void }>];
const WAYS: Way[] = [
  ['HTTP', async () => ({ client: await connectByHttp(web.port), check: () => {} })],
  [
    'HTTP as older clients speak it',
    async () => ({ client: await connectByHttp(web.port, { mode: 'legacy' }), check: () => {} }),
  ],
  ...(['auto', 'legacy'] as const).map(
    (mode): Way => [
      `standard input and output, ${mode}`,
      async () => {
        const env = { HOST: '127.0.0.1', PORT: String(web.port) };
        const { client, complaints, faults } = await connectByStdio(env, mode);
        return { client, check: () => expect([complaints(), faults]).toEqual(['', []]) };
      },
    ],
  ),
];

describe.each(WAYS)('by %s', (_name, connect) => {
  let client: Client;
  let check: () => void;
  beforeAll(async () => {
    ({ client, check } = await connect());
  });
  afterAll(async () => {
    check();
    await client.close();
  });
  beforeEach(() => {
    for (const list of Object.values(house.asked)) list.length = 0;
    house.beforePicture = async () => {};
  });

  it('a story is reckoned up, ordered once, looked at, edited, made, edited again and made anew', async () => {
    const order = { story: 'A fox woke. It slept.', music: 'none', review: 'storyboard' };
    const estimate = await answered(client, 'estimate_film', order);
    expect(estimate.structured).toMatchObject({ words: 5, usd: 0, refusal: null });

    const key = randomUUID();
    const made = await answered(client, 'make_film', { ...order, key });
    const again = await answered(client, 'make_film', { ...order, key });
    const { videoId } = made.structured;
    expect(again.structured.videoId).toBe(videoId);
    expect(made.structured.pageUrl).toBe(`http://127.0.0.1:${web.port}/video/${videoId}`);

    const looked = await followWhile(client, videoId, () => house.work());
    expect(looked.film).toMatchObject({ status: 'script_generated', isHeld: true });
    expect(house.asked).toEqual({ voices: [], pictures: [], stretches: [] });

    const { structured: board } = await answered(client, 'read_storyboard', { videoId });
    const [first, second] = board.scenes as Structured[];
    expect(board.scenes.map(({ narration }: Structured) => narration)).toEqual(['A fox woke.', 'It slept.']);
    const plan = await answered(client, 'plan_film', { videoId });
    expect(plan.structured).toMatchObject({ cost: null, film: true, refusal: null });
    expect(plan.structured.lines.filter(({ what }: Structured) => what === 'picture')).toHaveLength(2);

    const edited = await answered(client, 'edit_storyboard', {
      videoId,
      revision: board.revision,
      edit: { kind: 'set-scene', scene: second?.id, change: { narration: 'It slept well.' } },
    });
    expect(edited.structured).toMatchObject({ isEdited: true, canUndo: true });

    await answered(client, 'update_film', { videoId });
    // Nothing is finished before it was seen to be in the making.
    const told: string[] = [];
    house.beforePicture = async () => {
      await waitFor('a picture in the making to be told', () =>
        told.some((message) => /assets/.test(message)),
      );
    };
    const { film, progress } = await followTelling(client, videoId, told);
    expect(film).toMatchObject({ status: 'completed', progress: 100, durationMs: expect.any(Number) });
    expect(house.asked.voices.sort()).toEqual(['A fox woke.', 'It slept well.']);
    expect(progress.every((value, at) => at === 0 || value > (progress[at - 1] ?? 0))).toBe(true);

    const shown = await answered(client, 'show_scene', { videoId, sceneId: first?.id });
    const [, image] = shown.result.content;
    expect(image).toMatchObject({ type: 'image', mimeType: 'image/webp' });

    house.beforePicture = async () => {};
    await answered(client, 'edit_storyboard', {
      videoId,
      edit: { kind: 'set-scene', scene: first?.id, change: { narration: 'A vixen woke.' } },
    });
    const change = await answered(client, 'plan_film', { videoId });
    expect(change.structured.lines.map(({ what, position }: Structured) => [what, position])).toEqual(
      expect.arrayContaining([['voice', 0]]),
    );
    await answered(client, 'update_film', { videoId });
    const anew = await followWhile(client, videoId, () => house.work());
    expect(anew.film.status).toBe('completed');
    expect(house.asked.voices).toEqual(['A fox woke.', 'It slept well.', 'A vixen woke.']);
    const { structured: versions } = await answered(client, 'list_versions', { videoId });
    expect(versions.versions.map(({ number }: Structured) => number)).toEqual([2, 1]);

    const { structured: read, result } = await answered(client, 'read_film', { videoId });
    const file = await fetch(read.videoUrl);
    const [opening] = JSON.parse(await file.text()).scenes;
    expect(opening.words.map(({ text }: Structured) => text).join(' ')).toBe('A vixen woke.');
    expect(result.content.map(({ type }) => type)).toEqual(['text', 'resource_link', 'resource_link']);
    const { structured: shelf } = await answered(client, 'list_films', { q: 'fox' });
    expect(shelf.videos.map(({ id }: Structured) => id)).toContain(videoId);
  });

  async function followTelling(by: Client, videoId: string, told: string[]) {
    const progress: number[] = [];
    const following = answered(
      by,
      'follow_film',
      { videoId, seconds: 600 },
      {
        timeout: 600_000,
        onprogress: ({ progress: value, message = '' }) => {
          progress.push(value);
          told.push(message);
        },
      },
    );
    const [{ structured: film }] = await Promise.all([following, house.work()]);
    return { film, progress };
  }
});

/** Several formats of one story by servers that take money: nothing that they share is paid for twice. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listFamily } from '#jobs/db/families/families.server.ts';
import { readArrivedOrigins } from '#jobs/making/provenance/arrived-origins.server.ts';
import type { FilmFormat } from '#jobs/story/formats/film-format.ts';
import { submitVideo } from '#jobs/work/commands.server.ts';
import { openRemoteHouse, type RemoteHouse } from '#tests/support/remote-workers.ts';
import { draftOf } from '#tests/support/stories.ts';
import { waitFor } from '#tests/support/wait-for.ts';

const STORY = [
  'A girl called Marta found a lantern in the deep snow behind the old mill, and it was still warm.',
  'Nobody had told Marta to carry it home through the dark, and at every gate a dog woke up in silence.',
  'In the morning all the village saw that Marta had brought the summer back, months too early.',
].join(' ');
const SCENES = 3;
const SMALL = { scenes: SCENES, format: '1:1', style: 'silhouette', music: 'none' };
/** Wide, the same without captions in the picture, and the order's own shape without them. */
const FORMATS = [
  { format: '16:9', burnIn: 'on', captionLanguage: 'auto' },
  { format: '16:9', burnIn: 'off', captionLanguage: 'auto' },
  { format: '1:1', burnIn: 'off', captionLanguage: 'auto' },
] as const;

let house: RemoteHouse;
beforeAll(async () => {
  house = await openRemoteHouse();
});
afterAll(() => house.close());

async function order(
  options: object = {},
  formats: readonly FilmFormat[] = FORMATS,
): Promise<[string, string, string, string]> {
  const draft = { ...draftOf(STORY, { ...SMALL, ...options }), formats: [...formats] };
  const ordered = await submitVideo(house.backend, draft, randomUUID());
  const { videoId } = ordered;
  const [wide = '', wideBare = '', bare = ''] = ordered.formats;
  return [videoId, wide, wideBare, bare];
}
const statusOf = async (id: string) =>
  (await house.db.video.findUniqueOrThrow({ where: { id }, select: { status: true } })).status;
const allReady = async (id: string) =>
  (await listFamily(house.db, id)).every(({ status }) => status === 'completed');
/** What was asked of servers elsewhere for a video, and paid. */
const paidFor = (videoId: string) =>
  house.db.providerCall.findMany({
    where: { videoId, host: { not: null }, state: 'settled', costUsd: { gt: 0 } },
    select: { kind: true, scene: true, costUsd: true },
  });
const countsOf = async (id: string) => {
  const kinds = (await paidFor(id)).map(({ kind }) => kind);
  return Object.fromEntries(
    [...new Set(kinds)].sort().map((kind) => [kind, kinds.filter((one) => one === kind).length]),
  );
};

it('is paid for once, as the ledger and the server tell', async () => {
  const worker = await house.startWorker({ LOG_LEVEL: 'silent' });
  const [first, wide, wideBare, bare] = await order();
  await waitFor('all four films', () => allReady(first));
  expect(await worker.stop()).toBe(0);

  const own = await countsOf(first);
  expect(own).toMatchObject({ script: 1, picture: SCENES });
  expect(own.voice).toBeGreaterThanOrEqual(SCENES);
  expect(await countsOf(wide)).toEqual({ picture: SCENES });
  expect(await countsOf(wideBare)).toEqual({});
  expect(await countsOf(bare)).toEqual({});

  // Where its parts come from is noted beside each, since the ledger tells it of the first.
  const origins = await readArrivedOrigins(house.storage, bare);
  const told = await house.db.scene.findMany({ where: { videoId: bare } });
  for (const { voiceHash, pictureHash } of told) {
    expect(origins.get(voiceHash ?? '')).toMatchObject({ engine: 'openai', costUsd: expect.any(Number) });
    expect(origins.get(pictureHash ?? '')).toMatchObject({ engine: 'openai' });
  }

  const asked = (...routes: string[]) =>
    house.server.calls.filter(({ route }) => routes.includes(route)).length;
  expect(asked('chat')).toBe(1);
  expect(asked('speech')).toBe(SCENES);
  expect(asked('generations', 'edits')).toBe(2 * SCENES);
});

it('nor where workers are killed while others wait', async () => {
  house.server.forget();
  const [first, wide, wideBare, bare] = await order();
  let worker = await house.startWorker({ LOG_LEVEL: 'silent' });
  const asked = (route: string) => house.server.calls.some((call) => call.route === route);
  await waitFor('the first voice', () => asked('speech'));
  // The others wait, and there is no job of theirs.
  expect(await Promise.all([wide, wideBare, bare].map(statusOf))).toEqual(Array(3).fill('pending'));
  await worker.kill();
  worker = await house.startWorker({ LOG_LEVEL: 'silent' });
  await waitFor('the first film', async () => (await statusOf(first)) === 'completed');
  await worker.kill();
  worker = await house.startWorker({ LOG_LEVEL: 'silent' });
  await waitFor('all four films', () => allReady(first));
  expect(await worker.stop()).toBe(0);

  for (const id of [wide, wideBare, bare]) expect(await countsOf(id)).not.toHaveProperty('voice');
  for (const id of [first, wide, wideBare, bare]) {
    const pictures = (await paidFor(id)).filter(({ kind }) => kind === 'picture').map(({ scene }) => scene);
    expect(new Set(pictures).size, 'of no scene two pictures').toBe(pictures.length);
  }
  expect(await countsOf(wideBare)).toEqual({});
  expect(await countsOf(bare)).toEqual({});
  expect((await countsOf(first)).script).toBe(1);
  expect(await house.db.providerCall.count({ where: { state: 'started' } })).toBe(0);
});

const captionsOf = async (id: string) => {
  const { srtKey } = await house.db.video.findUniqueOrThrow({ where: { id } });
  return new TextDecoder().decode(await house.storage.read(srtKey ?? ''));
};

it('translates captions once for each language, whatever the shape', async () => {
  house.server.forget();
  const worker = await house.startWorker({ LOG_LEVEL: 'silent' });
  const [first, ...others] = await order({}, [
    { format: '1:1', burnIn: 'on', captionLanguage: 'es' },
    { format: '16:9', burnIn: 'on', captionLanguage: 'auto' },
    { format: '16:9', burnIn: 'on', captionLanguage: 'es' },
  ]);
  await waitFor('all four films', () => allReady(first));
  expect(await worker.stop()).toBe(0);

  const [spanish, wide, wideSpanish] = others;
  expect(await countsOf(first)).toMatchObject({ script: 1, captions: 1, picture: SCENES });
  expect(await countsOf(spanish ?? '')).toEqual({});
  expect(await countsOf(wide ?? '')).toEqual({ picture: SCENES });
  expect(await countsOf(wideSpanish ?? '')).toEqual({});
  expect(house.server.calls.filter(({ route }) => route === 'chat')).toHaveLength(2);

  for (const id of [first, wide ?? '']) expect(await captionsOf(id)).toContain('lantern');
  for (const id of [spanish ?? '', wideSpanish ?? '']) {
    expect(await captionsOf(id)).not.toContain('lantern');
    expect(await captionsOf(id)).toContain('nretnal');
  }
});

it('has captions in the language of the story beside a film that has them in another', async () => {
  const worker = await house.startWorker({ LOG_LEVEL: 'silent' });
  const plain = { format: '1:1', burnIn: 'on', captionLanguage: 'auto' } as const;
  const [first, english] = await order({ captionLanguage: 'es' }, [plain]);
  await waitFor('both films', () => allReady(first));
  expect(await worker.stop()).toBe(0);
  expect(await captionsOf(first)).toContain('nretnal');
  expect(await captionsOf(english)).toContain('lantern');
  const { scenes } = await house.db.video.findUniqueOrThrow({
    where: { id: first },
    include: { scenes: true },
  });
  // A person finds them in the storyboard, and may mend them.
  expect(scenes.map(({ touches }) => touches)).toEqual(
    Array(SCENES).fill(expect.objectContaining({ captions: expect.any(String) })),
  );
});

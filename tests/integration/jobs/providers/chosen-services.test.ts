/** What a film asks of connected servers reaches them, and no more than that is made anew when it changes. */
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempt-writes.server.ts';
import { createVideo, findVideo } from '#jobs/db/videos.server.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import { openAiProvider } from '#jobs/providers/openai/openai-provider.ts';
import type { ProviderSettings } from '#jobs/providers/openai/settings/settings.ts';
import { startOpenAiServer, type TestServer } from '#tests/support/openai-server/server.ts';
import { CANARY_KEY, testSettings } from '#tests/support/openai-server/test-settings.ts';
import { openRemoteWorkshop, type RemoteWorkshop } from '#tests/support/remote-workshop.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';

const CHOSEN = { scenes: 2, serviceVoice: 'nova', voiceTone: 'Softly.', quality: 'high' };

let server: TestServer;
let workshop: RemoteWorkshop;
const reopened: RemoteWorkshop[] = [];

/** The same house with other settings. */
async function reopen(settings: ProviderSettings): Promise<RemoteWorkshop> {
  const { databaseUrl, storage } = workshop;
  const other = await openRemoteWorkshop({
    providers: [openAiProvider(settings)],
    databaseUrl,
    folder: dirname(storage.root),
  });
  reopened.push(other);
  return other;
}

beforeAll(async () => {
  server = await startOpenAiServer({ apiKey: CANARY_KEY });
  workshop = await openRemoteWorkshop({
    providers: [openAiProvider(testSettings(server.baseUrl))],
    databaseUrl: await createDatabase(),
  });
});
beforeEach(() => server.forget());
afterEach(async () => {
  for (const other of reopened.splice(0)) await other.close();
});
afterAll(async () => {
  await workshop.close();
  await server.close();
});

async function newVideo(options: Record<string, unknown>): Promise<string> {
  const id = randomUUID();
  const story =
    'Marta found a lantern in the snow behind the old mill. Nobody told her to carry it home through the dark.';
  const draft = draftOf(story, { format: '1:1', music: 'none', ...options });
  await workshop.workshop.db.$transaction((tx) =>
    createVideo(tx, { id, draft, idempotencyKey: null, requestHash: id }),
  );
  return id;
}

async function make(videoId: string, by = workshop) {
  const begun = await beginAttempt(by.workshop.db, videoId);
  if (!begun) throw new Error('There is nothing to work on.');
  await makeFilm(by.workshop, begun, { signal: new AbortController().signal, lastChance: false });
  const video = await findVideo(by.workshop.db, videoId);
  if (!video) throw new Error('The video is gone.');
  return video;
}

const fieldsOf = (...routes: string[]) =>
  server.calls.filter(({ route }) => routes.includes(route)).map(({ fields }) => fields);
const routes = () => [...new Set(server.calls.map(({ route }) => route))].sort();

describe('a film', () => {
  it('is spoken and painted as it was chosen', async () => {
    const video = await make(await newVideo(CHOSEN));
    expect(video.status).toBe('completed');
    expect(fieldsOf('speech')).toHaveLength(2);
    for (const fields of fieldsOf('speech')) {
      expect(fields).toMatchObject({ voice: 'nova', instructions: 'Softly.' });
    }
    const pictures = fieldsOf('generations', 'edits');
    expect(pictures.map(({ quality }) => quality)).toEqual(['high', 'high']);
  });

  it('is the operator’s where nothing was chosen', async () => {
    await make(await newVideo({ scenes: 2 }));
    expect(fieldsOf('speech')[0]).toMatchObject({ voice: 'marin' });
    expect(fieldsOf('speech')[0]).not.toHaveProperty('instructions');
    expect(fieldsOf('generations')[0]).toMatchObject({ quality: 'medium' });
  });

  it.each([
    ['another voice', { serviceVoice: 'coral' }, ['speech', 'transcriptions']],
    ['another tone', { voiceTone: 'Loudly.' }, ['speech', 'transcriptions']],
    ['another quality', { quality: 'low' }, ['generations']],
    ['nothing else', {}, []],
  ])('asks for no more than it must after %s', async (_what, change, expected) => {
    const videoId = await newVideo(CHOSEN);
    const { options } = await make(videoId);
    server.forget();
    await workshop.workshop.db.video.update({
      where: { id: videoId },
      data: { options: { ...options, ...change }, status: 'script_generated' },
    });
    expect((await make(videoId)).status).toBe('completed');
    expect(routes().filter((route) => route !== 'moderations')).toEqual(expected);
  });

  it('does not follow the operator to another usual voice when it chose one', async () => {
    const videoId = await newVideo(CHOSEN);
    await make(videoId);
    server.forget();
    const settings = testSettings(server.baseUrl);
    const other = await reopen({ ...settings, speech: { ...settings.speech, voice: 'ash' } });
    await workshop.workshop.db.video.update({ where: { id: videoId }, data: { status: 'script_generated' } });
    await make(videoId, other);
    expect(fieldsOf('speech')).toEqual([]);
  });
});

describe('a film whose voice is gone', () => {
  const settings = () => testSettings(server.baseUrl);

  it('says what has changed, and pays for no speech', async () => {
    const speech = { ...settings().speech, model: 'kokoro', voice: 'af_sky', voices: ['af_sky'] };
    const other = await reopen({ ...settings(), speech });
    await expect(make(await newVideo(CHOSEN), other)).rejects.toMatchObject({
      code: 'voice_not_offered',
      retryable: false,
      message: expect.stringContaining('“kokoro” is asked now, and offers af_sky'),
    });
    expect(fieldsOf('speech')).toEqual([]);
  });

  it('says so when there is no speech server any more', async () => {
    const other = await reopen({ ...settings(), speech: null });
    await expect(make(await newVideo(CHOSEN), other)).rejects.toMatchObject({
      code: 'voice_unavailable',
      retryable: false,
      message: expect.stringContaining('“nova”, but the speech service'),
    });
  });

  it('is painted in the operator’s quality when the model has come to know another', async () => {
    const image = { ...settings().image, model: 'gpt-image-2' };
    const other = await reopen({ ...settings(), image });
    await make(await newVideo({ ...CHOSEN, quality: 'max' }), other);
    expect(fieldsOf('generations')[0]).toMatchObject({ quality: 'medium' });
  });
});

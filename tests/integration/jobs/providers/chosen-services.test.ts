/** What a film asks of connected servers reaches them, and no more than that is made anew when it changes. */
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { createVideo, findVideo, reopenVideo } from '#jobs/db/videos.server.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import type { SpeechRequest } from '#jobs/ports/engines.ts';
import { openAiProvider } from '#jobs/providers/openai/openai-provider.ts';
import type { ProviderSettings } from '#jobs/providers/openai/settings/settings.ts';
import { readProviderSettings } from '#jobs/providers/openai/settings/settings-schema.ts';
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

const STORY =
  'Marta found a lantern in the snow behind the old mill. Nobody told her to carry it home through the dark.';
const DIALOGUE =
  'The old keeper lit his pipe. “You came late,” he said. The girl shook her head. “I came when the lamp went out,” she answered.';

async function newVideo(options: Record<string, unknown>, story = STORY): Promise<string> {
  const id = randomUUID();
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

/** Fix was pressed, with the services as they usually are. */
async function mend(videoId: string) {
  const { db } = workshop.workshop;
  const flawed = await findVideo(db, videoId);
  if (!flawed) throw new Error('The video is gone.');
  await db.$transaction((tx) => reopenVideo(tx, flawed, 'Fix was pressed.', 'person'));
  server.forget();
  return make(videoId);
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

  it('is spoken here, says what is offered now, and has it again when the settings are back', async () => {
    // As on the day on which the usual model becomes another one.
    const variables = { OPENAI_API_KEY: CANARY_KEY, SPEECH_VOICE: 'nova' };
    const read = readProviderSettings(variables, Date.parse('2027-01-06'));
    if (!read.ok || !read.settings.speech) throw new Error('It does not start.');
    const speech = { ...read.settings.speech, baseUrl: server.baseUrl };
    const other = await reopen({ ...settings(), speech });
    const videoId = await newVideo(CHOSEN);
    const spoken = await make(videoId, other);
    expect(fieldsOf('speech', 'realtime')).toEqual([]);
    expect(spoken.status).toBe('completed');
    expect(spoken.options.serviceVoice).toBe('nova');
    expect(spoken.scenes.map(({ voiceError }) => voiceError?.code)).toEqual(
      Array(2).fill('voice_spoken_here'),
    );
    expect(spoken.scenes[0]?.voiceError?.message).toMatch(
      /“gpt-realtime-2.1-mini” is asked now, and offers alloy, .*\. The nearest of them is “coral”/,
    );
    // Who chose nobody has the nearest voice.
    server.forget();
    await make(await newVideo({ scenes: 1 }), other);
    expect(fieldsOf('realtime')).toMatchObject([{ session: { audio: { output: { voice: 'coral' } } } }]);
    expect(await mend(videoId)).toMatchObject({ status: 'completed', options: { serviceVoice: 'nova' } });
    expect(fieldsOf('speech').map(({ voice }) => voice)).toEqual(['nova', 'nova']);
  });

  it('is spoken here too where the server is there and has no such voice', async () => {
    const speech = { ...settings().speech, voices: [...settings().speech.voices, 'zoe'] };
    const other = await reopen({ ...settings(), speech });
    const { scenes } = await make(await newVideo({ ...CHOSEN, serviceVoice: 'zoe' }), other);
    expect(scenes.map(({ voiceError }) => voiceError?.code)).toEqual(Array(2).fill('voice_spoken_here'));
    expect(scenes[0]?.voiceError?.message).toContain('does not have the voice “zoe”');
    expect(server.calls.some(({ route, paid, status }) => route === 'speech' && paid && status < 300)).toBe(
      false,
    );
  });

  it('is spoken here when there is no speech server any more, and mended when there is', async () => {
    const other = await reopen({ ...settings(), speech: null });
    const videoId = await newVideo(CHOSEN);
    const spoken = await make(videoId, other);
    expect(spoken.status).toBe('completed');
    expect(spoken.scenes[0]?.voiceError?.message).toContain('“nova”, but the speech service');
    const mended = await mend(videoId);
    expect(mended.scenes.map(({ voiceError }) => voiceError)).toEqual([null, null]);
    expect(fieldsOf('speech')).toHaveLength(2);
  });

  it('keeps its speakers apart, and says so', async () => {
    const other = await reopen({ ...settings(), speech: null });
    const speakers = [
      { name: 'old keeper', voice: { voice: 'rms', serviceVoice: 'onyx' } },
      { name: 'girl', voice: { voice: 'rms', serviceVoice: 'shimmer' } },
    ];
    const asked: string[] = [];
    const { speech } = other.workshop.providers;
    const heard = {
      ...speech,
      speak: (request: SpeechRequest, signal: AbortSignal) => {
        asked.push(`${request.voice}: ${request.text}`);
        return speech.speak(request, signal);
      },
    };
    const providers = { ...other.workshop.providers, speech: heard, ownSpeech: heard };
    const { countedBy: _, ...uncounted } = providers;
    const videoId = await newVideo({ scenes: 1, serviceVoice: 'nova', speakers }, DIALOGUE);
    const video = await make(videoId, { ...other, workshop: { ...other.workshop, providers: uncounted } });
    expect(video.options.speakers).toEqual(speakers);
    expect(asked.map((line) => line.slice(0, 9))).toEqual([
      'rms: The ',
      'awb: “You',
      'rms: he s',
      'slt: “I c',
      'rms: she ',
    ]);
    expect(video.scenes[0]?.voiceError?.message).toContain('3 voices of this machine speak this scene');
    expect(video.scenes[0]?.voiceError?.message).toContain('told apart');
  });

  it('is painted in the operator’s quality when the model has come to know another', async () => {
    const image = { ...settings().image, model: 'gpt-image-2' };
    const other = await reopen({ ...settings(), image });
    await make(await newVideo({ ...CHOSEN, quality: 'max' }), other);
    expect(fieldsOf('generations')[0]).toMatchObject({ quality: 'medium' });
  });
});

/** Voices that are heard through the site: what is asked for, who answers, and what is said where nobody does. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Audition } from '#jobs/story/order/voice/audition.ts';
import { auditionKey } from '#jobs/story/order/voice/audition.ts';
import { AUDITION, type AuditionOutcome } from '#jobs/work/audition-queue.ts';
import { startTestWeb, type TestWeb } from './web-server';

const STORY = 'The lamp went out. Nobody knew why, and nobody asked.';

let web: TestWeb;
/** What the worker of this test was asked for, and what it answers. */
const asked: Audition[] = [];
let answer: (audition: Audition) => Promise<AuditionOutcome>;

beforeAll(async () => {
  web = await startTestWeb();
  await web.backend.boss.work<Audition, AuditionOutcome>(
    AUDITION,
    { pollingIntervalSeconds: 0.5 },
    async ([job]) => {
      if (!job) throw new Error('There is no job.');
      asked.push(job.data);
      return answer(job.data);
    },
  );
});
beforeEach(() => {
  asked.length = 0;
  answer = async (audition) => {
    const key = auditionKey(audition, await web.backend.plan());
    await web.backend.storage.put(key, Buffer.from('RIFF sound'));
    return { key };
  };
});
afterAll(async () => {
  expect(web.faults).toEqual([]);
  await web.stop();
});

const hear = async (body: Record<string, unknown>) => {
  const { status, text } = await web.post('/api/audition', { story: STORY, language: 'auto', ...body });
  return { status, told: JSON.parse(text) };
};

describe('POST /api/audition', () => {
  it('answers with where the voice can be heard, which is there', async () => {
    const { status, told } = await hear({ voice: 'slt' });
    expect([status, told]).toEqual([
      200,
      { url: expect.stringMatching(/^\/media\/auditions\/[0-9a-f]{24}\.wav$/) },
    ]);
    expect(asked).toEqual([{ voice: { voice: 'slt' }, text: 'The lamp went out.', language: 'en' }]);
    expect((await web.ask(told.url)).headers['content-type']).toContain('audio/');
  });

  it('asks nobody for what was said before', async () => {
    await hear({ voice: 'awb' });
    await hear({ voice: 'awb', story: `${STORY} It was dark.` });
    expect(asked).toHaveLength(1);
  });

  it('says what is wrong with the voice, in its own words', async () => {
    const fault = { code: 'voice_failed', message: 'It broke.', hint: 'Try again.', retryable: true };
    answer = async () => ({ fault });
    const { status, told } = await hear({ voice: 'rms', story: 'A story for a broken voice. It is short.' });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(told.error).toMatchObject({ code: 'voice_failed', message: 'It broke.' });
  });

  it.each([
    ['nobody', 'unknown_voice'],
    ['none', 'nothing_to_hear'],
    ['', 'unknown_voice'],
  ])('refuses %j', async (voice, code) => {
    const { status, told } = await hear({ voice });
    expect([status, told.error.code]).toEqual([422, code]);
    expect(asked).toEqual([]);
  });

  it('takes no other method', async () => {
    expect((await web.ask('/api/audition')).status).toBe(405);
    expect((await web.ask('/api/audition', { method: 'PUT', body: '{}' })).status).toBeGreaterThanOrEqual(
      400,
    );
  });
});

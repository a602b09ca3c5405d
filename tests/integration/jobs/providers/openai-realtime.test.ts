/** Speech by the Realtime API: the one way of OpenAI's once its speech models are gone. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlannedCall } from '#jobs/ports/calls/call-hooks.ts';
import { openAiSpeaker } from '#jobs/providers/openai/speech/speaker.ts';
import { decodeWav } from '#jobs/sound/audio/wav.ts';
import { startOpenAiServer, type TestServer } from '#tests/support/openai-server/server.ts';
import { CANARY_KEY, testSettings } from '#tests/support/openai-server/test-settings.ts';
import { VirtualClock } from '#tests/support/openai-server/virtual-clock.ts';

const never = new AbortController().signal;
const MODEL = 'gpt-realtime-mini';
const TEXT = 'Who goes there? Stop at once and tell me your name, said the keeper of the light.';
const request = { text: TEXT, voice: 'slt', language: 'en' };

let server: TestServer;
beforeAll(async () => {
  server = await startOpenAiServer({ apiKey: CANARY_KEY, models: [MODEL] });
});
afterAll(() => server.close());
beforeEach(() => server.forget());

interface Booked {
  call: PlannedCall;
  costUsd: number | null;
  unusable: boolean;
}

function speaker(changes: { model?: string; speed?: number; instructions?: string } = {}, key = CANARY_KEY) {
  const { speech } = testSettings(server.baseUrl, key);
  const booked: Booked[] = [];
  const voice = openAiSpeaker(
    { ...speech, model: MODEL, ...changes },
    {
      clock: new VirtualClock(),
      random: () => 0.5,
      hooks: {
        begin: async (call) => async (outcome) => {
          booked.push({
            call,
            costUsd: outcome.ok ? outcome.costUsd : null,
            unusable: !outcome.ok && outcome.unusable,
          });
        },
      },
    },
  );
  return { booked, speak: () => voice.speak(request, never) };
}

describe('speech in a conversation', () => {
  it('is asked for word for word and comes as narration does', async () => {
    const { speak, booked } = speaker({ instructions: 'Like a pirate.', speed: 3 });
    const { audio, durationMs, words } = await speak();
    expect(words).toBeNull();
    expect([decodeWav(audio).sampleRate, decodeWav(audio).channels.length]).toEqual([48_000, 1]);
    expect(durationMs).toBeGreaterThan(1500);
    expect(server.calls[0]?.fields).toMatchObject({
      model: MODEL,
      text: TEXT,
      session: {
        output_modalities: ['audio'],
        instructions: expect.stringContaining('How to sound: Like a pirate.'),
        audio: { output: { voice: 'marin', speed: 1.5, format: { type: 'audio/pcm', rate: 24_000 } } },
      },
    });
    expect(server.calls[0]?.headers.authorization).toBe(`Bearer ${CANARY_KEY}`);
    // 20 tokens of sound a second at $20 a million, and some text.
    const seconds = durationMs / 1000;
    expect(booked[0]?.costUsd).toBeGreaterThan((seconds * 20 * 20) / 1e6);
    expect(booked[0]?.costUsd).toBeLessThan((seconds * 20 * 20) / 1e6 + 0.001);
    expect(booked[0]?.call.estimate.basis).toBe('unverified');
  });

  it.each([
    ['an answer in place of the text', 'I am Marta, keeper. I come from the village with a lantern for you.'],
    ['a greeting before it', `Sure thing, here you go! ${TEXT}`],
    ['a part of it', 'Who goes there? Stop at once and tell me.'],
  ])('is asked for again when it is %s', async (_what, content) => {
    server.failNext('realtime', { kind: 'say', content });
    const { speak, booked } = speaker();
    await speak();
    expect(server.calls).toHaveLength(2);
    expect(booked.map(({ unusable }) => unusable)).toEqual([true, false]);
  });

  it('may be spelt otherwise', async () => {
    const content = 'Who goes there stop, at once and tell me your name said the Keeper of the light';
    server.failNext('realtime', { kind: 'say', content });
    await speaker().speak();
    expect(server.calls).toHaveLength(1);
  });

  it.each([
    ['a status at the door', { kind: 'status', status: 503 }],
    ['an error in the conversation', { kind: 'status', status: 0, type: 'rate_limit_error' }],
    ['a connection that is dropped', { kind: 'drop' }],
    ['a connection that breaks', { kind: 'reset' }],
    ['no sound', { kind: 'empty' }],
    ['silence', { kind: 'silence' }],
    ['an end at the limit of tokens', { kind: 'length' }],
  ] as const)('is got over: %s', async (_what, fault) => {
    server.failNext('realtime', fault);
    await speaker().speak();
    expect(server.calls).toHaveLength(2);
  });

  it.each([
    ['a wrong key', {}, 'sk-other', null, 'key_rejected'],
    ['a model that is gone', { model: 'gpt-realtime-3' }, CANARY_KEY, null, 'model_unknown'],
    ['a story that is refused', {}, CANARY_KEY, { kind: 'refuse' }, 'content_refused'],
    [
      'a spent balance',
      {},
      CANARY_KEY,
      { kind: 'status', status: 0, type: 'insufficient_quota', code: 'insufficient_quota' },
      'quota_exhausted',
    ],
  ] as const)('is not asked for again: %s', async (_what, changes, key, fault, code) => {
    if (fault) server.failNext('realtime', fault);
    await expect(speaker(changes, key).speak()).rejects.toMatchObject({ code, retryable: false });
    expect(server.calls).toHaveLength(1);
  });

  it('ends when nobody waits any more', async () => {
    server.failNext('realtime', { kind: 'stall' });
    const ended = new AbortController();
    const { speech } = testSettings(server.baseUrl);
    const spoken = openAiSpeaker({ ...speech, model: MODEL }).speak(request, ended.signal);
    await server.arrival(({ route }) => route === 'realtime');
    ended.abort(new Error('Cancelled.'));
    await expect(spoken).rejects.toThrow('Cancelled.');
  });
});

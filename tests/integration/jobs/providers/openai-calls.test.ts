import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallDependencies } from '#jobs/ports/calls/call.ts';
import type { CallOutcome, PlannedCall } from '#jobs/ports/calls/call-hooks.ts';
import { moderate } from '#jobs/providers/openai/moderation/moderator.ts';
import { openAiIllustrator } from '#jobs/providers/openai/picture/illustrator.ts';
import { testCapability } from '#jobs/providers/openai/settings/capability-test.ts';
import type { ServerSettings } from '#jobs/providers/openai/settings/settings.ts';
import { SERVED } from '#jobs/providers/openai/settings/settings.ts';
import { openAiSpeaker } from '#jobs/providers/openai/speech/speaker.ts';
import { transcribe } from '#jobs/providers/openai/transcribe/transcriber.ts';
import { quietTone } from '#jobs/sound/audio/tone.ts';
import type { ServerFault } from '#tests/support/openai-server/fault-plan.ts';
import { startOpenAiServer, type TestServer } from '#tests/support/openai-server/server.ts';
import { CANARY_KEY, testSettings } from '#tests/support/openai-server/test-settings.ts';
import { VirtualClock } from '#tests/support/openai-server/virtual-clock.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startOpenAiServer({ apiKey: CANARY_KEY });
});
afterAll(() => server.close());
beforeEach(() => server.forget());

const never = new AbortController().signal;

/** Speech is the call under test: it answers with bytes, which is the harder case. */
function speak(
  dependencies: CallDependencies = {},
  overrides: Partial<ServerSettings> = {},
  signal: AbortSignal = never,
) {
  const settings = { ...testSettings(server.baseUrl).speech, ...overrides };
  const clock = new VirtualClock();
  return openAiSpeaker(settings, { clock, random: () => 0.5, ...dependencies }).speak(
    { text: 'The fox slept well.', voice: 'slt', language: 'en' },
    signal,
  );
}

const status = (code: number, more: object = {}): ServerFault => ({ kind: 'status', status: code, ...more });

describe('faults that no repetition mends', () => {
  it.each<[string, ServerFault, string]>([
    ['a forbidden model', status(403), 'key_forbidden'],
    ['an unknown model', status(404), 'model_unknown'],
    ['a retired model', status(410), 'model_unknown'],
    ['a model that is not found', status(400, { code: 'model_not_found' }), 'model_unknown'],
    ['a model that the key does not see', status(403, { code: 'model_not_found' }), 'model_unknown'],
    ['a deprecated model', status(400, { code: 'model_deprecated' }), 'model_unknown'],
    ['a model called deprecated', status(403, { code: 'deprecated' }), 'model_unknown'],
    ['a bad request', status(400, { message: 'Unsupported value: speed' }), 'request_rejected'],
    ['an unprocessable request', status(422), 'request_rejected'],
    ['a spent balance', status(429, { code: 'insufficient_quota' }), 'quota_exhausted'],
    ['an unpaid account', status(402), 'quota_exhausted'],
  ])('%s fails at once', async (_, fault, code) => {
    server.failNext('speech', fault);
    await expect(speak()).rejects.toMatchObject({ name: 'StoryError', code, retryable: false });
    expect(server.calls).toHaveLength(1);
  });

  it('a wrong key fails at once, and is not repeated in the fault', async () => {
    const wrong = 'sk-wrong-abcdef123456';
    const fault = await speak({}, { apiKey: wrong }).catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: 'key_rejected', retryable: false });
    expect(everythingIn(fault)).not.toMatch(/sk-wrong|123456/);
    expect(server.calls).toHaveLength(1);
  });

  it('quotes the server’s reason without the key, however it is quoted there', async () => {
    server.failNext(
      'speech',
      status(400, { message: `Key ${CANARY_KEY} (sk-canary***1706) may not; nor Bearer ${CANARY_KEY}` }),
    );
    const fault = await speak().catch((error: unknown) => error);
    expect(fault).toMatchObject({
      code: 'request_rejected',
      message: expect.stringContaining('may not; nor'),
    });
    expect(everythingIn(fault)).not.toMatch(/canary|281706/);
  });
});

/** Whatever a logger could reach. */
function everythingIn(value: unknown): string {
  const seen = new Set<unknown>();
  const walk = (current: unknown): string => {
    if (typeof current !== 'object' || current === null || seen.has(current)) return String(current);
    seen.add(current);
    return Reflect.ownKeys(current)
      .map((key) => `${String(key)}=${walk(Reflect.get(current, key))}`)
      .join(';');
  };
  return walk(value);
}

describe('faults that may pass', () => {
  it.each<[string, ServerFault]>([
    ['a rate limit', status(429)],
    ['a server error', status(500)],
    ['an overload', status(503)],
    ['a dropped connection', { kind: 'drop' }],
    ['a connection reset in mid-body', { kind: 'reset' }],
    ['a sound that breaks off', { kind: 'truncate' }],
    ['an empty sound', { kind: 'empty' }],
    ['a silent sound', { kind: 'silence' }],
  ])('after %s it is tried again', async (_, fault) => {
    server.failNext('speech', fault);
    const text = 'The fox slept well, and nobody in the whole wide forest woke him up again.';
    const settings = testSettings(server.baseUrl).speech;
    const clock = new VirtualClock();
    const spoken = await openAiSpeaker(settings, { clock, random: () => 0.5 }).speak(
      { text, voice: 'slt', language: 'en' },
      never,
    );
    expect(spoken.durationMs).toBeGreaterThan(1000);
    expect(clock.waits).toEqual([500]);
    expect(server.calls).toHaveLength(2);
  });

  it('waits at least as long as the server asks, with jitter on top', async () => {
    server.failNext(
      'speech',
      status(429, { headers: { 'retry-after': '7' } }),
      status(503, { headers: { 'retry-after-ms': '250' } }),
    );
    const clock = new VirtualClock();
    await speak({ clock });
    expect(clock.waits).toEqual([7500, 1250]);
  });

  it('leaves a server alone that asks for longer than anybody waits', async () => {
    server.failBy(() => status(429, { headers: { 'retry-after': '400' } }));
    const clock = new VirtualClock();
    await expect(speak({ clock })).rejects.toMatchObject({
      ...{ code: 'provider_resting', retryable: true },
      message: expect.stringContaining('left alone for 7 minutes'),
    });
    expect(clock.waits).toEqual([]);
    expect(server.calls).toHaveLength(1);
  });

  it('gives up after five tries, waiting twice as long each time', async () => {
    server.failBy(() => status(500));
    const clock = new VirtualClock();
    await expect(speak({ clock })).rejects.toMatchObject({ code: 'provider_unavailable', retryable: true });
    expect(clock.waits).toEqual([500, 1000, 2000, 4000]);
  });

  it.each(['hang', 'stall'] as const)(
    'a server that lets one wait (%s) is left when the time is over',
    async (kind) => {
      server.failNext('speech', { kind }, { kind });
      await expect(speak({ timeoutMs: 60, policy: { maxAttempts: 2 } })).rejects.toMatchObject({
        code: 'provider_timeout',
        retryable: true,
        facts: { maybeCharged: true },
      });
      expect(server.calls).toHaveLength(2);
    },
  );

  it('names a server that is not there', async () => {
    const gone = await startOpenAiServer();
    await gone.close();
    await expect(speak({ policy: { maxAttempts: 1 } }, { baseUrl: gone.baseUrl })).rejects.toMatchObject({
      code: 'provider_unreachable',
      retryable: true,
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });
});

describe('ending a call', () => {
  it.each(['hang', 'stall'] as const)(
    'an abort ends it within a second, with its own reason (%s)',
    async (kind) => {
      server.failBy(() => ({ kind }));
      const controller = new AbortController();
      const reason = new Error('cancelled by the author');
      const outcomes: CallOutcome[] = [];
      const hooks = recordingHooks(outcomes);
      const spoken = speak({ hooks }, {}, controller.signal);
      await server.arrival(({ route }) => route === 'speech');
      const abortedAt = performance.now();
      controller.abort(reason);
      await expect(spoken).rejects.toBe(reason);
      expect(performance.now() - abortedAt).toBeLessThan(1000);
      expect(outcomes).toMatchObject([{ ok: false, maybeCharged: true }]);
      expect(server.calls).toHaveLength(1);
    },
  );

  it('an abort ends the wait for the next try', async () => {
    server.failBy(() => status(500));
    const controller = new AbortController();
    const reason = new Error('shutdown');
    const clock = {
      now: Date.now,
      wait: (_: number, signal: AbortSignal) =>
        new Promise<void>((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason), { once: true });
          controller.abort(reason);
        }),
    };
    await expect(speak({ clock }, {}, controller.signal)).rejects.toBe(reason);
  });
});

function recordingHooks(outcomes: CallOutcome[], begun: PlannedCall[] = []) {
  return {
    begin: async (call: PlannedCall) => {
      begun.push(call);
      return async (outcome: CallOutcome) => {
        outcomes.push(outcome);
      };
    },
  };
}

describe('the ledger’s part', () => {
  it('hears of every try before and after it', async () => {
    server.failNext('speech', status(500), { kind: 'reset' });
    const outcomes: CallOutcome[] = [];
    const begun: PlannedCall[] = [];
    await speak({ hooks: recordingHooks(outcomes, begun) });
    expect(begun.map(({ attempt, purpose, model }) => [attempt, purpose, model])).toEqual([
      [1, 'speech', 'gpt-4o-mini-tts'],
      [2, 'speech', 'gpt-4o-mini-tts'],
      [3, 'speech', 'gpt-4o-mini-tts'],
    ]);
    expect(begun[0]?.estimate.basis).toBe('unverified');
    expect(outcomes).toMatchObject([
      { ok: false, maybeCharged: false, fault: { code: 'provider_unavailable' } },
      { ok: false, maybeCharged: true, fault: { code: 'connection_lost' } },
      { ok: true, costUsd: begun[0]?.estimate.expectedUsd },
    ]);
  });

  it('can refuse a call before it is made', async () => {
    const refusal = new Error('the cap is reached');
    const hooks = { begin: () => Promise.reject(refusal) };
    await expect(speak({ hooks })).rejects.toBe(refusal);
    expect(server.calls).toHaveLength(0);
  });
});

describe('pictures', () => {
  const request = { prompt: 'A fox.', style: 'papercut', format: '9:16', seed: 1 } as const;
  const illustrate = (overrides = {}, dependencies: CallDependencies = {}) =>
    openAiIllustrator(
      { ...testSettings(server.baseUrl).image, ...overrides },
      { clock: new VirtualClock(), random: () => 0, ...dependencies },
    );

  it.each([
    ['gpt-image-2.5-flare', 'standard', '864x1536'],
    ['gpt-image-2.5-flare', 'full', '1088x1920'],
    ['gpt-image-1.5', 'full', '1024x1536'],
    ['stable-diffusion', 'standard', '1024x1536'],
  ] as const)('asks %s (%s) for %s and fits the film', async (model, resolution, size) => {
    const picture = await illustrate({ model, resolution }).drawPicture(request, never);
    expect(server.calls[0]?.fields).toMatchObject({ model, size });
    expect(picture).toMatchObject({ width: 1080, height: 1920, mimeType: 'image/jpeg' });
    expect(Buffer.from(picture.image).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  });

  it('counts the cost by the usage that the answer tells', async () => {
    const outcomes: CallOutcome[] = [];
    await illustrate({}, { hooks: recordingHooks(outcomes) }).drawPicture(request, never);
    const outputTokens = Math.round((864 * 1536) / 800);
    expect(outcomes).toEqual([{ ok: true, costUsd: expect.closeTo((100 * 5 + outputTokens * 30) / 1e6, 6) }]);
  });

  it.each<[string, ServerFault]>([
    ['too small', { kind: 'dimensions', width: 256, height: 256 }],
    ['of the wrong shape', { kind: 'dimensions', width: 2048, height: 512 }],
    ['damaged', { kind: 'damage' }],
    ['only an address', { kind: 'address' }],
  ])('asks again for a picture that is %s', async (_, fault) => {
    server.failNext('generations', fault);
    await illustrate().drawPicture(request, never);
    expect(server.calls).toHaveLength(2);
  });

  it('fetches a picture from the address that the same server answers with', async () => {
    server.failNext('generations', { kind: 'served' });
    const picture = await illustrate().drawPicture(request, never);
    expect((await sharp(picture.image).metadata()).width).toBe(picture.width);
    expect(server.calls).toHaveLength(1);
  });

  it('cuts a picture of a slightly different shape to the film', async () => {
    server.failNext('generations', { kind: 'dimensions', width: 1024, height: 1024 });
    const picture = await illustrate().drawPicture(request, never);
    expect(picture).toMatchObject({ width: 1080, height: 1920 });
    expect(server.calls).toHaveLength(1);
  });

  it('reports a refusal at once and as such', async () => {
    server.failNext('generations', { kind: 'refuse' });
    await expect(illustrate().drawPicture(request, never)).rejects.toMatchObject({
      code: 'picture_refused',
      retryable: false,
      facts: { refused: true, maybeCharged: false },
    });
    expect(server.calls).toHaveLength(1);
  });

  it('sends earlier pictures along to models that can follow them', async () => {
    const first = await illustrate().drawPicture(request, never);
    await illustrate().drawPicture({ ...request, references: [first] }, never);
    const edit = server.calls.at(-1);
    expect(edit?.route).toBe('edits');
    expect(edit?.files).toHaveLength(1);
    expect(edit?.files[0]?.bytes).toEqual(new Uint8Array(first.image));
    expect(edit?.fields.prompt).toContain('earlier scenes of the same film');
  });

  it('does not send pictures to models that cannot', async () => {
    const first = await illustrate().drawPicture(request, never);
    const other = illustrate({ model: 'stable-diffusion' });
    expect(other.followsReferences).toBe(false);
    await other.drawPicture({ ...request, references: [first] }, never);
    expect(server.calls.at(-1)?.route).toBe('generations');
  });
});

describe('a quality that the model does not know', () => {
  const request = { prompt: 'A fox.', style: 'papercut', format: '9:16', seed: 1 } as const;
  const qualities = () => server.calls.map(({ fields }) => fields.quality);
  const illustrate = (overrides: object) =>
    openAiIllustrator({ ...testSettings(server.baseUrl).image, ...overrides }, { clock: new VirtualClock() });

  it.each(['xhigh', 'max'] as const)('%s is asked for once, and the nearest then', async (quality) => {
    const model = illustrate({ model: `gpt-image-2.6-${quality}`, quality });
    const drawn = await model.drawPicture(request, never);
    expect(drawn.width).toBe(1080);
    expect(qualities()).toEqual([quality, 'high']);
    await model.drawPicture({ ...request, references: [drawn] }, never);
    expect(qualities()).toEqual([quality, 'high', 'high']);
  });

  it('is left out where the server knows none, which its words alone may tell', async () => {
    const refusal = status(400, { message: "Unknown parameter: 'quality'.", type: 'invalid_request_error' });
    const model = illustrate({ model: 'gpt-image-9', quality: 'low' });
    server.failNext('generations', refusal);
    await model.drawPicture(request, never);
    expect(qualities()).toEqual(['low', undefined]);
  });

  it('is nothing to be got round when something else is wrong', async () => {
    server.failNext('generations', status(400, { message: 'No picture of this quality may be shown.' }));
    const model = illustrate({ model: 'gpt-image-8', quality: 'low' });
    await expect(model.drawPicture(request, never)).rejects.toMatchObject({ code: 'request_rejected' });
    expect(qualities()).toEqual(['low']);
  });
});

describe('word times', () => {
  it.each([
    ['en-GB', 'en'],
    ['fil', 'tl'],
    ['yue', 'zh'],
    ['haw', undefined],
  ])('are asked for with the language of %s as ISO 639-1 has it: %s', async (language, sent) => {
    const { transcribe: settings } = testSettings(server.baseUrl);
    const sound = { audio: quietTone(1000), durationMs: 1000 };
    await transcribe(settings, sound, language, { clock: new VirtualClock() }, never);
    expect(server.calls.map(({ fields }) => fields.language)).toEqual([sent]);
  });
});

describe('moderation', () => {
  const check = (texts: string[]) =>
    moderate(testSettings(server.baseUrl).moderation, 'story', texts, { clock: new VirtualClock() }, never);

  it('lets a harmless story pass', async () => {
    await expect(check(['A fox slept.'])).resolves.toBeUndefined();
  });

  it('says kindly and exactly what was found', async () => {
    server.failNext('moderations', { kind: 'flag', categories: ['violence/graphic', 'hate'] });
    await expect(check(['…'])).rejects.toMatchObject({
      code: 'story_flagged',
      retryable: false,
      message: expect.stringContaining('hatred of a group of people and graphic violence'),
    });
  });

  it('checks all of a long story, in pieces', async () => {
    const story = 'The fox ran on and on. '.repeat(500);
    await check([story]);
    const input = server.calls.flatMap(({ fields }) => fields.input as string[]);
    expect(input.length).toBeGreaterThan(2);
    expect(input.every((piece) => piece.length <= 4000)).toBe(true);
    expect(input.join(' ').match(/fox/g)).toHaveLength(500);
  });
});

describe('the Test buttons', () => {
  it.each(SERVED)('%s: asked for as a film does, a sentence as answer', async (capability) => {
    const result = await testCapability(capability, testSettings(server.baseUrl), {}, never);
    expect(result).toMatchObject({ ok: true, detail: expect.stringMatching(/^“.+”.+\.$/) });
    // A picture, and one that follows it.
    expect(server.calls).toHaveLength(capability === 'image' ? 2 : 1);
  });

  it.each(SERVED)('%s: the exact reason and remedy, after one try', async (capability) => {
    server.failBy(() => status(503));
    const result = await testCapability(capability, testSettings(server.baseUrl), {}, never);
    expect(result).toMatchObject({ ok: false, fault: { code: 'provider_unavailable' } });
    expect(server.calls).toHaveLength(1);
  });

  it.each([
    ['max', 96_000],
    ['high', 24_000],
    [null, 8000],
  ])('script: leaves room for thoughts at effort %s as a film does', async (effort, thoughts) => {
    const settings = testSettings(server.baseUrl);
    const script = { ...settings.script, effort };
    expect(await testCapability('script', { ...settings, script }, {}, never)).toMatchObject({ ok: true });
    expect(Number(server.calls[0]?.fields.max_completion_tokens)).toBeGreaterThanOrEqual(thoughts);
  });

  it('says what to set for a capability that is not configured', async () => {
    const settings = { ...testSettings(server.baseUrl), image: null };
    expect(await testCapability('image', settings, {}, never)).toMatchObject({
      ok: false,
      fault: { code: 'not_configured', hint: expect.stringContaining('IMAGE_BASE_URL') },
    });
  });

  it('works on a server that asks for no key, without sending one', async () => {
    const open = await startOpenAiServer();
    try {
      expect(await testCapability('script', testSettings(open.baseUrl, null), {}, never)).toMatchObject({
        ok: true,
      });
      expect(open.calls[0]?.headers.authorization).toBeUndefined();
    } finally {
      await open.close();
    }
  });
});

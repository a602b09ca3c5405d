/** One trace, from the click on a real site to the film of real workers, of which one ends in its midst. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findVideo } from '#jobs/db/videos.server.ts';
import { isFinished } from '#jobs/story/film/status.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { submitVideo } from '#jobs/work/commands.server.ts';
import { huntInText } from '#tests/support/key-hunt.ts';
import { shortVoice } from '#tests/support/openai-server/short-voice.ts';
import { CANARY_KEY } from '#tests/support/openai-server/test-settings.ts';
import { openRemoteHouse, type RemoteHouse, type RemoteProcess } from '#tests/support/remote-workers.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';
import { waitFor } from '#tests/support/wait-for.ts';
import {
  type OtlpReceiver,
  type ReceivedSpan,
  startOtlpReceiver,
} from '#tests/support/watching/otlp-receiver.ts';
import { type SiteProcess, startSite } from '#tests/support/watching/site-process.ts';

const STORY = 'Zanzibelle found a quillwort lantern. The whole marsh glowed.';
const TITLE = 'Umbrellabird';
const OTLP_SECRET = 'otlp-canary-1029384756';

let receiver: OtlpReceiver;
let house: RemoteHouse;
let site: SiteProcess;
let dataDir: string;
let made: Video;
let spans: ReceivedSpan[];
let workers: RemoteProcess[];

const watched = () => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
  OTEL_EXPORTER_OTLP_HEADERS: `authorization=Bearer%20${OTLP_SECRET}`,
  LOG_LEVEL: 'trace',
});

async function send(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/generate-script`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ story: STORY, title: TITLE, scenes: 2, format: '1:1' }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { videoId: string }).videoId;
}

const finished = (videoId: string) =>
  waitFor('the film', async () => {
    const video = await findVideo(house.db, videoId);
    return video && isFinished(video.status) && video;
  });

beforeAll(async () => {
  receiver = await startOtlpReceiver();
  const databaseUrl = await createDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'storyshort-traces-'));
  house = await openRemoteHouse({ voice: shortVoice(), echoesKey: true }, databaseUrl);
  site = await startSite({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, ...watched() });
  house.server.failNext('speech', { kind: 'status', status: 500 });
  house.server.failNext('generations', { kind: 'hang' });
  const first = await house.startWorker(watched());
  const videoId = await send(site.url);
  await house.server.arrival(({ fault }) => fault?.kind === 'hang');
  await first.stop();
  const second = await house.startWorker(watched());
  workers = [first, second];
  made = await finished(videoId);
  await second.stop();
  await site.stop();
  spans = receiver.spans();
});
afterAll(async () => {
  await house?.close();
  await receiver?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const named = (...names: string[]) => spans.filter(({ name }) => names.includes(name));
const parentOf = ({ parentSpanId }: ReceivedSpan) => spans.find(({ spanId }) => spanId === parentSpanId);

describe('a film that is watched', () => {
  it('is one trace, whose root is the click', () => {
    expect(made.status).toBe('completed');
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
    const roots = spans.filter(({ parentSpanId }) => parentSpanId === '');
    expect(roots.map(({ name, service, facts }) => [name, service, facts['storyshort.video_id']])).toEqual([
      ['create', 'storyshort-web', made.id],
    ]);
  });

  it('has every step beneath what it was done for', () => {
    const beneath = Object.fromEntries(
      [...new Set(spans.map(({ name }) => name))].map((name) => [
        name,
        [...new Set(named(name).map((span) => parentOf(span)?.name ?? ''))].sort(),
      ]),
    );
    expect(beneath).toEqual({
      create: [''],
      'queue wait': ['create'],
      attempt: ['create'],
      check: ['attempt'],
      script: ['attempt'],
      voice: ['attempt'],
      picture: ['attempt'],
      segment: ['attempt'],
      sound: ['attempt'],
      music: ['sound'],
      film: ['attempt'],
      call: ['check', 'picture', 'script', 'voice'],
    });
    for (const span of spans) {
      expect(span.endNs >= span.startNs).toBe(true);
      const parent = parentOf(span);
      if (parent && parent.name !== 'create' && span.service === parent.service)
        expect([span.name, span.startNs >= parent.startNs]).toEqual([span.name, true]);
    }
  });

  it('goes on over the worker that ended in its midst', () => {
    expect(named('queue wait').length).toBe(2);
    const attempts = named('attempt').sort((one, other) => Number(one.startNs - other.startNs));
    expect(attempts.map(({ facts, isError }) => [facts['storyshort.ended_by'], isError])).toEqual([
      ['shutdown', false],
      [undefined, false],
    ]);
    const [first, second] = attempts;
    expect(named('script').map(({ parentSpanId }) => parentSpanId)).toEqual([first?.spanId]);
    expect(named('film').map(({ parentSpanId }) => parentSpanId)).toEqual([second?.spanId]);
    const segments = named('segment').map(({ facts }) => facts['storyshort.scene']);
    expect(segments.sort()).toEqual([1, 2]);
  });

  it('tells of each call whom it asked, how it ended and what it cost', async () => {
    const rows = await house.db.providerCall.findMany({ where: { capability: { not: null } } });
    const calls = named('call');
    expect(calls.length).toBe(rows.length);
    const told = (facts: ReceivedSpan['facts']) =>
      [
        facts['storyshort.capability'],
        facts['server.address'],
        facts['gen_ai.request.model'],
        facts['storyshort.cost_usd'],
      ].join(' ');
    expect(calls.map(({ facts }) => told(facts)).sort()).toEqual(
      rows
        .map(({ capability, host, model, costUsd }) => `${capability} ${host} ${model} ${Number(costUsd)}`)
        .sort(),
    );
    const failed = calls.filter(({ isError }) => isError).map(({ facts }) => facts);
    // Whatever else the first worker waited for when it was stopped was interrupted as well.
    const outcomes = new Set(failed.map((facts) => facts['storyshort.outcome']));
    expect(outcomes).toEqual(new Set(['failed', 'interrupted']));
    expect(failed.map((facts) => facts['http.response.status_code'])).toContain(500);
  });

  it('sends no word of the story, of what was made of it, and no key', () => {
    const bytes = receiver
      .received()
      .map(({ body }) => body)
      .join('\n');
    const [firstCall] = receiver.received();
    expect(firstCall?.path).toBe('/v1/traces');
    expect(firstCall?.headers.authorization).toBe(`Bearer ${OTLP_SECRET}`);
    const words = [
      STORY,
      TITLE,
      ...made.scenes.flatMap(({ narration, imagePrompt }) => [narration, imagePrompt]),
    ]
      .join(' ')
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 5);
    expect(words).toContain('Zanzibelle');
    expect(words.filter((word) => new RegExp(`\\b${word}\\b`, 'i').test(bytes))).toEqual([]);
    const places = {
      traces: bytes,
      site: site.lines().join('\n'),
      worker: workers[0]?.said() ?? '',
      next: workers[1]?.said() ?? '',
    };
    expect(huntInText(places, CANARY_KEY)).toEqual({ found: [], places: 4 });
    expect(huntInText(places, OTLP_SECRET)).toEqual({ found: [], places: 4 });
  });

  it('is found in the log by its trace, line by line of JSON', () => {
    const lines = workers.flatMap((worker) => worker.said().trim().split('\n'));
    const traceIds = lines.map((line) => (JSON.parse(line) as { traceId?: string }).traceId).filter(Boolean);
    expect(new Set(traceIds)).toEqual(new Set([spans[0]?.traceId]));
    expect(lines.find((line) => line.includes('The film is ready'))).toContain(spans[0]?.traceId);
  });
});

it('an endpoint where nobody listens costs a film nothing but one warning', async () => {
  const nobody = await startOtlpReceiver();
  await nobody.close();
  const worker = await house.startWorker({ ...watched(), OTEL_EXPORTER_OTLP_ENDPOINT: nobody.url });
  const submit = async () =>
    (await submitVideo(house.backend, draftOf(STORY, { scenes: 1, format: '1:1', music: 'none' }), null))
      .videoId;
  const warnings = () => worker.said().split('Traces do not arrive').length - 1;
  expect((await finished(await submit())).status).toBe('completed');
  await waitFor('the warning', () => warnings() > 0);
  expect((await finished(await submit())).status).toBe('completed');
  expect(await worker.stop()).toBe(0);
  expect(warnings()).toBe(1);
  expect(huntInText({ worker: worker.said() }, OTLP_SECRET)).toEqual({ found: [], places: 1 });
});

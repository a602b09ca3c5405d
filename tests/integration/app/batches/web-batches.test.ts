/** Batches as browsers and programs ask for them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_BATCH_BYTES } from '#jobs/story/batch/batch-limits.ts';
import { readZip } from '#tests/support/handoff/zips.ts';
import { type Answer, startTestWeb, type TestWeb, unknownId } from '../web-server';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(async () => {
  expect(web.faults).toEqual([]);
  await web.stop();
});

const BOUNDARY = 'a-boundary';

/** A form as browsers send it. */
function form(fields: Record<string, string>, files: Record<string, string | Buffer> = {}) {
  const part = (head: string, body: string | Buffer) =>
    Buffer.concat([
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ]);
  const parts = [
    ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value)),
    ...Object.entries(files).map(([name, body]) =>
      part(`name="files"; filename="${name}"\r\nContent-Type: application/octet-stream`, body),
    ),
  ];
  const body = Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
  const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, accept: 'text/html' };
  return { method: 'POST', headers, body };
}

const bodyOf = ({ text }: Answer) => JSON.parse(text);
const batches = () => web.backend.db.batch.count();
const TABLE = 'story,title,style\n"A fox woke, then slept.",Fox,neon\nA hare ran.,,\nAn owl sat.,Owl,\n';

describe('a batch that a program orders', () => {
  it('is checked without being ordered, then ordered once under its key', async () => {
    const before = await batches();
    const stories = [{ story: 'A fox woke.', title: 'Fox' }, { story: 'A hare ran.' }];
    const checked = await web.post('/api/batch', { stories, check: true });
    expect([checked.status, bodyOf(checked).estimate]).toMatchObject([200, { films: 2, words: 6, usd: 0 }]);
    expect(await batches()).toBe(before);
    const key = { 'idempotency-key': unknownId() };
    const order = { name: 'Week', atOnce: 1, options: { style: 'gouache' }, stories };
    const answer = await web.post('/api/batch', order, key);
    const { batchId, pageUrl, statusUrl } = bodyOf(answer);
    expect([answer.status, pageUrl, answer.headers.location]).toEqual([201, `/batches/${batchId}`, pageUrl]);
    const again = await web.post('/api/batch', order, key);
    expect([again.status, bodyOf(again).batchId]).toEqual([200, batchId]);
    expect(
      bodyOf(await web.post('/api/batch', { ...order, stories: stories.slice(1) }, key)).error.code,
    ).toBe('idempotency_conflict');

    const told = bodyOf(await web.ask(statusUrl));
    expect(told).toMatchObject({
      ...{ id: batchId, name: 'Week', state: 'running', atOnce: 1, capUsd: null, spentUsd: null },
      counts: { stories: 2, making: 1, waiting: 1, ready: 0 },
      items: [
        { number: 1, title: 'Fox', state: 'making', stage: 'Writing the script…', progress: 5 },
        { number: 2, title: 'A hare ran.', state: 'waiting', videoId: null },
      ],
    });
    const video = await web.backend.db.video.findUniqueOrThrow({ where: { id: told.items[0].videoId } });
    expect(video.options).toMatchObject({ style: 'gouache' });
  });

  it('is paused, gone on with, changed and cancelled', async () => {
    const stories = Array.from({ length: 3 }, (_, at) => ({ story: `Fox ${at} woke.` }));
    const { batchId, statusUrl } = bodyOf(await web.post('/api/batch', { stories, atOnce: 1 }));
    const act = async (asked: Record<string, unknown>) => bodyOf(await web.post(statusUrl, asked));
    expect(await act({ do: 'pause' })).toMatchObject({ state: 'paused' });
    expect(await act({ do: 'change', atOnce: 2, capUsd: '1.50' })).toMatchObject({ atOnce: 2, capUsd: 1.5 });
    expect(await act({ do: 'go-on' })).toMatchObject({ state: 'running', counts: { making: 2, waiting: 1 } });
    expect((await act({ do: 'change', atOnce: 'many' })).error).toMatchObject({
      ...{ code: 'batch_at_once', field: 'atOnce' },
    });
    expect((await act({ do: 'release', number: 'x' })).error.code).toBe('batch_no_such_number');
    for (const wrong of [undefined, 'constructor', 7])
      expect((await act({ do: wrong })).error.code).toBe('unknown_act');
    expect(await act({ do: 'cancel' })).toMatchObject({ state: 'cancelled', counts: { cancelled: 3 } });
    expect((await act({ do: 'go-on' })).error.code).toBe('batch_cancelled');

    const zip = await web.ask(`/api/batch-results?id=${batchId}`);
    expect(zip.headers['content-disposition']).toContain('filename="batch.zip"');
    expect([...(await readZip(zip.bytes)).keys()]).toEqual(['report.csv', 'report.json']);
    expect((await web.ask(`/api/batch-results?id=${batchId}`, { method: 'HEAD' })).status).toBe(200);
  });

  it('is refused whole, with every line that is wrong, where anything is', async () => {
    const before = await batches();
    const answer = await web.ask('/api/batch', {
      ...form(
        { atOnce: '0' },
        { 'b.csv': 'story,style\nA fox woke.,plaid\n,neon\n', 'a.jsonl': '{"story":1}\n{\n' },
      ),
    });
    expect(answer.status).toBe(422);
    const { error, issues } = bodyOf(answer);
    expect(error).toEqual(issues[0]);
    const told = issues.map((issue: { place: { file: string; line: number } | null; code: string }) => [
      issue.place && `${issue.place.file}:${issue.place.line}`,
      issue.code,
    ]);
    expect(told).toEqual([
      [null, 'batch_at_once'],
      ['a.jsonl:2', 'batch_line_not_json'],
      ['a.jsonl:1', 'story_not_text'],
      ['b.csv:2', 'unknown_style'],
      ['b.csv:3', 'story_empty'],
    ]);
    expect(await batches()).toBe(before);
  });

  it.each([
    ['no stories', {}, 422, 'batch_empty'],
    ['stories that are a number', { stories: 7 }, 400, 'batch_no_stories'],
    ['a story that is none', { stories: ['x'] }, 422, 'batch_line_not_object'],
    ['a key that is none', { stories: [], idempotencyKey: '\n' }, 400, 'invalid_idempotency_key'],
  ])('is refused with %s', async (_what, sent, status, code) => {
    const answer = await web.post('/api/batch', sent);
    expect([answer.status, bodyOf(answer).error.code]).toEqual([status, code]);
  });

  it('is refused as what is no text, is too large, or is sent otherwise', async () => {
    const latin = await web.ask('/api/batch', form({}, { 'a.csv': Buffer.from([0x73, 0xe4, 0x73]) }));
    expect([latin.status, bodyOf(latin).error.code]).toEqual([422, 'batch_not_text']);
    const large = await web.ask('/api/batch', form({}, { 'a.csv': 'x'.repeat(MAX_BATCH_BYTES + 1) }));
    expect([large.status, bodyOf(large).error.code]).toEqual([413, 'batch_too_large']);
    const larger = await web.ask('/api/batch', form({}, { 'a.csv': 'x'.repeat(MAX_BATCH_BYTES * 2) }));
    expect([larger.status, bodyOf(larger).error.code]).toEqual([413, 'body_too_large']);
    expect((await web.ask('/api/batch', { method: 'DELETE' })).status).toBe(405);
    expect((await web.ask('/api/batch-results', { method: 'POST', body: '' })).status).toBe(405);
  });

  it('is unknown by an id that nobody has, and missing without one', async () => {
    for (const id of [unknownId(), 'x', '..%2F..', 'a'.repeat(3000)]) {
      expect((await web.ask(`/api/batch?id=${id}`)).status).toBe(404);
      expect((await web.ask(`/batches/${id}`)).status).toBe(404);
    }
    expect(bodyOf(await web.ask('/api/batch')).error.code).toBe('missing_batch_id');
  });
});

describe('a batch that a person orders', () => {
  it('comes back with what was sent and what is wrong with it, by its line', async () => {
    const answer = await web.ask(
      '/batches',
      form({ intent: 'check', name: 'My <week>' }, { 'a.csv': `${TABLE}x,y` }),
    );
    expect(answer.status).toBe(422);
    for (const words of ['Line 5:', 'The row has 2 fields', 'A fox woke, then slept.', 'My &lt;week&gt;'])
      expect(answer.text).toContain(words);
  });

  it('is told what it will be, and is ordered from the box as it came back', async () => {
    const files = { '2.txt': 'A hare ran.', '1.md': '# The fox\nA fox woke.' };
    const checked = await web.ask('/batches', form({ intent: 'check', lookFirst: '1' }, files));
    expect(checked.status).toBe(200);
    expect(checked.text).toContain('Make 2 films');
    const [, box = ''] = /<textarea[^>]*>([^<]*)<\/textarea>/.exec(checked.text) ?? [];
    const stories = box.replaceAll('&quot;', '"');
    expect(stories.trim().split('\n')).toEqual([
      '{"title":"The fox","story":"A fox woke."}',
      '{"story":"A hare ran."}',
    ]);
    const ordered = await web.ask(
      '/batches',
      form({ intent: 'start', lookFirst: '1', atOnce: '1', stories }),
    );
    expect([ordered.status, ordered.headers.location]).toEqual([303, expect.stringMatching(/^\/batches\//)]);
    const page = await web.ask(ordered.headers.location ?? '', { headers: { accept: 'text/html' } });
    for (const words of ['The fox', 'A hare ran.', 'In the making', 'Pause'])
      expect(page.text).toContain(words);
    expect((await web.ask('/batches')).text).toContain('0 of 2 ready');
  });

  it('is acted on by its page, which says what cannot be', async () => {
    const { pageUrl } = bodyOf(
      await web.post('/api/batch', {
        stories: [{ story: 'A fox woke.' }, { story: 'A hare ran.' }],
        atOnce: 1,
      }),
    );
    const act = (fields: Record<string, string>) => web.ask(pageUrl, form(fields));
    expect((await act({ do: 'pause' })).headers.location).toBe(pageUrl);
    expect((await web.ask(pageUrl)).text).toContain('Paused');
    const refused = await act({ do: 'change', capUsd: 'ten' });
    expect([refused.status, refused.text.includes('The limit is no amount')]).toEqual([422, true]);
    await act({ do: 'cancel' });
    expect((await web.ask(pageUrl)).text).toContain('Cancelled');
  });
});

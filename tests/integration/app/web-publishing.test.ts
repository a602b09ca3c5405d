/** Publishing as people and programs meet it: on a film's page, on the page of places, in the API. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listPublications } from '#jobs/db/publishing/publications.server.ts';
import { listTargets } from '#jobs/db/publishing/publishing-accounts.server.ts';
import { startYoutubeServer, type YoutubeServer } from '#tests/support/youtube-server/youtube-server.ts';
import { askFor, type FilmsWeb, startFilmsWeb } from './api/films-web';
import { unknownId } from './web-server';

let server: YoutubeServer;
let site: FilmsWeb;
/** A finished film. */
let id: string;
beforeAll(async () => {
  server = await startYoutubeServer();
  site = await startFilmsWeb({ ...server.app, baseUrl: server.baseUrl });
  id = site.films[0] ?? '';
});
afterAll(async () => {
  expect(site.web.faults).toEqual([]);
  await site.web.stop();
  await server.close();
});

const send = (path: string, fields: Record<string, string>) =>
  site.web.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
const db = () => site.web.backend.db;
const places = () => listTargets(db(), null);

describe('the page of places', () => {
  it('connects an address, shows its secret once, and disconnects it', async () => {
    const added = await send('/publishing', { intent: 'add-address', url: 'https://example.org/films' });
    expect([added.status, /whsec_[\w+/=]+/.test(added.text)]).toEqual([200, true]);
    const page = await site.web.ask('/publishing');
    expect(page.text).toContain('https://example.org/films');
    expect(page.text).not.toContain('whsec_');
    expect(site.web.logged()).not.toContain('whsec_');
    const [place] = await places();
    expect((await send('/publishing', { intent: 'disconnect', id: place?.id ?? '' })).status).toBe(200);
    expect(await places()).toEqual([]);
  });

  it.each([
    [{ intent: 'add-address', url: 'example.org' }, 'begins with https://'],
    [{ intent: 'disconnect', id: 'nothing' }, 'no such place'],
    [{ intent: 'disconnect', id: unknownId() }, 'no such place'],
  ])('refuses %o with words', async (fields, words) => {
    const { status, text } = await send('/publishing', fields);
    expect(status).toBe(422);
    expect(text).toContain(words);
    if ('url' in fields) expect(text).toContain(`value="${fields.url}"`);
  });

  it('shows the code that is typed at Google, and nothing of what it is asked for with', async () => {
    expect((await send('/publishing', { intent: 'connect-youtube' })).status).toBe(200);
    const { text } = await site.web.ask('/publishing');
    expect(text).toContain(server.consents.userCode);
    expect(text).toContain('https://www.google.com/device');
    for (const secret of server.consents.secrets())
      expect([text.includes(secret), site.web.logged().includes(secret)]).toEqual([false, false]);
    await send('/publishing', { intent: 'forget-consent' });
    expect((await site.web.ask('/publishing')).text).not.toContain(server.consents.userCode);
  });

  it('says so where Google cannot be reached', async () => {
    server.failing = () => 'reset';
    const { status, text } = await send('/publishing', { intent: 'connect-youtube' });
    server.failing = () => null;
    expect([status, text.includes('Google cannot be reached')]).toEqual([422, true]);
  });
});

describe('a film', () => {
  let target: string;
  beforeAll(async () => {
    await send('/publishing', { intent: 'add-address', url: 'https://example.org/films' });
    target = (await places())[0]?.id ?? '';
  });
  beforeEach(async () => {
    await db().publication.deleteMany({});
  });
  const order = (more: Record<string, string> = {}) => ({
    ...{ intent: 'publish', target, title: 'Of a fox', description: 'A fox.', madeForKids: 'no', ...more },
  });

  it('is published from its page, once however often it is asked for', async () => {
    const page = await site.web.ask(`/video/${id}`);
    expect(page.text).toContain('Publish this film');
    const answers = await Promise.all([1, 2, 3].map(() => send(`/publish/${id}`, order())));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(answers[0]?.headers.location).toBe(`/video/${id}#publish`);
    const [publication, ...others] = await listPublications(db(), id);
    expect(others).toEqual([]);
    expect(publication).toMatchObject({
      state: 'queued',
      words: { title: 'Of a fox', description: 'A fox.' },
    });
    expect(publication?.wishes).toEqual({ privacy: 'private', madeForKids: false, category: '24' });
    const told = JSON.parse((await site.web.ask(`/api/publications?videoId=${id}`)).text);
    expect(told.publications).toMatchObject([{ state: 'queued', target: 'https://example.org/films' }]);
    const act = (intent: string) => send(`/publish/${id}`, { intent, publication: publication?.id ?? '' });
    expect((await act('stop')).status).toBe(303);
    expect((await listPublications(db(), id))[0]?.state).toBe('cancelled');
    expect((await act('retry')).status).toBe(303);
    expect((await listPublications(db(), id))[0]?.state).toBe('queued');
  });

  it('keeps what was typed where it is refused', async () => {
    const typed = order({ title: `${'x'.repeat(101)}`, description: 'With <b>.', privacy: 'unlisted' });
    const { status, text } = await send(`/publish/${id}`, { ...typed, madeForKids: '' });
    expect(status).toBe(422);
    for (const words of ['x'.repeat(101), 'With &lt;b&gt;.', 'may have 100', 'made for children'])
      expect(text).toContain(words);
    expect(text).toMatch(/<option[^>]*value="unlisted"[^>]*selected|selected[^>]*value="unlisted"/);
    expect(await listPublications(db(), id)).toEqual([]);
  });

  it('is refused where there is no such place, or video', async () => {
    expect((await send(`/publish/${id}`, order({ target: unknownId() }))).status).toBe(422);
    expect((await send(`/publish/${unknownId()}`, order())).status).toBe(404);
    expect((await site.web.ask(`/publish/${unknownId()}`)).status).toBe(404);
    expect((await site.web.ask(`/api/publications?videoId=${unknownId()}`)).status).toBe(404);
    expect((await send(`/publish/${id}`, { intent: 'retry', publication: unknownId() })).status).toBe(404);
    expect((await send(`/publish/${id}`, { intent: 'nothing' })).status).toBe(400);
  });

  it('is published by programs, each answer as the document has it', async () => {
    const ask = (name: string, sent: object = {}) => askFor(site, name, sent);
    const bodyOf = ({ text }: { text: string }) => JSON.parse(text);
    const params = { id };
    expect(bodyOf(await ask('listPublishingTargets')).targets).toMatchObject([
      { id: target, kind: 'webhook' },
    ]);
    const json = { target, madeForKids: true };
    const made = await ask('publishVideo', { params, json });
    expect([made.status, bodyOf(made).state]).toEqual([201, 'queued']);
    const publicationId = bodyOf(made).id;
    const again = await ask('publishVideo', { params, json });
    expect([again.status, bodyOf(again).id]).toEqual([200, publicationId]);
    expect(bodyOf(await ask('listPublications', { params })).publications).toHaveLength(1);
    const of = { params: { id, publicationId } };
    expect((await ask('stopPublication', of)).status).toBe(204);
    const over = await ask('stopPublication', of);
    expect([over.status, bodyOf(over).code]).toEqual([409, 'publication_over']);
    expect((await ask('retryPublication', of)).status).toBe(202);
    expect(bodyOf(await ask('retryPublication', of)).code).toBe('publication_not_failed');
    await db().publication.updateMany({ data: { state: 'published' } });
    const twice = await ask('publishVideo', { params, json });
    expect([twice.status, bodyOf(twice).code]).toEqual([409, 'publishing_done']);
    expect((await ask('publishVideo', { params, json: { ...json, again: true } })).status).toBe(201);
    const refused = await ask('publishVideo', { params, json: { ...json, title: '' } });
    expect([refused.status, bodyOf(refused).errors[0].field]).toEqual([422, 'title']);
    const foreign = await ask('publishVideo', { params, json: { ...json, target: unknownId() } });
    expect([foreign.status, bodyOf(foreign).code]).toEqual([404, 'publishing_target_not_found']);
  });
});

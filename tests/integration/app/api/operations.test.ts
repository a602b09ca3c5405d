/** Every operation of `/api/v1`, called as programs do, each answer held against the document. */
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMarked } from '#app/api/operation.ts';
import { OPERATIONS } from '#app/api/operations/all-operations.ts';
import { readZip } from '#tests/support/handoff/zips.ts';
import { SHORT_STORY } from '#tests/support/stories.ts';
import { type Answer, unknownId } from '../web-server';
import { askFor, type FilmsWeb, type Sent, startFilmsWeb } from './films-web';

let site: FilmsWeb;
/** A finished film. */
let id: string;
beforeAll(async () => {
  site = await startFilmsWeb();
  id = site.films[0] ?? '';
});
afterAll(async () => {
  expect(site.web.faults).toEqual([]);
  await site.web.stop();
});

const ask = (name: string, sent: Sent = {}) => askFor(site, name, sent);
const bodyOf = ({ text }: Answer) => JSON.parse(text);
const problemOf = (answer: Answer) => [answer.status, bodyOf(answer).code];
const params = () => ({ id });

describe('videos', () => {
  it('are listed page by page, by what they are', async () => {
    const shelf = bodyOf(await ask('listVideos'));
    expect(shelf.videos.map((video: { id: string }) => video.id)).toEqual(
      expect.arrayContaining([...site.films]),
    );
    const none = bodyOf(
      await ask('listVideos', { query: { q: 'a word that is in no story', sort: 'title' } }),
    );
    expect(none).toEqual({ videos: [], next: null, previous: null });
    for (let at = 0; at < 26; at += 1)
      await ask('createVideo', { json: { story: SHORT_STORY, title: `Film ${at}` } });
    const first = bodyOf(await ask('listVideos', { query: { sort: 'title' } }));
    expect(first.videos).toHaveLength(24);
    const turned = new URL(first.next, 'http://site');
    expect(turned.pathname).toBe('/api/v1/videos');
    const second = bodyOf(await ask('listVideos', { query: Object.fromEntries(turned.searchParams) }));
    expect(second.previous).toMatch(/^\/api\/v1\/videos\?/);
    const seen = [...first.videos, ...second.videos].map((video: { id: string }) => video.id);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('are asked for by what there is alone', async () => {
    for (const query of [
      { show: 'nothing' },
      { sort: 'x' },
      { style: 'auto' },
      { from: 'nowhere' },
      { to: '_' },
    ]) {
      const refused = await ask('listVideos', { query });
      expect([query, ...problemOf(refused)]).toEqual([query, 400, 'invalid_parameter']);
      expect(bodyOf(refused).errors[0].field).toBe(Object.keys(query)[0]);
    }
  });

  it('are ordered, once for each key', async () => {
    const order = (story: string, key: string) =>
      ask('createVideo', { json: { story, style: 'neon' }, headers: { 'idempotency-key': key } });
    const first = await order(SHORT_STORY, 'one');
    const { videoId, videoUrl } = bodyOf(first);
    expect([first.status, first.headers.location]).toEqual([201, videoUrl]);
    const again = await order(SHORT_STORY, 'one');
    expect([again.status, bodyOf(again).videoId]).toEqual([200, videoId]);
    expect(problemOf(await order('Another story of a fox.', 'one'))).toEqual([409, 'idempotency_conflict']);
    expect(problemOf(await order(SHORT_STORY, 'é'))).toEqual([400, 'invalid_idempotency_key']);
    const video = await site.web.backend.db.video.findUniqueOrThrow({ where: { id: videoId } });
    expect([video.status, (video.options as { style: string }).style]).toEqual(['pending', 'neon']);
  });

  it('are refused field by field', async () => {
    const refused = await ask('createVideo', { json: { story: '', style: 'oil', music: 'own', seconds: 7 } });
    expect(refused.status).toBe(422);
    expect(refused.headers['content-type']).toBe('application/problem+json');
    const { errors, ...problem } = bodyOf(refused);
    expect(errors.map(({ field }: { field: string }) => field).sort()).toEqual(
      expect.arrayContaining(['music', 'seconds', 'story', 'style']),
    );
    expect(problem).toMatchObject({
      type: `urn:storyshort:fault:${problem.code}`,
      status: 422,
      retryable: false,
    });
  });

  it('are reckoned up before they are ordered, and nothing is ordered', async () => {
    const { db } = site.web.backend;
    const before = await db.video.count();
    const told = await ask('estimateVideo', { json: { story: SHORT_STORY, music: 'own' } });
    expect([told.status, bodyOf(told)]).toEqual([
      200,
      { words: 18, durationMs: expect.any(Number), usd: 0, refusal: null },
    ]);
    expect(bodyOf(told).durationMs).toBeGreaterThan(3000);
    const refused = await ask('estimateVideo', { json: { story: '', style: 'oil' } });
    expect(refused.status).toBe(422);
    expect(bodyOf(refused).errors.map(({ field }: { field: string }) => field)).toEqual(['story', 'style']);
    expect(await db.video.count()).toBe(before);
  });

  it('say where they wait for a look at their storyboard', async () => {
    const { db } = site.web.backend;
    const json = { story: SHORT_STORY, review: 'storyboard' };
    const { videoId } = bodyOf(await ask('createVideo', { json }));
    const isHeld = async () => bodyOf(await ask('readVideo', { params: { id: videoId } })).isHeld;
    expect(await isHeld()).toBe(false);
    await db.video.update({ where: { id: videoId }, data: { status: 'script_generated' } });
    expect(await isHeld()).toBe(true);
  });

  it('are read, and what changed since', async () => {
    const { cursor, status, transitions } = bodyOf(await ask('readVideo', { params: params() }));
    expect([status, transitions]).toEqual(['completed', []]);
    const all = bodyOf(await ask('readVideo', { params: params(), query: { since: '0' } }));
    expect(all.transitions.at(-1).id).toBe(cursor);
    expect(problemOf(await ask('readVideo', { params: params(), query: { since: 'x' } }))).toEqual([
      400,
      'invalid_parameter',
    ]);
  });

  it('get another title', async () => {
    const renamed = await ask('renameVideo', { params: params(), json: { title: '  The   Mill ' } });
    expect([renamed.status, bodyOf(renamed)]).toEqual([200, { title: 'The Mill' }]);
    expect(problemOf(await ask('renameVideo', { params: params(), json: { title: '' } }))).toEqual([
      422,
      'title_empty',
    ]);
    const unread = await ask('renameVideo', { params: params(), json: { title: 7 } });
    expect([...problemOf(unread), bodyOf(unread).errors[0].field]).toEqual([
      422,
      'request_unreadable',
      'title',
    ]);
  });

  it('are duplicated, once for each key', async () => {
    const copy = (headers: Record<string, string> = {}) =>
      ask('duplicateVideo', { params: params(), headers });
    const key = { 'idempotency-key': 'a-copy' };
    const [first, again, other] = [await copy(key), await copy(key), await copy()];
    expect([first.status, again.status, other.status]).toEqual([201, 200, 201]);
    expect(bodyOf(again)).toEqual(bodyOf(first));
    expect(bodyOf(other).videoId).not.toBe(bodyOf(first).videoId);
    const moved = { params: { id: bodyOf(first).videoId }, headers: key };
    expect(problemOf(await ask('duplicateVideo', moved))).toEqual([409, 'idempotency_conflict']);
  });

  it('are gone on with and stopped', async () => {
    expect(problemOf(await ask('processVideo', { params: params() }))).toEqual([409, 'video_completed']);
    expect(problemOf(await ask('cancelVideo', { params: params() }))).toEqual([409, 'video_finished']);
    const { videoId } = bodyOf(await ask('createVideo', { json: { story: SHORT_STORY } }));
    const sent = { params: { id: videoId } };
    expect((await ask('cancelVideo', sent)).status).toBe(204);
    expect(bodyOf(await ask('readVideo', sent)).status).toBe('cancelled');
    expect(bodyOf(await ask('processVideo', sent))).toMatchObject({ queued: expect.any(Boolean) });
    expect(bodyOf(await ask('readVideo', sent)).status).toBe('pending');
  });

  it('are deleted, and brought back', async () => {
    const { videoId } = bodyOf(await ask('createVideo', { json: { story: SHORT_STORY } }));
    const sent = { params: { id: videoId } };
    expect((await ask('deleteVideo', sent)).status).toBe(204);
    expect(problemOf(await ask('deleteVideo', sent))).toEqual([404, 'video_not_found']);
    expect(problemOf(await ask('readVideo', sent))).toEqual([404, 'video_not_found']);
    expect((await ask('restoreVideo', sent)).status).toBe(204);
    expect((await ask('restoreVideo', sent)).status).toBe(204);
    expect((await ask('readVideo', sent)).status).toBe(200);
    expect(problemOf(await ask('restoreVideo', { params: { id: unknownId() } }))).toEqual([
      404,
      'video_not_found',
    ]);
  });
});

describe('what a film is posted with', () => {
  const FILM = {
    ...{ bytes: 4_000_000, durationMs: 9000, width: 1080, height: 1920, framesPerSecond: 30 },
    ...{ videoCodec: 'h264', audioCodec: 'aac', videoKbps: 1000, audioKbps: 192 },
  };

  it('is read before a worker has looked at it, and after', async () => {
    const before = bodyOf(await ask('readPost', { params: params() }));
    expect(before).toMatchObject({ isLooking: true, covers: [] });
    expect(before.description).not.toBe('');
    expect(before.platforms.map(({ file }: { file: { state: string } }) => file.state)).toEqual(
      Array.from({ length: 6 }, () => 'unknown'),
    );
    const { filmHash } = await site.web.backend.db.video.findUniqueOrThrow({ where: { id } });
    await site.web.backend.db.filmPost.create({
      data: {
        ...{ videoId: id, filmHash: filmHash ?? '', finder: 1, foundAt: new Date(), film: FILM },
        covers: [{ atMs: 3000, scene: 0, score: 0.8 }],
      },
    });
    const after = bodyOf(await ask('readPost', { params: params() }));
    expect(after).toMatchObject({ isLooking: false, covers: [{ atMs: 3000, isPoster: false }] });
    expect(after.platforms[2]).toMatchObject({ platform: 'youtube', file: { state: 'fits' } });
  });

  it('gets another poster, and a file that is asked for once', async () => {
    const chosen = bodyOf(await ask('chooseCover', { params: params(), json: { atMs: 3000 } }));
    expect(chosen.covers).toMatchObject([{ isPoster: true }]);
    expect(bodyOf(await ask('readVideo', { params: params() })).posterUrl).toBe(chosen.covers[0].url);
    const none = await ask('chooseCover', { params: params(), json: { atMs: 4 } });
    expect(problemOf(none)).toEqual([404, 'cover_not_found']);
    for (let times = 0; times < 2; times += 1) {
      const asked = await ask('preparePostFile', { params: params(), json: { platform: 'x' } });
      expect(asked.status).toBe(202);
      expect(bodyOf(asked).platforms[4]).toMatchObject({
        platform: 'x',
        file: { state: 'making', url: null },
      });
    }
    const unknown = await ask('preparePostFile', { params: params(), json: { platform: 'nowhere' } });
    expect(problemOf(unknown)).toEqual([422, 'request_unreadable']);
    expect(await site.web.backend.db.postFile.count({ where: { videoId: id } })).toBe(1);
  });

  it('is told of finished films alone', async () => {
    const made = bodyOf(await ask('createVideo', { json: { story: SHORT_STORY } }));
    const early = { params: { id: made.videoId } };
    expect(problemOf(await ask('readPost', early))).toEqual([409, 'film_not_ready']);
    expect(problemOf(await ask('preparePostFile', { ...early, json: { platform: 'x' } }))).toEqual([
      409,
      'film_not_ready',
    ]);
  });
});

describe('a storyboard', () => {
  it('is read, edited, and taken back and forth', async () => {
    const before = bodyOf(await ask('readStoryboard', { params: params() }));
    const [scene] = before.scenes;
    const edit = { kind: 'set-scene', scene: scene.id, change: { narration: 'A fox ran home.' } };
    const change = (json: object) => ask('changeStoryboard', { params: params(), json });
    const edited = bodyOf(await change({ kind: 'edit', edit, revision: before.revision }));
    expect([edited.scenes[0].narration, edited.isEdited, edited.canUndo]).toEqual([
      'A fox ran home.',
      true,
      true,
    ]);
    const plan = bodyOf(await ask('readPlan', { params: params() }));
    expect(plan.lines[0]).toMatchObject({ what: 'voice', sceneId: scene.id, reason: 'its words changed' });
    const meanwhile = { ...edit, change: { narration: 'A hare ran home.' } };
    const met = await change({ kind: 'edit', edit: meanwhile, revision: before.revision });
    expect([...problemOf(met), bodyOf(met).parts]).toEqual([409, 'edit_conflict', [`${scene.id}.narration`]]);
    expect(bodyOf(await change({ kind: 'undo' })).scenes[0].narration).toBe(scene.narration);
    expect(bodyOf(await change({ kind: 'redo' })).scenes[0].narration).toBe('A fox ran home.');
    expect(problemOf(await change({ kind: 'redo' }))).toEqual([409, 'no_step']);
    expect(problemOf(await change({ kind: 'revert', scene: 'x' }))).toEqual([422, 'request_unreadable']);
    for (const narration of ['A \0 fox.', 'A \ud800 fox.']) {
      const unkeepable = { kind: 'set-scene', scene: scene.id, change: { narration } };
      const refused = await change({ kind: 'edit', edit: unkeepable });
      expect(problemOf(refused)).toEqual([422, 'request_unreadable']);
    }
    const gone = { kind: 'edit', edit: { kind: 'remove-scene', scene: unknownId() } };
    expect(problemOf(await change(gone))).toEqual([409, 'edit_scene_gone']);
  });

  it('has its scenes told one by one', async () => {
    const { scenes } = bodyOf(await ask('listScenes', { params: params() }));
    const one = bodyOf(await ask('readScene', { params: { id, sceneId: scenes[0].id } }));
    expect(one).toEqual(scenes[0]);
    const unknown = await ask('readScene', { params: { id, sceneId: unknownId() } });
    expect(problemOf(unknown)).toEqual([404, 'scene_not_found']);
  });

  it('is taken back to that of a version', async () => {
    const { versions } = bodyOf(await ask('listVersions', { params: params() }));
    expect(versions).toMatchObject([{ number: 1, scenes: expect.any(Number) }]);
    const restored = bodyOf(await ask('restoreVersion', { params: { id, number: '1' } }));
    expect(restored.scenes[0].narration).not.toBe('A fox ran home.');
    expect(problemOf(await ask('restoreVersion', { params: { id, number: '9' } }))).toEqual([
      404,
      'version_gone',
    ]);
    expect(problemOf(await ask('restoreVersion', { params: { id, number: 'x' } }))).toEqual([
      400,
      'invalid_parameter',
    ]);
  });

  it('is made into the film', async () => {
    const edit = { kind: 'set-film', options: { captions: 'karaoke' } };
    expect((await ask('changeStoryboard', { params: params(), json: { kind: 'edit', edit } })).status).toBe(
      200,
    );
    expect((await ask('updateFilm', { params: params() })).status).toBe(202);
    expect(bodyOf(await ask('readVideo', { params: params() })).status).toBe('assets_missing');
    const { videoId } = bodyOf(await ask('createVideo', { json: { story: SHORT_STORY } }));
    expect(problemOf(await ask('updateFilm', { params: { id: videoId } }))).toEqual([
      409,
      'storyboard_missing',
    ]);
  });
});

describe('files', () => {
  it('are brought for scenes, and told by their contents', async () => {
    const picture = await sharp({ create: { width: 640, height: 800, channels: 3, background: '#3060c0' } })
      .png()
      .toBuffer();
    const send = (kind: string, body: Buffer) =>
      ask('uploadFile', { params: params(), query: { kind }, body });
    const sent = await send('picture', picture);
    expect([sent.status, bodyOf(sent).picture]).toEqual([
      201,
      expect.objectContaining({ from: 'own', width: 640, height: 800 }),
    ]);
    expect(bodyOf(await send('picture', picture))).toEqual(bodyOf(sent));
    expect(problemOf(await send('picture', Buffer.from('no picture')))).toEqual([
      422,
      'upload_not_a_picture',
    ]);
    expect(problemOf(await send('clip', picture))).toEqual([422, 'upload_not_a_clip']);
    expect(problemOf(await send('recording', picture))).toEqual([422, 'upload_not_a_recording']);
    expect(problemOf(await send('statue', picture))).toEqual([400, 'invalid_parameter']);
    expect(problemOf(await send('picture', Buffer.alloc(0)))).toEqual([422, 'upload_empty']);
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const form = { params: params(), query: { kind: 'picture' }, headers, body: '--b--\r\n' };
    expect(problemOf(await ask('uploadFile', form))).toEqual([400, 'no_file']);
  });

  it('are whole videos, which are taken in once for each key', async () => {
    const film = site.films[1] ?? '';
    const taken = await ask('exportVideo', { params: { id: film } });
    expect((await readZip(taken.bytes)).has('project.json')).toBe(true);
    expect(taken.headers['content-disposition']).toContain('.storyshort.zip');
    const headers = { 'content-type': 'application/zip', 'idempotency-key': 'a-project' };
    const bring = (body: Buffer) => ask('importVideo', { body, headers });
    const [first, again] = [await bring(taken.bytes), await bring(taken.bytes)];
    expect([first.status, bodyOf(first).lost, again.status]).toEqual([201, [], 200]);
    expect(bodyOf(again).videoId).toBe(bodyOf(first).videoId);
    expect(problemOf(await bring(Buffer.from('no zip')))).toEqual([409, 'idempotency_conflict']);
    const plain = { 'content-type': 'application/zip' };
    expect(problemOf(await ask('importVideo', { body: Buffer.from('no zip'), headers: plain }))).toEqual([
      422,
      'project_not_zip',
    ]);
    expect(
      problemOf(await ask('importVideo', { body: 'x', headers: { 'content-type': 'text/plain' } })),
    ).toEqual([415, 'unsupported_content_type']);
  });
});

describe('the house', () => {
  it('tells its voices, what may be chosen, and what was spent', async () => {
    const { voices } = bodyOf(await ask('listVoices'));
    expect(voices[0]).toMatchObject({ name: 'rms', languages: ['en'] });
    const { options } = bodyOf(await ask('listOptions'));
    const named = (name: string) => options.find((option: { name: string }) => option.name === name);
    expect(named('style')).toMatchObject({ kind: 'choice', usual: 'auto', isAvailable: true });
    expect(named('tone').isAvailable).toBe(false);
    expect(named('scenes')).toMatchObject({ kind: 'count', least: 1, most: 30, choices: null });
    expect(bodyOf(await ask('readSpending'))).toMatchObject({ of: 'house', dayLimitUsd: null });
  });
});

describe('every read', () => {
  it('has a tag, by which it need not be told again', async () => {
    const film = site.films.at(-1) ?? '';
    const { scenes } = bodyOf(await ask('listScenes', { params: { id: film } }));
    const reads = Object.entries(OPERATIONS).filter(([, operation]) => isMarked(operation));
    for (const [name] of reads) {
      const sent = { params: { id: film, sceneId: scenes[0].id } };
      const { status, headers } = await ask(name, sent);
      expect([name, status, headers.etag]).toEqual([name, 200, expect.stringMatching(/^W\/"[\w-]{22}"$/)]);
      const known = (tag: string) => ask(name, { ...sent, headers: { 'if-none-match': tag } });
      const same = await known(`"x", ${headers.etag}`);
      expect([name, same.status, same.text, same.headers.etag]).toEqual([name, 304, '', headers.etag]);
      expect([name, (await known('"another"')).status]).toEqual([name, 200]);
    }
    const document = await site.web.ask('/api/openapi.json');
    const headers = { 'if-none-match': String(document.headers.etag) };
    expect((await site.web.ask('/api/openapi.json', { headers })).status).toBe(304);
  });
});

describe('streams of events', () => {
  it('are sent as they are described', async () => {
    // Others have been changed by now.
    const finished = { id: site.films.at(-1) ?? '' };
    const video = await ask('followVideo', { params: finished });
    const house = await ask('followHouse');
    for (const { status, headers, text } of [video, house])
      expect([status, headers['content-type'], text.startsWith('retry: ')]).toEqual([
        200,
        'text/event-stream; charset=utf-8',
        true,
      ]);
    const { cursor } = bodyOf(await ask('readVideo', { params: finished }));
    const over = await ask('followVideo', { params: finished, headers: { 'last-event-id': cursor } });
    expect([over.status, over.text]).toEqual([204, '']);
  });
});

describe('every operation', () => {
  it('of a video that nobody has is answered alike', async () => {
    const wrong: string[] = [];
    for (const [name, { path }] of Object.entries(OPERATIONS)) {
      if (!path.includes('{id}')) continue;
      const answer = await ask(name, {
        params: { id: unknownId(), sceneId: unknownId(), publicationId: unknownId(), number: '1' },
        json: { title: 'x', kind: 'undo', platform: 'x', atMs: 0, target: unknownId(), madeForKids: false },
        query: { kind: 'picture' },
      });
      if (answer.status !== 404 || bodyOf(answer).code !== 'video_not_found')
        wrong.push(`${name}: ${answer.text}`);
    }
    expect(wrong).toEqual([]);
  });

  it('answers in its own types, and takes no others', async () => {
    const strict = await ask('listVideos', { headers: { accept: 'text/html, application/xml;q=0.9' } });
    expect(problemOf(strict)).toEqual([406, 'not_acceptable']);
    expect((await ask('listVideos', { headers: { accept: 'text/html, */*;q=0.1' } })).status).toBe(200);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = { params: params(), body: 'title=x', headers: form };
    expect(problemOf(await ask('renameVideo', sent))).toEqual([415, 'unsupported_content_type']);
  });

  it('is there by its methods alone, and nothing else is', async () => {
    const { web } = site;
    const put = await web.ask('/api/v1/videos', { method: 'PUT' });
    expect([put.status, put.headers.allow, put.headers['content-type']]).toEqual([
      405,
      'GET, HEAD, POST',
      expect.stringContaining('application/problem+json'),
    ]);
    expect(bodyOf(put)).toMatchObject({ code: 'method_not_allowed', status: 405 });
    const nothing = await web.ask('/api/v1/nothing');
    expect([nothing.status, bodyOf(nothing).code]).toEqual([404, 'not_found']);
    const head = await web.ask('/api/v1/videos', { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
    const large = await web.post('/api/v1/videos', { story: 'x'.repeat(110_000) });
    expect([large.status, bodyOf(large)]).toMatchObject([413, { code: 'body_too_large', retryable: false }]);
    const foreign = await web.ask(`/api/v1/videos/${id}`, {
      method: 'DELETE',
      headers: { origin: 'http://evil.test' },
    });
    expect([foreign.status, bodyOf(foreign).code]).toEqual([403, 'cross_origin']);
  });

  it('was called here', () => {
    expect([...site.api.held].sort()).toEqual(Object.keys(OPERATIONS).sort());
  });
});

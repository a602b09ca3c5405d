/** Each tool, called by the protocol's official client, which holds every answer against the schema that it was told. */
import { randomUUID } from 'node:crypto';
import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TOOLS } from '#app/mcp/tools/all-tools.ts';
import { addAddress } from '#jobs/db/publishing/publishing-accounts.server.ts';
import { type FilmsWeb, startFilmsWeb } from '#tests/integration/app/api/films-web.ts';
import { unknownId } from '#tests/integration/app/web-server.ts';
import { connectByHttp } from '#tests/support/mcp/mcp-clients.ts';
import { answered, callTool, type Structured } from '#tests/support/mcp/tool-calls.ts';
import { SHORT_STORY } from '#tests/support/stories.ts';

let site: FilmsWeb;
let client: Client;
/** A finished film. */
let videoId: string;
beforeAll(async () => {
  site = await startFilmsWeb();
  client = await connectByHttp(site.web.port);
  videoId = site.films[0] ?? '';
});
afterAll(async () => {
  await client.close();
  expect(site.web.faults).toEqual([]);
  await site.web.stop();
});

const used = new Set<string>();
const use = (name: string, given: Record<string, unknown> = {}) => {
  used.add(name);
  return answered(client, name, given);
};
/** What a refused call says. */
async function refusal(
  name: string,
  given: Record<string, unknown> = {},
): Promise<Structured & { text: string }> {
  const { result, structured, text } = await callTool(client, name, given);
  expect(result.isError).toBe(true);
  return { ...structured, text };
}
const order = (more: Record<string, unknown> = {}) => ({ story: SHORT_STORY, key: randomUUID(), ...more });

describe('the tools', () => {
  it('are told with what they take and answer, and what becomes of things by them', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
    for (const { name, title, description = '', inputSchema, outputSchema, annotations } of tools) {
      expect(name).toMatch(/^[a-z_]{3,40}$/);
      expect([title, description.length > 40]).toEqual([expect.any(String), true]);
      // Many models' programs take no other schema than an object's own.
      for (const schema of [inputSchema, outputSchema]) {
        expect([name, schema?.type, Object.keys(schema ?? {})]).toEqual([
          name,
          'object',
          expect.not.arrayContaining([expect.stringMatching(/^(?:(?:any|one|all)Of|\$ref)$/)]),
        ]);
        expect(schema).toHaveProperty('properties');
      }
      // What is published is out of the house.
      expect(annotations).toMatchObject({ title, openWorldHint: /publi/.test(name) && !/^list/.test(name) });
    }
    const of = (name: string) => tools.find((tool) => tool.name === name);
    expect(of('make_film')?.inputSchema.required?.sort()).toEqual(['key', 'story']);
    expect(of('list_films')?.annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
    expect(of('make_film')?.annotations).toMatchObject({ readOnlyHint: false, idempotentHint: true });
    expect(of('delete_film')?.annotations).toMatchObject({ readOnlyHint: false, destructiveHint: true });
    expect(client.getInstructions()).toContain('make_film');
    expect(client.getServerVersion()).toMatchObject({ name: 'storyshort', title: 'StoryShort' });
  });

  it('tell what the house offers', async () => {
    const { structured, text } = await use('list_options');
    expect(structured.options.map(({ name }: Structured) => name)).toContain('style');
    expect(text).toMatch(/^- style: .*Choices: auto, papercut/m);
    expect((await use('list_voices')).text).toMatch(/^- rms: /m);
    expect((await use('read_spending')).text).toContain('Spent today: $0');
  });

  it('say what a film is posted with, and choose its cover', async () => {
    const film = { videoId: site.films.at(-1) ?? '' };
    const before = await use('read_post', film);
    expect([before.structured.isLooking, before.text]).toEqual([true, expect.stringContaining('Alt text: ')]);
    const { filmHash } = await site.web.backend.db.video.findUniqueOrThrow({ where: { id: film.videoId } });
    await site.web.backend.db.filmPost.create({
      data: {
        ...{ ...film, filmHash: filmHash ?? '', finder: 1, foundAt: new Date() },
        covers: [{ atMs: 3000, scene: 0, score: 0.8 }],
      },
    });
    expect((await use('choose_cover', { ...film, atMs: 3000 })).text).toContain(
      'Cover at 3000 ms, the poster',
    );
    expect((await refusal('choose_cover', { ...film, atMs: 4 })).code).toBe('cover_not_found');
    const asked = await use('prepare_file', { ...film, platform: 'x' });
    const file = asked.structured.platforms.find(({ platform }: Structured) => platform === 'x').file;
    expect(file).toMatchObject({ state: 'making', url: null });
  });

  it('publish a film where a person has said so', async () => {
    const film = { videoId };
    expect((await use('list_places')).text).toContain('/publishing');
    const target = await addAddress(site.web.backend.db, null, 'http://127.0.0.1:9/films');
    expect((await use('list_places')).text).toContain(`- ${target}: http://127.0.0.1:9/films`);
    expect((await use('list_publications', film)).text).toBe('Nowhere so far.');
    const untold = await refusal('publish_film', { ...film, target });
    expect(untold.errors[0].field).toBe('madeForKids');
    const { structured: publication } = await use('publish_film', { ...film, target, madeForKids: false });
    expect(publication).toMatchObject({
      state: 'queued',
      privacy: 'private',
      title: expect.stringMatching(/./),
    });
    const one = { ...film, publicationId: publication.id };
    await use('stop_publication', one);
    expect((await use('list_publications', film)).structured.publications).toMatchObject([
      { id: publication.id, state: 'cancelled' },
    ]);
    await use('retry_publication', one);
    expect((await use('list_publications', film)).text).toContain('Waits for its turn.');
    await use('stop_publication', one);
  });

  it('reckon a film up and order it, once for each key', async () => {
    const estimate = await use('estimate_film', { story: SHORT_STORY });
    expect([estimate.structured.usd, estimate.text]).toEqual([
      0,
      expect.stringContaining('it costs nothing'),
    ]);
    const first = await use('make_film', order({ key: 'one', style: 'neon' }));
    const again = await use('make_film', order({ key: 'one', style: 'neon' }));
    expect(again.structured).toEqual(first.structured);
    const row = await site.web.backend.db.video.findUniqueOrThrow({
      where: { id: first.structured.videoId },
    });
    expect((row.options as { style: string }).style).toBe('neon');
    expect(first.text).toContain(`http://127.0.0.1:${site.web.port}/video/${row.id}`);
    const other = await refusal('make_film', order({ key: 'one', story: 'Another story of a fox.' }));
    expect(other.code).toBe('idempotency_conflict');
  });

  it('stop a film, go on with it, copy it, rename it, delete it and bring it back', async () => {
    const { structured: made } = await use('make_film', order());
    const film = { videoId: made.videoId };
    const statusOf = async () => (await use('read_film', film)).structured.status;
    await use('cancel_film', film);
    expect(await statusOf()).toBe('cancelled');
    expect((await refusal('cancel_film', film)).code).toBe('video_finished');
    await use('continue_film', film);
    expect(await statusOf()).toBe('pending');
    expect((await use('rename_film', { ...film, title: ' The  Fox ' })).structured).toEqual({
      title: 'The Fox',
    });
    const copy = await use('duplicate_film', film);
    expect(copy.structured.videoId).not.toBe(made.videoId);
    expect((await use('delete_film', film)).text).toContain('10 seconds');
    expect((await refusal('read_film', film)).code).toBe('video_not_found');
    await use('bring_back_film', film);
    expect(await statusOf()).toBe('pending');
  });

  it('find films, page by page', async () => {
    for (let at = 0; at < 25; at += 1) await use('make_film', order({ title: `Film ${at}` }));
    const first = await use('list_films', { sort: 'title' });
    expect([first.structured.videos.length, first.text]).toEqual([
      24,
      expect.stringContaining('There are more'),
    ]);
    const second = await use('list_films', { page: first.structured.next });
    const seen = [first, second].flatMap(({ structured }) =>
      structured.videos.map(({ id }: Structured) => id),
    );
    expect(new Set(seen).size).toBe(seen.length);
    expect((await use('list_films', { q: 'a word that is nowhere' })).text).toBe('There are none.');
  });

  it('read of a finished film and its versions, with addresses that can be opened', async () => {
    const { structured, text } = await use('read_film', { videoId });
    expect(text).toContain(structured.videoUrl);
    expect((await fetch(structured.videoUrl)).headers.get('content-type')).toBe('video/mp4');
    expect((await fetch(structured.posterUrl)).status).toBe(200);
    const followed = await use('follow_film', { videoId });
    expect(followed.structured).toEqual(structured);
    const { structured: listed } = await use('list_versions', { videoId });
    expect(listed.versions).toMatchObject([{ number: 1, videoUrl: expect.stringMatching(/^http:/) }]);
  });

  it('read, show, edit and plan a storyboard, and have its film made', async () => {
    const { structured: board, text } = await use('read_storyboard', { videoId });
    const [scene] = board.scenes;
    expect(text).toContain(scene.narration);
    expect(scene).not.toHaveProperty('reading');
    const { result } = await use('show_scene', { videoId, sceneId: scene.id });
    const [, picture] = result.content;
    if (picture?.type !== 'image') throw new Error('There is no picture.');
    expect(picture.mimeType).toBe('image/webp');
    expect(Buffer.from(picture.data, 'base64').subarray(0, 4).toString()).toBe('RIFF');

    const set = (narration: string, revision?: number) => ({
      ...{ videoId, edit: { kind: 'set-scene', scene: scene.id, change: { narration } } },
      ...(revision !== undefined && { revision }),
    });
    const edited = await use('edit_storyboard', set('A boat sailed.', board.revision));
    expect(edited.structured).toMatchObject({ isEdited: true, canUndo: true });
    const conflict = await refusal('edit_storyboard', set('A ship sailed.', board.revision));
    expect(conflict).toMatchObject({ code: 'edit_conflict', parts: [expect.any(String)] });
    const plan = await use('plan_film', { videoId });
    expect(plan.structured.lines).toEqual(
      expect.arrayContaining([expect.objectContaining({ what: 'voice', sceneId: scene.id })]),
    );
    expect(plan.text).toMatch(/costs nothing/);
    const step = (step: string, more = {}) => use('step_storyboard', { videoId, step, ...more });
    expect((await step('undo')).structured).toMatchObject({ isEdited: false, canRedo: true });
    expect((await step('redo')).structured.isEdited).toBe(true);
    expect((await step('revert', { scene: scene.id })).structured.isEdited).toBe(false);
    expect((await step('undo')).structured.isEdited).toBe(true);
    expect((await step('restore', { version: 1 })).structured.isEdited).toBe(false);
    expect((await step('undo')).structured.isEdited).toBe(true);
    expect((await use('update_film', { videoId })).structured.videoId).toBe(videoId);
    expect((await use('follow_film', { videoId, seconds: 0 })).structured.status).not.toBe('completed');
    expect((await step('discard')).structured.isEdited).toBe(false);
  });

  it('were all used here', () => {
    expect([...used].sort()).toEqual(TOOLS.map(({ name }) => name).sort());
  });
});

describe('what is wrong with a call', () => {
  it.each([
    ['a film that there is not', 'read_film', { videoId: unknownId() }, 'video_not_found'],
    ['no film', 'read_film', {}, 'invalid_parameter'],
    ['a film that is no id', 'delete_film', { videoId: '../../spending' }, 'invalid_parameter'],
    ['a film that climbs', 'delete_film', { videoId: '..' }, 'invalid_parameter'],
    ['a film that is no text', 'cancel_film', { videoId: { id: 7 } }, 'invalid_parameter'],
    ['half a character', 'read_film', { videoId: '\ud800' }, 'invalid_parameter'],
    ['an order without a key', 'make_film', { story: SHORT_STORY }, 'key_missing'],
    ['a key that cannot be kept', 'make_film', { story: SHORT_STORY, key: 'a…' }, 'invalid_idempotency_key'],
    ['a key that is no text', 'make_film', { story: SHORT_STORY, key: 7 }, 'invalid_idempotency_key'],
    [
      'a style that there is not',
      'make_film',
      { story: SHORT_STORY, key: 'k', style: 'oil' },
      'unknown_style',
    ],
    ['an edit that is none', 'edit_storyboard', { edit: { kind: 'paint' } }, 'request_unreadable'],
    ['an edit that is too deep', 'edit_storyboard', { edit: deep(20) }, 'request_unreadable'],
    ['a step back that there is not', 'step_storyboard', { step: 'sideways' }, 'request_unreadable'],
    ['a scene that there is not', 'show_scene', { sceneId: randomUUID() }, 'scene_not_found'],
    ['a page of something else', 'list_films', { page: '/api/v1/spending' }, 'invalid_parameter'],
    ['an order of the list that there is not', 'list_films', { sort: 'luck' }, 'invalid_parameter'],
  ])('is told, with what to do: %s', async (_what, name, given, code) => {
    const told = await refusal(
      name,
      name.includes('storyboard') || name === 'show_scene' ? { videoId, ...given } : given,
    );
    expect(told).toMatchObject({ code, message: expect.any(String), hint: expect.stringMatching(/\.$/) });
    for (const part of [told.message, told.hint, code]) expect(told.text).toContain(part);
  });

  it('is told field by field', async () => {
    const told = await refusal('make_film', { story: '', style: 'oil', key: 'k' });
    expect(told.errors.map(({ field }: Structured) => field).sort()).toEqual(['story', 'style']);
    expect(told.text).toMatch(/^- style: /m);
  });

  it('is a fault of the protocol where there is no such tool', async () => {
    await expect(client.callTool({ name: 'paint_film', arguments: {} })).rejects.toThrow('paint_film');
  });
});

describe('the resources', () => {
  it('are told as templates, and the newest films are listed', async () => {
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'storyshort://films/{videoId}',
      'storyshort://films/{videoId}/storyboard',
      'storyshort://films/{videoId}/poster',
      'storyshort://films/{videoId}/scenes/{sceneId}/picture',
    ]);
    const { resources } = await client.listResources();
    const { structured: shelf } = await answered(client, 'list_films');
    expect(resources.map(({ uri }) => uri)).toEqual(
      ['', '/storyboard'].flatMap((end) =>
        shelf.videos.map(({ id }: Structured) => `storyshort://films/${id}${end}`),
      ),
    );
    const [newest] = shelf.videos;
    const { completion } = await client.complete({
      ref: { type: 'ref/resource', uri: 'storyshort://films/{videoId}' },
      argument: { name: 'videoId', value: newest.id.slice(0, 8) },
    });
    expect(completion.values).toContain(newest.id);
  });

  const read = async (uri: string) => (await client.readResource({ uri })).contents[0];
  const jsonAt = async (uri: string) => {
    const found = await read(uri);
    return JSON.parse(found && 'text' in found ? found.text : '');
  };
  const pictureAt = async (uri: string) => {
    const found = await read(uri);
    const blob = found && 'blob' in found ? found.blob : '';
    return [found?.mimeType, Buffer.from(blob, 'base64').subarray(0, 4).toString()];
  };

  it('are a film, its storyboard, its poster and the pictures of its scenes', async () => {
    const film = await jsonAt(`storyshort://films/${videoId}`);
    expect(film).toMatchObject({ id: videoId, videoUrl: expect.stringMatching(/^http:.*\.mp4$/) });
    const { scenes } = await jsonAt(`storyshort://films/${videoId}/storyboard`);
    expect(await pictureAt(`storyshort://films/${videoId}/poster`)).toEqual(['image/webp', 'RIFF']);
    const picture = `storyshort://films/${videoId}/scenes/${scenes[0].id}/picture`;
    expect(await pictureAt(picture)).toEqual(['image/webp', 'RIFF']);
  });

  it.each([
    `storyshort://films/${unknownId()}`,
    `storyshort://films/${unknownId()}/poster`,
    'storyshort://films/nothing/storyboard',
    'storyshort://people/all',
  ])('say where there is nothing: %s', async (uri) => {
    await expect(client.readResource({ uri })).rejects.toThrow(/not found/i);
  });

  it('say where there is no picture yet', async () => {
    const { structured } = await answered(client, 'make_film', order());
    const uri = `storyshort://films/${structured.videoId}/poster`;
    await expect(client.readResource({ uri })).rejects.toThrow(/not found/i);
  });
});

function deep(levels: number): unknown {
  return levels === 0 ? 'deep' : [deep(levels - 1)];
}

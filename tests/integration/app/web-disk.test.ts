/** What the site says of a disk, or a database, that takes nothing more. */
import { dirname } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteSetback } from '#jobs/db/attempts/attempt-ends.server.ts';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { diskFault } from '#jobs/ports/disk-fault.ts';
import { submitVideo } from '#jobs/work/commands.server.ts';
import { scratchOf } from '#tests/support/disks/disk-house.ts';
import { FailingStorage } from '#tests/support/disks/failing-storage.ts';
import { NO_SMALL_DISK, openSmallDisk } from '#tests/support/disks/small-disk.ts';
import { draftOf } from '#tests/support/stories.ts';
import { startTestWeb, type TestWeb, unknownId } from './web-server';

const STORY = 'A fox found a lantern in the deep snow. The whole forest glowed that night.';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

let web: TestWeb;
let storage: FailingStorage;
beforeAll(async () => {
  web = await startTestWeb({
    openStorage: (root) => {
      storage = new FailingStorage(root);
      return storage;
    },
  });
  await web.backend.db.$executeRaw`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN RAISE EXCEPTION ''could not extend file'' USING ERRCODE = ''53100''; END'`;
});
afterAll(() => web.stop());

describe('a database whose disk is full', () => {
  let videoId: string;
  beforeAll(async () => {
    ({ videoId } = await submitVideo(web.backend, draftOf(), null));
    await web.backend.db
      .$executeRaw`CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON video EXECUTE FUNCTION no_room()`;
  });
  afterAll(() => web.backend.db.$executeRaw`DROP TRIGGER no_room ON video`);

  it('is told to programs', async () => {
    const answer = await web.post('/api/generate-script', { story: STORY });
    expect(answer.status).toBe(507);
    expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'disk_full' } });
  });

  it('is told in the form, which keeps what was typed', async () => {
    const answer = await web.ask('/create', {
      method: 'POST',
      headers: FORM,
      body: new URLSearchParams({ story: STORY, title: 'The Fox' }).toString(),
    });
    expect(answer.status).toBe(507);
    expect(answer.text).toContain(STORY);
    expect(answer.text).toContain('The database’s disk is full');
  });

  it('is told on the page of who presses a button without script', async () => {
    const answer = await web.ask(`/video/${videoId}`, {
      method: 'POST',
      headers: FORM,
      body: 'intent=cancel',
    });
    expect(answer.status).toBe(507);
    expect(answer.text).toContain('The database’s disk is full');
    expect(answer.text).toContain('Make room where Postgres keeps its data');
  });
});

describe('a disk that is full', () => {
  it('is told to who sends a file, and nothing stays of it', async () => {
    const { videoId } = await submitVideo(web.backend, draftOf(), null);
    const body = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#a52' } })
      .png()
      .toBuffer();
    const send = () =>
      web.ask(`/api/upload?id=${videoId}&kind=picture`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body,
      });
    // What is kept of it: the picture, and what it is.
    for (const write of [3, 4]) {
      storage.failAt(write);
      const answer = await send();
      expect([answer.status, JSON.parse(answer.text).error.code]).toEqual([507, 'disk_full']);
      expect(answer.text).not.toContain(web.dataDir);
      expect(await scratchOf(storage)).toEqual([]);
    }
    storage.failAt(null);
    expect((await send()).status).toBe(201);
  });

  it('is told to who sends more than goes on it', async ({ skip }) => {
    const { videoId } = await submitVideo(web.backend, draftOf(), null);
    const disk = await openSmallDisk(256 * 1024, dirname(await storage.scratchPath('part')));
    if (!disk) return skip(NO_SMALL_DISK);
    try {
      const answer = await web.ask(`/api/upload?id=${videoId}&kind=recording`, {
        method: 'POST',
        headers: { 'content-type': 'audio/wav' },
        // A little more than there is room for, so that the last piece is written in part.
        body: Buffer.alloc(256 * 1024 + 100, 1),
      });
      expect([answer.status, JSON.parse(answer.text).error.code]).toEqual([507, 'disk_full']);
      expect(await scratchOf(storage)).toEqual([]);
    } finally {
      await disk.close();
    }
  });

  it('is told to who brings a project', async () => {
    storage.failAt(1);
    const answer = await web.ask('/api/project', {
      method: 'POST',
      headers: { 'content-type': 'application/zip' },
      body: Buffer.alloc(100_000, 7),
    });
    storage.failAt(null);
    expect(answer.status).toBe(507);
    expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'disk_full' } });
  });

  it('is what a video says that waits for it, on its page and to programs', async () => {
    const { db } = web.backend;
    const { videoId } = await submitVideo(web.backend, draftOf(), null);
    const begun = await beginAttempt(db, videoId);
    const fault = diskFault(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    if (!begun || !fault) throw new Error('There is nothing to be told.');
    await noteSetback(db, begun.attempt, fault.toFault(), 12_000);
    const status = JSON.parse((await web.ask(`/api/video-status?id=${videoId}`)).text);
    expect(status.error).toMatchObject({ code: 'disk_full', retryable: true });
    const page = await web.ask(`/video/${videoId}`, { headers: { accept: 'text/html' } });
    expect(page.text).toContain('The disk is full, so nothing more can be written.');
    expect(page.text).toContain('Make room on the disk');
    expect(page.text).not.toContain(web.dataDir);
  });
});

describe('/healthz', () => {
  it('tells of it', async () => {
    await web.backend.db.worker.create({ data: { id: unknownId() } });
    // Whether a little can be written is tried.
    storage.failAt(1);
    const answer = await web.ask('/healthz');
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.text)).toMatchObject({
      ...{ ok: false, database: { ok: true }, worker: { ok: true } },
      disk: { ok: false, fault: { code: 'disk_full' } },
    });
    expect(await scratchOf(storage)).toEqual([]);
  });
});

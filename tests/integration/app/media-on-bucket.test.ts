/** Files of a bucket, sent by the site itself: their address stays the site's, and what was removed is gone. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pino from 'pino';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultHandler } from '#app/server/fault-handler.ts';
import { mediaRouter } from '#app/server/media.ts';
import { Thumbnails } from '#app/server/thumbnails.ts';
import {
  type BucketHouse,
  type BucketMachine,
  openBucketHouse,
} from '#tests/support/s3-server/bucket-house.ts';

const FOLDER = '0190a0b0-0000-7000-8000-000000000001';
const FILM = Buffer.from(Array.from({ length: 5000 }, (_, index) => index % 251));

let bucket: BucketHouse;
let worker: BucketMachine;
let site: string;
let stop: () => void;
beforeAll(async () => {
  bucket = await openBucketHouse();
  worker = await bucket.addMachine();
  await worker.storage.put(`${FOLDER}/film-3f2a.mp4`, FILM);
  const log = pino({ level: 'silent' });
  const app = express();
  const { storage } = await bucket.addMachine();
  app.use(
    '/media',
    mediaRouter(storage, log, async () => false, new Thumbnails(storage)),
  );
  app.use(faultHandler(log));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/media/${FOLDER}`;
  stop = () => {
    server.close();
    server.closeAllConnections();
  };
});
afterEach(() => {
  bucket.server.failing = () => null;
});
afterAll(async () => {
  stop();
  await bucket.close();
});

const ask = (name: string, headers: Record<string, string> = {}) =>
  fetch(`${site}/${name}`, { headers, redirect: 'manual' });

describe('a film in a bucket', () => {
  it('is sent whole and in parts, and no address of the bucket is told', async () => {
    const whole = await ask('film-3f2a.mp4');
    expect(whole.status).toBe(200);
    expect(whole.headers.get('content-type')).toBe('video/mp4');
    expect(Buffer.from(await whole.arrayBuffer()).equals(FILM)).toBe(true);
    const part = await ask('film-3f2a.mp4', { range: 'bytes=100-199' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 100-199/5000']);
    expect(Buffer.from(await part.arrayBuffer()).equals(FILM.subarray(100, 200))).toBe(true);
    expect((await ask('film-3f2a.mp4', { range: 'bytes=9000-' })).status).toBe(416);
    // However often it was asked for, browsers know it again.
    const etag = whole.headers.get('etag');
    expect(etag).toMatch(/^W?\/?"/);
    expect((await ask('film-3f2a.mp4')).headers.get('etag')).toBe(etag);
    expect(JSON.stringify([...whole.headers, ...part.headers])).not.toContain(bucket.server.bucket);
    expect(bucket.server.asked.filter(({ call }) => call === 'GetObject').length).toBe(1);
  });

  it('has its pictures made smaller and kept beside them', async () => {
    const picture = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#c04030' } })
      .jpeg()
      .toBuffer();
    await worker.storage.put(`${FOLDER}/picture-3f2a.jpg`, picture);
    const small = await ask('picture-3f2a.jpg.w160.webp');
    expect((await sharp(Buffer.from(await small.arrayBuffer())).metadata()).width).toBe(160);
    expect(await worker.storage.has(`${FOLDER}/picture-3f2a.jpg.w160.webp`)).toBe(true);
  });

  it('says that the storage is away, and comes when it is back', async () => {
    bucket.server.failing = () => ({ status: 503, code: 'SlowDown' });
    const answer = await ask('film-3f2a.mp4');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('retry-after')).not.toBeNull();
    expect(await answer.json()).toMatchObject({ error: { code: 'storage_away' } });
    bucket.server.failing = () => null;
    expect((await ask('film-3f2a.mp4')).status).toBe(200);
  });

  it('is gone when a worker elsewhere removes it, whatever lies here', async () => {
    expect((await ask('film-3f2a.mp4')).status).toBe(200);
    await worker.storage.removeAll(FOLDER);
    const answer = await ask('film-3f2a.mp4');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { code: 'file_not_found' } });
  });
});

/** A picture-to-video server in a test, by either protocol, strict and with faults on demand. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { z } from 'zod';
import { writeClip } from '#tests/support/media/own-media.ts';

/** What it was ordered, as it read it. */
export interface SeenOrder {
  model: string;
  prompt: string;
  seconds: number;
  width: number;
  height: number;
  /** px of the still that came along: those of the clip. */
  still: { width: number; height: number };
}

export type MotionFault =
  | { kind: 'status'; status: number; body?: object; headers?: Record<string, string> }
  | { kind: 'drop' };

export interface MotionServer {
  baseUrl: string;
  orders: readonly SeenOrder[];
  looks: number;
  /** Looks that find it under way before a clip is there. */
  work: number;
  /** The next orders, or looks and fetches, meet these. */
  failOrders(...faults: MotionFault[]): void;
  failLooks(...faults: MotionFault[]): void;
  /** Takes back what looks were still to meet. */
  clearLooks(): void;
  /** Clips of later orders fail so. */
  failClips(error: { code: string; message: string } | null): void;
  /** What is sent for a clip; absent for a real one. */
  sendInstead(bytes: Buffer | null): void;
  /** Forgets all orders, as a server that was set up anew. */
  lose(): void;
  forget(): void;
  close(): Promise<void>;
}

const orderedVideo = z.strictObject({
  model: z.string().min(1),
  prompt: z.string().min(1).max(32_000),
  seconds: z.enum(['4', '8', '12']),
  size: z.enum(['720x1280', '1280x720', '1024x1792', '1792x1024']),
});
const orderedJob = z.strictObject({
  model: z.string().min(1),
  prompt: z.string().min(1),
  seconds: z.number().int().positive(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  image: z.string().regex(/^data:image\/(?:png|jpeg|webp);base64,/),
});

export async function startMotionServer(protocol: 'videos' | 'jobs', apiKey: string): Promise<MotionServer> {
  const folder = await mkdtemp(join(tmpdir(), 'motion-'));
  const file = join(folder, 'clip.mp4');
  await writeClip(file, { width: 360, height: 640, frames: 60 });
  const clip = await readFile(file);
  const orders: SeenOrder[] = [];
  const jobs = new Map<string, { looks: number }>();
  const orderFaults: MotionFault[] = [];
  const lookFaults: MotionFault[] = [];
  let clipError: { code: string; message: string } | null = null;
  let instead: Buffer | null = null;
  const told = { looks: 0, work: 1 };
  const root = protocol === 'videos' ? '/v1/videos' : '/v1/jobs';

  const server = createServer(async (request, response) => {
    const json = (status: number, body: object, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    const meets = (fault: MotionFault | undefined): boolean => {
      if (!fault) return false;
      if (fault.kind === 'drop') request.socket.destroy();
      else json(fault.status, fault.body ?? { error: { message: `Status ${fault.status}` } }, fault.headers);
      return true;
    };
    const bytes = await bodyOf(request);
    if (request.headers.authorization !== `Bearer ${apiKey}`) return json(401, { error: { message: 'No.' } });
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method === 'POST' && pathname === root) {
      if (meets(orderFaults.shift())) return;
      const order = await (protocol === 'videos' ? readVideo : readJob)(
        bytes,
        request.headers['content-type'] ?? '',
      );
      if (typeof order === 'string') return json(400, { error: { message: order } });
      orders.push(order);
      const id = `clip_${orders.length}`;
      jobs.set(id, { looks: 0 });
      return json(200, { id, object: 'video', status: 'queued' });
    }
    const [, id = '', part] = new RegExp(`^${root}/([^/]+)(/content)?$`).exec(pathname) ?? [];
    const job = jobs.get(id);
    if (!job) return json(404, { error: { message: 'There is no such video.' } });
    if (meets(lookFaults.shift())) return;
    if (part) return response.writeHead(200, { 'content-type': 'video/mp4' }).end(instead ?? clip);
    told.looks += 1;
    job.looks += 1;
    const isDone = job.looks > told.work;
    if (isDone && clipError) return json(200, { id, status: 'failed', error: clipError });
    if (protocol === 'videos')
      return json(200, { id, status: isDone ? 'completed' : 'in_progress', error: null });
    return json(200, {
      id,
      status: isDone ? 'done' : 'running',
      ...(isDone && { url: `${root}/${id}/content` }),
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    orders,
    get looks() {
      return told.looks;
    },
    get work() {
      return told.work;
    },
    set work(looks) {
      told.work = looks;
    },
    failOrders: (...faults) => void orderFaults.push(...faults),
    failLooks: (...faults) => void lookFaults.push(...faults),
    clearLooks: () => {
      lookFaults.length = 0;
    },
    failClips: (error) => {
      clipError = error;
    },
    sendInstead: (other) => {
      instead = other;
    },
    lose: () => jobs.clear(),
    forget: () => {
      orders.length = 0;
      orderFaults.length = 0;
      lookFaults.length = 0;
      told.looks = 0;
      told.work = 1;
      clipError = null;
      instead = null;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await rm(folder, { recursive: true });
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function readVideo(bytes: Buffer, type: string): Promise<SeenOrder | string> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  if (!form) return 'The form cannot be read.';
  const { input_reference: still, ...fields } = Object.fromEntries(form);
  const read = orderedVideo.safeParse(fields);
  if (!read.success) return z.prettifyError(read.error);
  if (!(still instanceof File)) return 'input_reference is missing.';
  const [width = 0, height = 0] = read.data.size.split('x').map(Number);
  const { model, prompt, seconds } = read.data;
  return withExactStill(
    { model, prompt, seconds: Number(seconds), width, height },
    Buffer.from(await still.arrayBuffer()),
  );
}

async function readJob(bytes: Buffer): Promise<SeenOrder | string> {
  const read = orderedJob.safeParse(JSON.parse(bytes.toString()));
  if (!read.success) return z.prettifyError(read.error);
  const { image, ...order } = read.data;
  return withExactStill(order, Buffer.from(image.split(',')[1] ?? '', 'base64'));
}

/** As the real ones: a still of any other size than the clip's is rejected. */
async function withExactStill(order: Omit<SeenOrder, 'still'>, image: Buffer): Promise<SeenOrder | string> {
  const { width = 0, height = 0 } = await sharp(image).metadata();
  if (width !== order.width || height !== order.height)
    return `Inpaint image must match the requested width and height, not ${width}x${height}.`;
  return { ...order, still: { width, height } };
}

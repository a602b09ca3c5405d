/** A Paintbox, the picture server of `docs/providers.md`, on this machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';

/** What it was asked for. */
export interface PaintboxAsk {
  model: string;
  prompt: string;
  seed: number;
  width: number;
  height: number;
}

export interface PaintboxServer {
  address: string;
  /** All that was asked, in order. */
  asked: PaintboxAsk[];
  /** The most that were under way at once. */
  mostAtOnce(): number;
  /** Decides the status of each answer; 200 with a picture until it is set. */
  answerWith(status: (ask: PaintboxAsk, count: number) => number): void;
  /** Answers that many at a time: none before the others of its group are under way too. */
  answerTogether(count: number): void;
  /** Forgets what was asked, and answers each with a picture again. */
  forget(): void;
  close(): Promise<void>;
}

export async function startPaintbox(): Promise<PaintboxServer> {
  const asked: PaintboxAsk[] = [];
  let underWay = 0;
  let most = 0;
  let statusOf: Parameters<PaintboxServer['answerWith']>[0] = () => 200;
  let together = 1;
  let waiting: (() => void)[] = [];
  const server = createServer(async (request, response) => {
    underWay += 1;
    most = Math.max(most, underWay);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const ask = JSON.parse(Buffer.concat(chunks).toString()) as PaintboxAsk;
    asked.push(ask);
    const status = statusOf(ask, asked.length);
    const { width, height } = ask;
    const painted = sharp({ create: { width, height, channels: 3, background: '#7a5' } }).png();
    const body = status === 200 ? await painted.toBuffer() : Buffer.from('no picture');
    waiting.push(() => {
      underWay -= 1;
      response.writeHead(status, { 'content-type': 'image/png' }).end(body);
    });
    if (waiting.length < together) return;
    for (const answer of waiting) answer();
    waiting = [];
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    mostAtOnce: () => most,
    answerWith: (status) => {
      statusOf = status;
    },
    answerTogether: (count) => {
      together = count;
    },
    forget: () => {
      together = 1;
      asked.length = 0;
      most = 0;
      statusOf = () => 200;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

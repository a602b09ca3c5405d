/** For modules in the cage: what they are told and read, and sharp, which reads the kinds of pictures that are taken. */
import { readSync, writeSync } from 'node:fs';
import type Sharp from 'sharp';

const INPUT = 0;
const OUTPUT = 1;

/** Readers of the kinds that are taken; whatever else libvips reads is none of them, whatever it says it is. */
const READERS = ['Png', 'Jpeg', 'Webp', 'Heif'].map((kind) => `VipsForeignLoad${kind}`);

/** What the module was asked, as `CagedModule.request`. */
export function readRequest<Request>(): Request {
  return JSON.parse(process.argv[2] ?? '') as Request;
}

/** @param url where sharp is, as `packageUrl` says */
export async function openSharp(url: string): Promise<typeof Sharp> {
  const { default: sharp } = (await import(url)) as { default: typeof Sharp };
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: READERS });
  return sharp;
}

/** The next bytes of the input; fewer where it ends before. */
export function readInput(bytes: number): Buffer {
  const input = Buffer.alloc(bytes);
  let at = 0;
  while (at < bytes) {
    const read = readSync(INPUT, input, at, bytes - at, null);
    if (read === 0) break;
    at += read;
  }
  return input.subarray(0, at);
}

export function writeAnswer(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(OUTPUT, bytes, at);
}

/** Of a picture that cannot be read nothing is known. @throws the error where memory was short, which is no fault of it */
export function nothing(error: unknown): null {
  if (/memory|alloc/i.test(String(error))) throw error;
  return null;
}

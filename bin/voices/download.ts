/** Fetches a large file so that an interruption costs nothing that has come: it goes on where it ended. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as delay } from 'node:timers/promises';

export interface WantedFile {
  url: string;
  /** Absolute path; whole, or not there. What has come so far lies beside it as `.part`. */
  outFile: string;
  /** Any of these. */
  sha256: readonly string[];
  /** As expected; what is more than a tenth longer is not taken. */
  bytes: number;
}

export interface DownloadTools {
  /** Told of all bytes that are there. */
  onBytes?: (bytes: number) => void;
  /** Waits before another try, ms by its number from 1. */
  pauseMs?: (attempt: number) => number;
}

const ATTEMPTS = 6;
/** Nothing for this long, and the connection is given up, ms. */
const SILENCE_MS = 30_000;
const usualPause = (attempt: number) => Math.min(15_000, 500 * 2 ** attempt);

/** A server's word that no further try changes. */
class Refused extends Error {}

/** @throws Error that says what came in place of the file, or why nothing did */
export async function download(file: WantedFile, tools: DownloadTools = {}): Promise<void> {
  const { pauseMs = usualPause } = tools;
  const part = `${file.outFile}.part`;
  for (let attempt = 1; ; attempt++) {
    try {
      await fetchRest(file, part, tools);
      break;
    } catch (error) {
      if (error instanceof Refused || attempt === ATTEMPTS) {
        throw new Error(`${file.url} cannot be fetched: ${reasonOf(error)}.`, { cause: error });
      }
      await delay(pauseMs(attempt));
    }
  }
  const sha256 = await hashOf(part);
  if (!file.sha256.includes(sha256)) {
    await rm(part);
    throw new Error(
      `What ${file.url} sent is not the file that was expected (SHA-256 ${sha256}). It was removed. Try again; if it happens again, the server’s file is another one, or somebody has changed it.`,
    );
  }
  await rename(part, file.outFile);
}

async function fetchRest(
  { url, bytes }: WantedFile,
  part: string,
  { onBytes }: DownloadTools,
): Promise<void> {
  const there = await sizeOf(part);
  if (there === bytes) return;
  const silence = new AbortController();
  const watch = () => setTimeout(() => silence.abort(new Error('nothing came for a while')), SILENCE_MS);
  let timer = watch();
  try {
    const answer = await fetch(url, {
      headers: there > 0 ? { range: `bytes=${there}-` } : {},
      signal: silence.signal,
    });
    // All of it had come; the hash says whether it is right.
    if (answer.status === 416) return;
    if (!answer.ok || !answer.body) {
      const why = `the server answers with status ${answer.status}`;
      throw answer.status === 429 || answer.status >= 500 ? new Error(why) : new Refused(why);
    }
    // A server that knows no ranges begins again.
    const goesOn = answer.status === 206;
    let come = goesOn ? there : 0;
    const mostBytes = bytes * 1.1;
    const body = Readable.fromWeb(answer.body as ReadableStream<Uint8Array>);
    body.on('data', (chunk: Uint8Array) => {
      come += chunk.length;
      clearTimeout(timer);
      timer = watch();
      if (come > mostBytes) body.destroy(new Refused('it is longer than it should be'));
      onBytes?.(come);
    });
    await pipeline(body, createWriteStream(part, { flags: goesOn ? 'a' : 'w' }));
    const told = Number(answer.headers.get('content-length'));
    if (told > 0 && come < (goesOn ? there : 0) + told) throw new Error('the connection ended too soon');
  } finally {
    clearTimeout(timer);
  }
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** `fetch` hides what happened below in the cause. */
function reasonOf(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  return cause instanceof Error && cause.message ? cause.message : message;
}

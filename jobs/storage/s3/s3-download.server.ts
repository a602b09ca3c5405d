/** An object's way onto the disk, whole or not at all. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { GetObjectCommand, type GetObjectCommandOutput, type S3Client } from '@aws-sdk/client-s3';
import { writingToDisk } from '#jobs/ports/disk-fault.ts';
import type { S3Target } from './s3-target';

/** Name under which an object carries the SHA-256 of its bytes: whatever a server checks, we check that. */
export const SHA256 = 'sha256';

/** A transfer that may go better the next time. */
export class BrokenOff extends Error {}

/**
 * Writes an object's bytes into a file, as they were stored.
 * @param silenceMs how long nothing may come before it counts as broken off
 * @throws BrokenOff, what the disk says as a StoryError, or whatever the SDK throws
 */
export async function downloadFile(
  client: S3Client,
  target: S3Target,
  path: string,
  silenceMs: number,
): Promise<void> {
  const file = await writingToDisk(() => open(path, 'w'));
  let told: GetObjectCommandOutput;
  try {
    told = await client.send(new GetObjectCommand({ ...target, ChecksumMode: 'ENABLED' }));
    for await (const chunk of readOrBreakOff(told.Body as Readable, silenceMs))
      await writingToDisk(() => file.writeFile(chunk));
  } finally {
    await file.close();
  }
  const { size } = await stat(path);
  if (told.ContentLength !== undefined && size !== told.ContentLength)
    throw new BrokenOff('GetObject: another length than was told');
  const said = told.Metadata?.[SHA256];
  if (said && said !== (await sha256Of(path))) throw new BrokenOff('GetObject: other bytes than were stored');
}

/** What comes, until it is over; without the words of whoever ends it. */
async function* readOrBreakOff(body: Readable, silenceMs: number): AsyncGenerator<Buffer> {
  const timer = setTimeout(() => body.destroy(new BrokenOff('silence')), silenceMs);
  try {
    for await (const chunk of body) {
      timer.refresh();
      yield chunk as Buffer;
    }
  } catch (error) {
    const { code, name } = error as { code?: string; name?: string };
    throw new BrokenOff(`GetObject: broken off, ${code ?? name ?? 'without a word'}`);
  } finally {
    clearTimeout(timer);
  }
}

/** SHA-256 of a file, hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

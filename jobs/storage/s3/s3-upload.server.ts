/** A file's way into a bucket: in one call, or in parts where it is large. */
import { type FileHandle, open } from 'node:fs/promises';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { S3Target } from './s3-target';

export interface S3UploadOptions {
  /** Bytes of a part. */
  partBytes: number;
  metadata: Record<string, string>;
  /** Whether it takes the place of what is there. */
  isReplacing: boolean;
}

/** Its server checks that each call's bytes have arrived as they were sent. */
const CHECKSUM = { ChecksumAlgorithm: 'CRC32' } as const;

/**
 * Uploads a file, all or nothing.
 * @throws whatever the SDK throws: with the status 412 where something is under the key already
 */
export async function uploadFile(
  client: S3Client,
  target: S3Target,
  path: string,
  { partBytes, metadata, isReplacing }: S3UploadOptions,
): Promise<void> {
  const condition = isReplacing ? {} : { IfNoneMatch: '*' };
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size <= partBytes) {
      const Body = await readPart(file, 0, size);
      await client.send(
        new PutObjectCommand({ ...target, ...condition, ...CHECKSUM, Body, Metadata: metadata }),
      );
      return;
    }
    const { UploadId } = await client.send(
      new CreateMultipartUploadCommand({ ...target, ...CHECKSUM, Metadata: metadata }),
    );
    try {
      const Parts: CompletedPart[] = [];
      for (let at = 0; at < size; at += partBytes) {
        const PartNumber = Parts.length + 1;
        const Body = await readPart(file, at, Math.min(partBytes, size - at));
        const { ETag, ChecksumCRC32 } = await client.send(
          new UploadPartCommand({ ...target, ...CHECKSUM, UploadId, PartNumber, Body }),
        );
        Parts.push({ PartNumber, ETag, ...(ChecksumCRC32 && { ChecksumCRC32 }) });
      }
      await client.send(
        new CompleteMultipartUploadCommand({ ...target, ...condition, UploadId, MultipartUpload: { Parts } }),
      );
    } catch (error) {
      // Parts of what was not completed are paid for until they are removed; what cannot be now, a rule of the bucket may.
      await client.send(new AbortMultipartUploadCommand({ ...target, UploadId })).catch(() => undefined);
      throw error;
    }
  } finally {
    await file.close();
  }
}

async function readPart(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const part = Buffer.alloc(length);
  const { bytesRead } = await file.read(part, 0, length, at);
  if (bytesRead !== length) throw new Error('A file became shorter while it was being stored.');
  return part;
}

/** A bucket on a server of its own, and machines that keep their films in it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { FileCache } from '#jobs/storage/s3/file-cache.server.ts';
import { readS3Address } from '#jobs/storage/s3/s3-address.ts';
import { S3Bucket, type S3Patience } from '#jobs/storage/s3/s3-bucket.server.ts';
import { S3Storage } from '#jobs/storage/s3/s3-storage.server.ts';
import { type S3Server, startS3Server } from './s3-server';

/** One machine: its storage, and the folder of its copies. */
export interface BucketMachine {
  storage: S3Storage;
  copies: string;
}

export interface BucketHouse {
  server: S3Server;
  /** As STORAGE_URL has it. */
  url: string;
  /** Another machine, with copies of its own. @param mostBytes of its copies */
  addMachine(patience?: Partial<S3Patience>, mostBytes?: number): Promise<BucketMachine>;
  close(): Promise<void>;
}

/** Faults are told at once, unless a test says otherwise. */
const IMPATIENT: Partial<S3Patience> = { tries: 1 };
const PLENTY = 1e9;

export async function openBucketHouse(): Promise<BucketHouse> {
  const server = await startS3Server();
  // Where the SDK looks for keys first.
  vi.stubEnv('AWS_ACCESS_KEY_ID', server.keys.id);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', server.keys.secret);
  const url = `s3://${server.bucket}/house/films?region=${server.region}&endpoint=${server.endpoint}`;
  const folders: string[] = [];
  return {
    server,
    url,
    addMachine: async (patience = IMPATIENT, mostBytes = PLENTY) => {
      const folder = await mkdtemp(join(tmpdir(), 'storyshort-bucket-'));
      folders.push(folder);
      const copies = join(folder, 'copies');
      const bucket = new S3Bucket(readS3Address(url), patience);
      return { copies, storage: new S3Storage(bucket, new FileCache(copies, mostBytes)) };
    },
    close: async () => {
      await server.close();
      vi.unstubAllEnvs();
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    },
  };
}

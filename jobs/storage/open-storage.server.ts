import { join } from 'node:path';
import type { Env } from '#jobs/env.server.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { LocalStorage } from './local.server';

/** Opens where films are kept: the bucket that STORAGE_URL names, or the folder of this machine. */
export async function openStorage({
  DATA_DIR,
  STORAGE_URL,
  STORAGE_CACHE_MB,
}: Pick<Env, 'DATA_DIR' | 'STORAGE_URL' | 'STORAGE_CACHE_MB'>): Promise<Storage> {
  if (!STORAGE_URL) return new LocalStorage(join(DATA_DIR, 'media'));
  // Its SDK takes a while to be loaded, which is left to where there is a bucket.
  const [{ FileCache }, { S3Bucket }, { S3Storage }] = await Promise.all([
    import('./s3/file-cache.server'),
    import('./s3/s3-bucket.server'),
    import('./s3/s3-storage.server'),
  ]);
  const copies = new FileCache(join(DATA_DIR, 'cache', 'media'), STORAGE_CACHE_MB * 1024 * 1024);
  return new S3Storage(new S3Bucket(STORAGE_URL), copies);
}

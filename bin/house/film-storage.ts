/**
 * `npm run storage`: where films are kept, and how many files of them. `-- move bucket` takes them all from DATA_DIR to the
 * bucket that STORAGE_URL names, `-- move disk` back; it can be begun again at any time, and removes nothing before all is
 * there.
 */
import { join } from 'node:path';
import { failClearly } from '#bin/host/fail-clearly.ts';
import { ProgressBar } from '#bin/host/progress-bar.ts';
import { EnvError, readEnv } from '#jobs/env.server.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { openStorage } from '#jobs/storage/open-storage.server.ts';
import { moveToBucket, moveToDisk } from '#jobs/storage/s3/move-files.server.ts';
import { S3Bucket } from '#jobs/storage/s3/s3-bucket.server.ts';

const USAGE = 'Usage: npm run storage [-- move bucket | move disk]\n';

async function main(): Promise<void> {
  const [act, where, ...more] = process.argv.slice(2);
  if (act === undefined) {
    process.stdout.write(await told());
    return;
  }
  if (act !== 'move' || (where !== 'bucket' && where !== 'disk') || more.length > 0) {
    process.stderr.write(USAGE);
    process.exitCode = 1;
    return;
  }
  process.stdout.write(await move(where));
}

async function told(): Promise<string> {
  const env = readEnv();
  const storage = await openStorage(env);
  const folders = await storage.listPrefixes();
  const sizes: number[] = [];
  for (const folder of folders) sizes.push(...(await storage.list(folder)).map(({ bytes }) => bytes));
  const place = env.STORAGE_URL
    ? `the bucket ${env.STORAGE_URL.bucket}${env.STORAGE_URL.prefix && `, below ${env.STORAGE_URL.prefix}`}`
    : join(env.DATA_DIR, 'media');
  const megabytes = Math.ceil(sizes.reduce((sum, bytes) => sum + bytes, 0) / 1024 ** 2);
  return `Films are kept in ${place}: ${sizes.length} files, ${megabytes} MB.\n`;
}

async function move(where: 'bucket' | 'disk'): Promise<string> {
  const env = readEnv();
  if (!env.STORAGE_URL)
    throw new EnvError(
      'STORAGE_URL is not set. Name the bucket that films go to, or come from: docs/scaling.md.',
    );
  const disk = new LocalStorage(join(env.DATA_DIR, 'media'));
  const bucket = new S3Bucket(env.STORAGE_URL);
  process.stdout.write('Nothing else may run on this data meanwhile.\n');
  const bar = new ProgressBar(process.stdout);
  const onProgress = ({ done, files }: { done: number; files: number }) =>
    bar.show(Math.floor((100 * done) / files), `of ${files} files`);
  const moved = await (where === 'bucket'
    ? moveToBucket(disk, bucket, onProgress)
    : moveToDisk(bucket, disk, onProgress)
  ).finally(() => bar.end());
  return where === 'bucket'
    ? `${moved} files are in the bucket. Start everything with the same STORAGE_URL.\n`
    : `${moved} files are on this machine. Start everything without STORAGE_URL.\n`;
}

main().catch(failClearly);

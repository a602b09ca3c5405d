import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { zipStream } from '#jobs/work/handoff/zip-out.server.ts';
import { readZip } from '#tests/support/handoff/zips.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-zip-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

it('sends files and texts, and the text knows what the files before it were', async () => {
  const bytes = Buffer.alloc(300_000, 'abc');
  const file = await fileOf('a.bin', bytes);
  const sent = await readZip(
    await buffer(
      zipStream([
        { path: 'assets/a.bin', file: async () => file },
        { path: 'told.json', text: (files) => JSON.stringify([...files]) },
      ]),
    ),
  );
  expect(sent.get('assets/a.bin')?.equals(bytes)).toBe(true);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(JSON.parse(String(sent.get('told.json')))).toEqual([['assets/a.bin', { bytes: 300_000, sha256 }]]);
});

it('ends with the error of a file that is not there', async () => {
  const gone = join(folder, 'gone.bin');
  for (const file of [async () => gone, () => readFile(gone, 'utf8')]) {
    await expect(buffer(zipStream([{ path: 'gone.bin', file }]))).rejects.toMatchObject({ code: 'ENOENT' });
  }
});

it.runIf(process.platform === 'linux')('closes its files for who stops reading', async () => {
  const file = await fileOf('large.bin', Buffer.alloc(8 * 1024 * 1024));
  const isOpen = async () => {
    const links = await readdir('/proc/self/fd');
    const paths = await Promise.all(links.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
    return paths.includes(file);
  };
  const stream = zipStream([{ path: 'large.bin', file: async () => file }]);
  await new Promise((resolve) => stream.once('readable', resolve));
  expect(await isOpen()).toBe(true);
  stream.destroy();
  await expect.poll(isOpen).toBe(false);
});

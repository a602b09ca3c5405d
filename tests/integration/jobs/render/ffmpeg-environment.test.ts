/** Neither program sees what this process was told: ffmpeg writes a report wherever this variable says so. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FFMPEG_CLIPS } from '#jobs/render/ffmpeg/clips.server.ts';
import { writeSound } from '#tests/support/media/own-media.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-environment-'));
  vi.stubEnv('FFREPORT', `file=${join(folder, 'report.log')}`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

it('gives a program nothing of its own, in the cage or not', async () => {
  const [file, outFile] = ['sound.wav', 'out.wav'].map((name) => join(folder, name)) as [string, string];
  await writeSound(file, 'sine=frequency=300:duration=1');
  const request = { source: { file, container: 'wav' }, channels: 1, outFile } as const;
  await FFMPEG_CLIPS.decodeSound(request, new AbortController().signal);
  expect((await readFile(outFile)).length).toBeGreaterThan(90_000);
  expect(existsSync(join(folder, 'report.log'))).toBe(false);
});

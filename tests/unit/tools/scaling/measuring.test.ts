import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { countingStorage, storedKind } from '#tests/tools/scaling/measure/counting-storage.ts';
import { workBetween } from '#tests/tools/scaling/measure/postgres-account.ts';
import { parentOf, processorSeconds, ticksOf } from '#tests/tools/scaling/measure/processor-seconds.ts';

describe('a storage that counts', () => {
  it('stores as ever, and tells files and bytes by their steps', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'counting-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const { storage, counts } = countingStorage(new LocalStorage(join(folder, 'media')));
    await storage.put('a/voice-1.wav', new Uint8Array(10));
    await storage.put('a/voice-2.wav', new Uint8Array(5));
    const scratch = await storage.scratchPath('mp4');
    await writeFile(scratch, new Uint8Array(100));
    await storage.adopt('a/film-1.mp4', scratch);
    expect(await storage.has('a/voice-1.wav')).toBe(true);
    expect((await storage.read('a/film-1.mp4')).length).toBe(100);
    expect(counts).toEqual({
      stored: { voice: { files: 2, bytes: 15 }, film: { files: 1, bytes: 100 } },
      looks: 1,
    });
  });

  it('knows files by their names', () => {
    const names = ['picture-1.layer-2.webp', 'segment-1.ts', 'captions-1.srt', 'mix-1.wav', 'script-1.json'];
    expect(names.map((name) => storedKind(`id/${name}`))).toEqual([
      ...['picture', 'segment', 'film', 'sound', 'script'],
    ]);
  });
});

it('a process’ ticks are its own and those of its ended children, whatever its name', () => {
  expect(ticksOf('12 (a ) (b) S 1 2 3 4 5 6 7 8 9 10 100 20 3 4 20 0 1')).toBe(127);
});

it('work between two readings is shared out, and never less than none', () => {
  const before = { statements: 10, queueStatements: 4, commits: 2, cpuS: 1 };
  const after = { statements: 30, queueStatements: 2, commits: 8, cpuS: 2 };
  expect(workBetween(before, after, 2)).toEqual({
    statements: 10,
    queueStatements: 0,
    commits: 3,
    cpuS: 0.5,
  });
});

it.runIf(process.platform === 'linux')('what a process takes of the processors is seen', () => {
  const before = processorSeconds(process.pid);
  let after = before;
  // Each look takes some itself.
  while (after <= before) after = processorSeconds(process.pid);
  expect(after).toBeGreaterThan(0);
  expect(parentOf(process.pid)).toBe(process.ppid);
});

/** A program's words are heard on a machine that has much to do, where it ends long before anybody gets to them. */
import { pbkdf2 } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FFMPEG_CLIPS } from '#jobs/render/ffmpeg/clips.server.ts';
import { writeSound } from '#tests/support/media/own-media.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-busy-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const hash = promisify(pbkdf2);
/** Threads that Node keeps for files, where nobody says otherwise. */
const FILE_THREADS = 4;

/** Keeps Node's threads for files busy, each for a tenth of a second and more at a time, until it is told to stop. */
function keepBusy(): () => Promise<void> {
  let isOver = false;
  const work = Array.from({ length: 2 * FILE_THREADS }, async () => {
    while (!isOver) await hash('a', 'b', 150_000, 32, 'sha256');
  });
  return async () => {
    isOver = true;
    await Promise.all(work);
  };
}

it('reads what a file is while everything else waits', async () => {
  const file = join(folder, 'sound.wav');
  await writeSound(file, 'sine=frequency=300:duration=1');
  const read = () => FFMPEG_CLIPS.readHead({ file, container: 'wav' }, new AbortController().signal);
  // What the cage may do here is found out first.
  const alone = await read();
  const rest = keepBusy();
  try {
    expect(await Promise.all([read(), read(), read()])).toEqual([alone, alone, alone]);
  } finally {
    await rest();
  }
});

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FrameEncoder } from '#jobs/render/ffmpeg/frame-encoder.server.ts';
import { waitFor } from '#tests/support/wait-for.ts';
import { programsOf } from '#tests/tools/chaos/house/programs.ts';

it('an encoder on a full disk says so, in its own program’s words', async ({ skip }) => {
  if (!existsSync('/dev/full')) return skip('There is no device here that is always full.');
  const size = { width: 320, height: 320 };
  const encoder = new FrameEncoder(size, '/dev/full', { threads: 1 });
  // Noise, that no encoder makes small.
  const film = async () => {
    for (let frame = 0; frame < 90; frame += 1) {
      await encoder.write(randomBytes((size.width * size.height * 3) / 2));
    }
    await encoder.finish();
  };
  await expect(film()).rejects.toMatchObject({ code: 'disk_full', retryable: true });
});

it('an encoder that is cancelled in the middle of a frame is gone when that is done', async () => {
  const size = { width: 1080, height: 1080 };
  const folder = await mkdtemp(join(tmpdir(), 'storyshort-encoder-'));
  try {
    for (let time = 0; time < 5; time += 1) {
      const encoder = new FrameEncoder(size, join(folder, `${time}.ts`), { threads: 1 });
      // More than its pipe holds: the write ends with the program.
      const writing = encoder.write(Buffer.alloc((size.width * size.height * 3) / 2)).catch(() => undefined);
      await waitFor('the encoder', () => programsOf(process.pid, 'ffmpeg').length > 0);
      await encoder.cancel();
      expect(programsOf(process.pid, 'ffmpeg')).toEqual([]);
      await writing;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

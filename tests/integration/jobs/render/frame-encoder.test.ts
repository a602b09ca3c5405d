import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FrameEncoder } from '#jobs/render/ffmpeg/frame-encoder.server.ts';

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

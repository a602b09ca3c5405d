import { startFfmpeg } from '#jobs/render/ffmpeg/ffmpeg.server.ts';

/**
 * The frames of a film as an encoder was given them (I420).
 * @param film by an absolute path @param bytes of a frame @throws what ffmpeg's end tells
 */
export async function* decodedFrames(film: string, bytes: number): AsyncGenerator<Uint8Array> {
  const program = startFfmpeg(
    'ffmpeg',
    [
      '-i',
      film,
      '-fps_mode',
      'passthrough',
      '-pix_fmt',
      'yuv420p',
      '-c:v',
      'rawvideo',
      '-f',
      'image2pipe',
      '-',
    ],
    { stdin: 'ignore', buffer: false },
  );
  program.catch(() => undefined);
  try {
    let chunks: Buffer[] = [];
    let held = 0;
    for await (const chunk of program.stdout ?? []) {
      chunks.push(chunk);
      held += chunk.length;
      if (held < bytes) continue;
      // Joined only when there is a frame: it comes in many small chunks.
      let all = Buffer.concat(chunks, held);
      for (; all.length >= bytes; all = all.subarray(bytes)) yield all.subarray(0, bytes);
      chunks = [all];
      held = all.length;
    }
    await program;
  } finally {
    program.kill('SIGKILL');
  }
}

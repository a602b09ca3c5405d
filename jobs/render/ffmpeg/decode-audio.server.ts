import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writingToDisk } from '#jobs/ports/disk-fault.ts';
import { runFfmpeg } from './ffmpeg.server';

/**
 * Decodes sound of any kind that the bundled ffmpeg knows to a 16-bit WAV, mono, at its own sample rate.
 * @throws StoryError when the bytes are no such sound; the signal's reason once it is aborted.
 */
export async function decodeAudio(bytes: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
  const name = join(tmpdir(), `storyshort-sound-${randomUUID()}`);
  const source = `${name}.in`;
  const target = `${name}.wav`;
  try {
    await writingToDisk(() => writeFile(source, bytes));
    await runFfmpeg('ffmpeg', ['-i', source, '-vn', '-ac', '1', '-c:a', 'pcm_s16le', target], signal);
    return await readFile(target);
  } finally {
    await Promise.all([source, target].map((file) => rm(file, { force: true })));
  }
}

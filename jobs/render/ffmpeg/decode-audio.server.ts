import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writingToDisk } from '#jobs/ports/disk-fault.ts';
import { runCagedFfmpeg, strangersInput } from './caged-ffmpeg.server';

/** Demuxers of sound in the files that servers send: none of them reads a list of other files. */
const SOUNDS = 'aac,ac3,flac,matroska,webm,mov,mp4,m4a,3gp,3g2,mj2,mp3,ogg,wav';
/** A scene's speech is decoded in moments, ms. */
const SOUND_LIMIT_MS = 2 * 60_000;

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
    const args = [...strangersInput({ oneOf: SOUNDS }), '-vn', '-ac', '1', '-c:a', 'pcm_s16le', '-f', 'wav'];
    await runCagedFfmpeg(
      { program: 'ffmpeg', source, args, outFile: target, timeMs: SOUND_LIMIT_MS },
      signal,
    );
    return await readFile(target);
  } finally {
    await Promise.all([source, target].map((file) => rm(file, { force: true })));
  }
}

import { readFile, rm } from 'node:fs/promises';
import type { MusicFile } from '#jobs/ports/decoder.ts';
import type { SoundKind } from '#jobs/story/order/sound-kind.ts';
import { runCagedFfmpeg, strangersInput } from './caged-ffmpeg.server';

/** Hours of music are decoded in less, ms. */
const MUSIC_LIMIT_MS = 5 * 60_000;

/** What ffmpeg calls each kind: none but the one that the file was found to be is tried. */
const FORMATS: Record<SoundKind, string> = { mp3: 'mp3', m4a: 'mov', wav: 'wav', flac: 'flac', ogg: 'ogg' };

/** See `Decoder`. */
export async function decodeMusic(
  { file, kind, scratch, lengthMs }: MusicFile,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const sound = ['-map', '0:a:0', '-vn', '-t', (lengthMs / 1000).toFixed(3)];
  const target = ['-ac', '2', '-ar', '48000', '-c:a', 'pcm_s16le', '-f', 'wav'];
  const args = [...strangersInput({ only: FORMATS[kind] }), ...sound, ...target];
  try {
    await runCagedFfmpeg(
      { program: 'ffmpeg', source: file, args, outFile: scratch, timeMs: MUSIC_LIMIT_MS },
      signal,
    );
    return await readFile(scratch);
  } finally {
    await rm(scratch, { force: true });
  }
}

import { readFile, rm } from 'node:fs/promises';
import type { MusicFile } from '#jobs/ports/decoder.ts';
import type { SoundKind } from '#jobs/story/order/sound-kind.ts';
import { runFfmpeg } from './ffmpeg.server';

/** What ffmpeg calls each kind: none but the one that the file was found to be is tried. */
const FORMATS: Record<SoundKind, string> = { mp3: 'mp3', m4a: 'mov', wav: 'wav', flac: 'flac', ogg: 'ogg' };

/** See `Decoder`. */
export async function decodeMusic(
  { file, kind, scratch, lengthMs }: MusicFile,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const source = ['-protocol_whitelist', 'file', '-f', FORMATS[kind], '-i', file];
  const sound = ['-map', '0:a:0', '-vn', '-t', (lengthMs / 1000).toFixed(3)];
  const target = ['-ac', '2', '-ar', '48000', '-c:a', 'pcm_s16le', '-f', 'wav', '-y', scratch];
  try {
    await runFfmpeg('ffmpeg', [...source, ...sound, ...target], signal);
    return await readFile(scratch);
  } finally {
    await rm(scratch, { force: true });
  }
}

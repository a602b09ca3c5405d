/** A film's sound, encoded as it stands in the finished film. */
import path from 'node:path';
import { FPS } from '#remotion/contract/story-props.ts';
import { runFfmpeg } from './ffmpeg.server';
import { finishedFile } from './finished-file.server';

/** Hz */
const SAMPLE_RATE = 48_000;
const AUDIO_BITRATE = '192k';

export interface SoundRequest {
  wav: string;
  /** Of the film. The sound is made exactly as long: padded with silence, or cut. */
  frames: number;
  /** Where the MP4 goes; whole or not at all. */
  outFile: string;
  signal?: AbortSignal;
}

/**
 * Encodes a WAV as AAC (48 kHz, stereo) in an MP4, which says how much of the beginning is the encoder's own.
 * @throws StoryError what `runFfmpeg` throws
 */
export async function encodeSound({ wav, frames, outFile, signal }: SoundRequest): Promise<void> {
  const samples = frames * (SAMPLE_RATE / FPS);
  await finishedFile(outFile, async (temporary) => {
    await runFfmpeg(
      'ffmpeg',
      [
        ...['-i', path.resolve(wav), '-map_metadata', '-1'],
        ...['-af', `aresample=${SAMPLE_RATE},apad=whole_len=${samples},atrim=end_sample=${samples}`],
        ...['-c:a', 'libfdk_aac', '-b:a', AUDIO_BITRATE, '-ar', String(SAMPLE_RATE), '-ac', '2'],
        ...['-f', 'mp4', '-y', temporary],
      ],
      signal,
    );
  });
}

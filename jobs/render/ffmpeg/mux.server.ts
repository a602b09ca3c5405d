/** From rendered segments and one sound track to the finished film. */
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StoryError } from '#jobs/story/film/fault.ts';
import { FPS } from '#remotion/contract/story-props.ts';
import { framesToMs } from '#remotion/contract/timing.ts';
import { concatList } from './concat-list';
import { runFfmpeg } from './ffmpeg.server';
import { finishedFile } from './finished-file.server';
import { probe } from './probe.server';

/** Hz */
const SAMPLE_RATE = 48_000;
const AUDIO_BITRATE = '192k';

export interface JoinRequest {
  /** MPEG-TS segments in the film's order, all of one size and encoder setting. */
  segments: readonly string[];
  /** The film's sound. Made exactly as long as the picture: padded with silence, or cut. */
  wav: string;
  /** Where the MP4 goes; whole or not at all. */
  outFile: string;
  signal?: AbortSignal;
}

/**
 * Joins segments without encoding them again and adds the sound as AAC (48 kHz, stereo), with the index in
 * front so that a browser plays it while it loads.
 *
 * @returns how many frames the film has: the sum of the segments', each shown exactly 1/30 s
 * @throws StoryError `segment_invalid` when a segment cannot be read, `film_invalid` when the result is
 *   not what was put in, or what `runFfmpeg` throws
 */
export async function joinFilm({ segments, wav, outFile, signal }: JoinRequest): Promise<{ frames: number }> {
  const lengths = await Promise.all(segments.map((segment) => segmentLength(segment, signal)));
  const frames = lengths.reduce((sum, length) => sum + length, 0);
  return finishedFile(outFile, async (temporary) => {
    const list = path.join(path.dirname(temporary), `.segments.${randomUUID()}.txt`);
    try {
      // A transport stream only implies its length.
      const entries = segments.map((file, at) => ({ file, seconds: (lengths[at] ?? 0) / FPS }));
      await writeFile(list, concatList(entries));
      await runFfmpeg('ffmpeg', joinArguments(list, wav, frames, temporary), signal);
    } finally {
      await rm(list, { force: true });
    }
    await validateFilm(temporary, frames, signal);
    return { frames };
  });
}

function joinArguments(list: string, wav: string, frames: number, output: string): string[] {
  const samples = frames * (SAMPLE_RATE / FPS);
  return [
    ...['-f', 'concat', '-safe', '0', '-i', list],
    ...['-i', path.resolve(wav)],
    ...['-map', '0:v:0', '-map', '1:a:0', '-map_metadata', '-1'],
    ...['-c:v', 'copy'],
    ...['-af', `aresample=${SAMPLE_RATE},apad=whole_len=${samples},atrim=end_sample=${samples}`],
    ...['-c:a', 'libfdk_aac', '-b:a', AUDIO_BITRATE, '-ar', String(SAMPLE_RATE), '-ac', '2'],
    ...['-movflags', '+faststart', '-f', 'mp4', '-y', output],
  ];
}

async function segmentLength(segment: string, signal?: AbortSignal): Promise<number> {
  const { video } = await probe(segment, signal);
  if (video && video.frames > 0) return video.frames;
  throw new StoryError({
    code: 'segment_invalid',
    message: 'A rendered scene has no frames, so the film cannot be joined.',
    hint: 'Retry: the scene is rendered anew.',
    retryable: true,
  });
}

async function validateFilm(file: string, frames: number, signal?: AbortSignal): Promise<void> {
  const { video, audio } = await probe(file, signal);
  const drift = Math.abs((audio?.durationMs ?? 0) - framesToMs(frames));
  if (video?.frames === frames && audio && drift < framesToMs(1)) return;
  throw new StoryError({
    code: 'film_invalid',
    message: `The joined film has ${video?.frames ?? 0} frames of ${frames}, and sound that is ${drift.toFixed(0)} ms off.`,
    hint: 'Try again. If it happens every time, the worker’s log has the details.',
    retryable: true,
  });
}

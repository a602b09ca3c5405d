/** From rendered segments and one sound track to the finished film. */
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writingToDisk } from '#jobs/ports/disk-fault.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { FPS } from '#remotion/contract/story-props.ts';
import { framesToMs } from '#remotion/contract/timing.ts';
import { concatList } from './concat-list';
import { runFfmpeg } from './ffmpeg.server';
import { finishedFile } from './finished-file.server';
import { probe } from './probe.server';

/** A stretch of the film that was rendered. */
export interface RenderedSegment {
  /** MPEG-TS. */
  file: string;
  /** How many it has, which was made sure of when it was rendered. */
  frames: number;
}

export interface JoinRequest {
  /** In the film's order, all of one size and encoder setting. */
  segments: readonly RenderedSegment[];
  /** The film's sound, as `encodeSound` makes it, exactly as long as the picture. */
  sound: string;
  /** Where the MP4 goes; whole or not at all. */
  outFile: string;
  signal?: AbortSignal;
}

/**
 * Joins segments and sound without encoding them again, with the index in front so that a browser plays the film
 * while it loads.
 *
 * @returns how many frames the film has: the sum of the segments', each shown exactly 1/30 s
 * @throws StoryError `film_invalid` when the result is not what was to be put in, or what `runFfmpeg` throws
 */
export async function joinFilm({
  segments,
  sound,
  outFile,
  signal,
}: JoinRequest): Promise<{ frames: number }> {
  const frames = segments.reduce((sum, segment) => sum + segment.frames, 0);
  return finishedFile(outFile, async (temporary) => {
    const list = path.join(path.dirname(temporary), `.segments.${randomUUID()}.txt`);
    try {
      // A transport stream only implies its length.
      const entries = segments.map((segment) => ({ file: segment.file, seconds: segment.frames / FPS }));
      await writingToDisk(() => writeFile(list, concatList(entries)));
      await runFfmpeg('ffmpeg', joinArguments(list, sound, temporary), signal);
    } finally {
      await rm(list, { force: true });
    }
    await validateFilm(temporary, frames, signal);
    return { frames };
  });
}

function joinArguments(list: string, sound: string, output: string): string[] {
  return [
    ...['-f', 'concat', '-safe', '0', '-i', list],
    ...['-i', path.resolve(sound)],
    ...['-map', '0:v:0', '-map', '1:a:0', '-map_metadata', '-1', '-c', 'copy'],
    ...['-movflags', '+faststart', '-f', 'mp4', '-y', output],
  ];
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

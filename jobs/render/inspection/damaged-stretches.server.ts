/** Where a film is damaged: what its decoder says frame by frame. */
import { z } from 'zod';
import { type OnProcess, runCagedFfmpeg, strangersInput } from '#jobs/render/ffmpeg/caged-ffmpeg.server.ts';
import type { Stretch } from '#jobs/story/film/checks/film-measures.ts';

/** As for reading all of it, ms. */
const MOST_WORK_MS = 30 * 60_000;
/** A complaint is told with a frame that comes out a little before or after the one that is damaged, ms. */
const AROUND_MS = 200;

const framesSchema = z.object({
  frames: z.array(
    z.object({ pts_time: z.coerce.number().optional(), logs: z.array(z.object({})).default([]) }),
  ),
});

/** Reads it once more, which only a damaged film is worth. None where it is not the decoder that complains. */
export async function damagedStretches(
  file: string,
  { signal, onProcess }: { signal: AbortSignal; onProcess: OnProcess },
): Promise<Stretch[]> {
  const args = [
    // One thread, so that what is said belongs to the frame that it is said with.
    ...['-threads', '1', ...strangersInput({ only: 'mov' }), '-select_streams', 'v:0', '-show_frames'],
    ...['-show_log', '16', '-show_entries', 'frame=pts_time:log=level', '-of', 'json'],
  ];
  const output = await runCagedFfmpeg(
    { program: 'ffprobe', source: file, args, timeMs: MOST_WORK_MS, onProcess },
    signal,
  );
  const moments = framesSchema
    .parse(JSON.parse(output))
    .frames.flatMap(({ pts_time, logs }) =>
      logs.length > 0 && pts_time !== undefined ? [pts_time * 1000] : [],
    );
  const stretches: Stretch[] = [];
  for (const ms of moments) {
    const last = stretches.at(-1);
    if (last && ms - AROUND_MS <= last.toMs) last.toMs = ms + AROUND_MS;
    else stretches.push({ atMs: Math.max(0, ms - AROUND_MS), toMs: ms + AROUND_MS });
  }
  return stretches;
}

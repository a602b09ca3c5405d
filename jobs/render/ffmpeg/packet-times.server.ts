import { z } from 'zod';
import type { MediaFile } from '#jobs/ports/clip-maker.ts';
import { runCagedFfmpeg, strangersInput } from './caged-ffmpeg.server';

const countSchema = z.object({
  packets: z.array(
    z.object({ pts_time: z.coerce.number().optional(), duration_time: z.coerce.number().optional() }),
  ),
  streams: z.array(z.object({ nb_frames: z.coerce.number().optional() })).default([]),
});

/** Packets fewer than a file says it has that are still no sign of a loss: the last one may be left open. */
const LEEWAY_PACKETS = 2;

/**
 * Reads all packets of a clip's picture, decoding none.
 * @param timeMs longest time that it may take
 * @returns where the last one ends, ms, and whether there are fewer than the file's header says
 */
export async function packetTimes(
  { file, container }: MediaFile,
  timeMs: number,
  signal: AbortSignal,
): Promise<{ lastMs: number; isCutOff: boolean }> {
  const entries = 'packet=pts_time,duration_time:stream=nb_frames';
  const args = [
    ...[...strangersInput({ only: container }), '-select_streams', 'v:0'],
    ...['-show_packets', '-show_entries', entries, '-of', 'json'],
  ];
  const output = await runCagedFfmpeg({ program: 'ffprobe', source: file, args, timeMs }, signal);
  const { packets, streams } = countSchema.parse(JSON.parse(output));
  const lastMs = packets.reduce(
    (latest, { pts_time = 0, duration_time = 0 }) => Math.max(latest, (pts_time + duration_time) * 1000),
    0,
  );
  const promised = streams[0]?.nb_frames ?? 0;
  return { lastMs, isCutOff: packets.length < promised - LEEWAY_PACKETS };
}

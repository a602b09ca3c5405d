import { z } from 'zod';
import type { MediaFile, MediaHead } from '#jobs/ports/clip-maker.ts';
import { isDecodable, runCagedFfmpeg, strangersInput } from './caged-ffmpeg.server';

/** A program that reads headers is given no longer, ms. */
const HEAD_LIMIT_MS = 20_000;

const headSchema = z.object({
  streams: z
    .array(
      z.object({
        codec_type: z.string().default(''),
        codec_name: z.string().default('unknown'),
        width: z.number().default(0),
        height: z.number().default(0),
        duration: z.coerce.number().default(0),
        disposition: z.object({ attached_pic: z.number().default(0) }).default({ attached_pic: 0 }),
        side_data_list: z.array(z.object({ rotation: z.number().optional() })).default([]),
      }),
    )
    .default([]),
  format: z.object({ duration: z.coerce.number().catch(0) }).default({ duration: 0 }),
});

/** See `ClipMaker.readHead`. */
export async function readHead({ file, container }: MediaFile, signal: AbortSignal): Promise<MediaHead> {
  const args = [...strangersInput({ only: container }), '-show_streams', '-show_format', '-of', 'json'];
  const output = await runCagedFfmpeg(
    { program: 'ffprobe', source: file, args, timeMs: HEAD_LIMIT_MS },
    signal,
  );
  const { streams, format } = headSchema.parse(JSON.parse(output));
  // The cover of a song is no film.
  const video = streams.find(
    (stream) => stream.codec_type === 'video' && stream.disposition.attached_pic === 0,
  );
  const audio = streams.find((stream) => stream.codec_type === 'audio');
  const isTurned = video?.side_data_list.some(({ rotation = 0 }) => Math.abs(rotation) % 180 === 90) ?? false;
  const durations = [format.duration, ...streams.map((stream) => stream.duration)];
  return {
    durationMs: Math.max(...durations.filter(Number.isFinite)) * 1000,
    video: video
      ? {
          codec: video.codec_name,
          width: isTurned ? video.height : video.width,
          height: isTurned ? video.width : video.height,
          decodable: isDecodable(video.codec_name),
        }
      : null,
    audio: audio ? { codec: audio.codec_name, decodable: isDecodable(audio.codec_name) } : null,
  };
}

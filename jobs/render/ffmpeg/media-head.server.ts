import { z } from 'zod';
import type { MediaFile, MediaHead } from '#jobs/ports/clip-maker.ts';
import { runFfmpeg } from './ffmpeg.server';

/** A program that reads headers is given no longer, ms. */
const HEAD_LIMIT_MS = 20_000;

/** What the bundled ffmpeg decodes of what is found in people's files. */
const KNOWN_CODECS = new Set([
  ...['h264', 'hevc', 'vp8', 'vp9', 'av1', 'mpeg4', 'mjpeg', 'prores', 'theora'],
  ...['aac', 'mp3', 'opus', 'vorbis', 'flac', 'ac3'],
]);
const isDecodable = (codec: string) => KNOWN_CODECS.has(codec) || /^pcm_[suf]\d+[lb]?e?$/.test(codec);

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

/** Arguments that open a file as what it was found to be, and nothing else: no list, no other file, no network. */
export function inputOf({ file, container }: MediaFile): string[] {
  return ['-protocol_whitelist', 'file', '-f', container, '-i', file];
}

/** See `ClipMaker.readHead`. */
export async function readHead(source: MediaFile, signal: AbortSignal): Promise<MediaHead> {
  const output = await runFfmpeg(
    'ffprobe',
    [...inputOf(source), '-show_streams', '-show_format', '-of', 'json'],
    AbortSignal.any([signal, AbortSignal.timeout(HEAD_LIMIT_MS)]),
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

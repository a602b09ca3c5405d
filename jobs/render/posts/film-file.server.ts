/** What a film's file is, as ffprobe reads it in the cage: a project file may have brought it. */
import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { runCagedFfmpeg, strangersInput } from '#jobs/render/ffmpeg/caged-ffmpeg.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import type { FilmFile } from '#jobs/story/post/film-file.ts';

const READ_LIMIT_MS = 20_000;

const number = z.coerce.number().catch(0);
const headSchema = z.object({
  streams: z
    .array(
      z.object({
        codec_type: z.string().catch(''),
        codec_name: z.string().catch('unknown'),
        width: number,
        height: number,
        avg_frame_rate: z.string().catch('0/1'),
        bit_rate: number,
      }),
    )
    .catch([]),
  format: z.object({ duration: number }).catch({ duration: 0 }),
});

/** See `PostMaker.readFilm`. */
export async function readFilmFile(film: string, signal: AbortSignal): Promise<FilmFile> {
  const args = [...strangersInput({ only: 'mov' }), '-show_streams', '-show_format', '-of', 'json'];
  const run = { program: 'ffprobe', source: film, args, timeMs: READ_LIMIT_MS } as const;
  const [output, { size: bytes }] = await Promise.all([runCagedFfmpeg(run, signal), stat(film)]);
  const { streams, format } = headSchema.parse(JSON.parse(output));
  const video = streams.find(({ codec_type }) => codec_type === 'video');
  const audio = streams.find(({ codec_type }) => codec_type === 'audio');
  if (!video || video.width === 0 || video.height === 0)
    throw new StoryError({
      code: 'encoding_failed',
      message: 'The film’s file has no picture.',
      hint: 'Update the film, so that it is made anew.',
      retryable: false,
    });
  const [frames = 0, seconds = 1] = video.avg_frame_rate.split('/').map(Number);
  return {
    ...{ bytes, durationMs: format.duration * 1000, width: video.width, height: video.height },
    framesPerSecond: Math.round((frames / seconds) * 100) / 100 || 0,
    ...{ videoCodec: video.codec_name, audioCodec: audio?.codec_name ?? null },
    ...{ videoKbps: kbps(video), audioKbps: audio ? kbps(audio) : null },
  };
}

const kbps = ({ bit_rate }: { bit_rate: number }) => (bit_rate > 0 ? Math.round(bit_rate / 1000) : null);

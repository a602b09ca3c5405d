/** What a media file really is, as ffprobe reads it. */
import path from 'node:path';
import { z } from 'zod';
import { StoryError } from '#jobs/story/film/fault.ts';
import { runFfmpeg } from './ffmpeg.server';

export interface VideoFacts {
  codec: string;
  profile: string;
  pixelFormat: string;
  /** Colour matrix, primaries, transfer and range, `unknown` where the file does not say. */
  color: { space: string; primaries: string; transfer: string; range: string };
  /** px */
  width: number;
  height: number;
  framesPerSecond: number;
  /** Frames counted in the file itself, not taken from its header. */
  frames: number;
}

export interface AudioFacts {
  codec: string;
  /** Hz */
  sampleRate: number;
  channels: number;
  durationMs: number;
}

export interface MediaFacts {
  durationMs: number;
  video: VideoFacts | null;
  audio: AudioFacts | null;
}

const streamSchema = z.object({
  codec_type: z.string(),
  codec_name: z.string().default('unknown'),
  profile: z.string().default('unknown'),
  pix_fmt: z.string().default('unknown'),
  color_space: z.string().default('unknown'),
  color_primaries: z.string().default('unknown'),
  color_transfer: z.string().default('unknown'),
  color_range: z.string().default('unknown'),
  width: z.number().default(0),
  height: z.number().default(0),
  r_frame_rate: z.string().default('0/1'),
  nb_read_packets: z.coerce.number().default(0),
  sample_rate: z.coerce.number().default(0),
  channels: z.number().default(0),
  duration: z.coerce.number().default(0),
});
const probeSchema = z.object({
  streams: z.array(streamSchema).default([]),
  format: z.object({ duration: z.coerce.number().default(0) }).default({ duration: 0 }),
});

/** The bundled ffprobe gives H.264 profiles by number (ITU-T H.264, annex A). */
const H264_PROFILES: Record<string, string> = { '66': 'Baseline', '77': 'Main', '100': 'High' };

/**
 * Reads a media file.
 *
 * @throws StoryError `encoding_failed` when ffprobe cannot open it
 */
export async function probe(file: string, signal?: AbortSignal): Promise<MediaFacts> {
  const output = await runFfmpeg(
    'ffprobe',
    ['-count_packets', '-show_streams', '-show_format', '-of', 'json', path.resolve(file)],
    signal,
  );
  const { streams, format } = probeSchema.parse(JSON.parse(output));
  const video = streams.find((stream) => stream.codec_type === 'video');
  const audio = streams.find((stream) => stream.codec_type === 'audio');
  const [frames = 0, seconds = 1] = (video?.r_frame_rate ?? '').split('/').map(Number);
  return {
    durationMs: format.duration * 1000,
    video: video
      ? {
          codec: video.codec_name,
          profile: H264_PROFILES[video.profile] ?? video.profile,
          pixelFormat: video.pix_fmt,
          color: {
            space: video.color_space,
            primaries: video.color_primaries,
            transfer: video.color_transfer,
            range: video.color_range,
          },
          width: video.width,
          height: video.height,
          framesPerSecond: frames / seconds,
          frames: video.nb_read_packets,
        }
      : null,
    audio: audio
      ? {
          codec: audio.codec_name,
          sampleRate: audio.sample_rate,
          channels: audio.channels,
          durationMs: audio.duration * 1000,
        }
      : null,
  };
}

/**
 * Makes sure that a file is a whole segment: it opens, is H.264 4:2:0, and has the wanted size and number
 * of frames.
 *
 * @throws StoryError `segment_invalid`, which a new rendering mends
 */
export async function validateSegment(
  file: string,
  wanted: { width: number; height: number; frames: number },
  signal?: AbortSignal,
): Promise<void> {
  const { video } = await probe(file, signal).catch((thrown: unknown) => {
    signal?.throwIfAborted();
    throw segmentFault('it does not open', thrown);
  });
  if (!video) throw segmentFault('it has no picture');
  if (video.codec !== 'h264' || video.pixelFormat !== 'yuv420p') {
    throw segmentFault(`it is ${video.codec} ${video.pixelFormat}`);
  }
  if (video.width !== wanted.width || video.height !== wanted.height) {
    throw segmentFault(`it is ${video.width}x${video.height} and not ${wanted.width}x${wanted.height}`);
  }
  if (video.frames !== wanted.frames) {
    throw segmentFault(`it has ${video.frames} frames and not ${wanted.frames}`);
  }
}

function segmentFault(reason: string, cause?: unknown): StoryError {
  return new StoryError(
    {
      code: 'segment_invalid',
      message: `A rendered scene is not whole: ${reason}.`,
      hint: 'Retry: the scene is rendered anew.',
      retryable: true,
    },
    { cause },
  );
}

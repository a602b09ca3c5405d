/** The bundled ffmpeg as the maker of people's own clips and recordings. */
import path from 'node:path';
import type { ClipFit, ClipMaker, MediaFile } from '#jobs/ports/clip-maker.ts';
import { FPS } from '#remotion/contract/story-props.ts';
import { ENCODING, X264 } from './encoding';
import { runFfmpeg } from './ffmpeg.server';
import { finishedFile } from './finished-file.server';
import { inputOf, readHead } from './media-head.server';
import { packetTimes } from './packet-times.server';

/** No program works longer on one file, ms. */
const COPY_LIMIT_MS = 2 * 60_000;
const FIT_LIMIT_MS = 15 * 60_000;
/** Of a program's threads: the site and the film need processors too. */
const THREADS = ['-threads', '2'];
/** Bytes that no fitted clip exceeds. */
const MAX_FITTED_BYTES = 1_500_000_000;
/** Frames between keyframes of a fitted clip: any frame of it is asked for at any time. */
const CLIP_GOP = FPS / 2;
/** What QuickTime files may hold and MP4 may not. */
const QUICKTIME_ONLY = /^(?:prores|mjpeg|pcm_)/;

export const FFMPEG_CLIPS: ClipMaker = {
  readHead,

  keepClip: async ({ source, ending, outFile, maxBytes }, signal) => {
    const within = AbortSignal.any([signal, AbortSignal.timeout(COPY_LIMIT_MS)]);
    const { video, audio } = await readHead(source, within);
    const { lastMs, isCutOff } = await packetTimes(source, within);
    // A few frames tell whether the codec's own headers are whole.
    const sample = ['-map', '0:v:0', '-t', '1', '-c:v', 'rawvideo', '-f', 'null', '-'];
    await runFfmpeg('ffmpeg', [...THREADS, '-xerror', ...inputOf(source), ...sample], within);
    const isQuickTime = [video?.codec, audio?.codec].some((codec) => QUICKTIME_ONLY.test(codec ?? ''));
    const muxer = ending === 'webm' ? 'matroska' : isQuickTime ? 'mov' : 'mp4';
    await finishedFile(outFile, (temporary) =>
      runFfmpeg(
        'ffmpeg',
        [
          ...inputOf(source),
          ...['-map', '0:v:0', ...(audio?.decodable ? ['-map', '0:a:0'] : [])],
          ...['-map_metadata', '-1', '-map_chapters', '-1', '-dn', '-sn', '-c', 'copy'],
          ...(ending === 'mp4' ? ['-movflags', '+faststart'] : []),
          ...['-fs', String(maxBytes), '-f', muxer, '-y', temporary],
        ],
        within,
      ),
    );
    return { durationMs: lastMs, isCutOff };
  },

  fitClip: async (request, signal) => {
    await finishedFile(request.outFile, (temporary) =>
      runFfmpeg(
        'ffmpeg',
        [
          ...[...THREADS, ...inputOf(request.source), '-map', '0:v:0', '-an', '-sn', '-dn'],
          ...['-map_metadata', '-1', '-map_chapters', '-1', '-vf', filters(request)],
          ...['-c:v', 'libx264', '-preset', X264.standard.preset, '-crf', String(X264.standard.crf)],
          // Without frames that are told out of order each is where its time says.
          ...['-profile:v', 'high', '-pix_fmt', ENCODING.pixelFormat, '-bf', '0', '-g', String(CLIP_GOP)],
          ...['-r', String(FPS), '-fps_mode', 'cfr', ...COLOURS, ...THREADS],
          // Square pixels.
          ...['-aspect', `${request.width}:${request.height}`],
          ...['-fs', String(MAX_FITTED_BYTES), '-movflags', '+faststart', '-f', 'mp4', '-y', temporary],
        ],
        AbortSignal.any([signal, AbortSignal.timeout(FIT_LIMIT_MS)]),
      ),
    );
  },

  takeStill: async (source, outFile, signal) => {
    await finishedFile(outFile, (temporary) =>
      runFfmpeg(
        'ffmpeg',
        [
          ...[...THREADS, ...inputOf(source), '-map', '0:v:0', '-frames:v', '1', '-update', '1'],
          ...['-map_metadata', '-1', '-q:v', '3', '-c:v', 'mjpeg', '-f', 'image2', '-y', temporary],
        ],
        AbortSignal.any([signal, AbortSignal.timeout(COPY_LIMIT_MS)]),
      ),
    );
  },

  decodeSound: async ({ source, channels, exactMs, outFile }, signal) => {
    await finishedFile(outFile, (temporary) =>
      runFfmpeg(
        'ffmpeg',
        [
          // A recording is to be whole; of a clip what can be heard is kept.
          ...(exactMs === undefined ? ['-xerror'] : []),
          ...[...inputOf(absolute(source)), '-map', '0:a:0', '-vn', '-map_metadata', '-1'],
          ...(exactMs === undefined ? [] : ['-af', exactly(exactMs)]),
          ...['-t', MAX_SOUND_SECONDS, '-ac', String(channels), '-ar', String(SAMPLE_RATE)],
          ...['-c:a', 'pcm_s16le', '-f', 'wav', '-y', temporary],
        ],
        AbortSignal.any([signal, AbortSignal.timeout(COPY_LIMIT_MS)]),
      ),
    );
  },
};

const absolute = ({ file, container }: MediaFile): MediaFile => ({ file: path.resolve(file), container });

/** Hz */
const SAMPLE_RATE = 48_000;
/** Longest sound that is ever decoded: a little more than the longest clip. */
const MAX_SOUND_SECONDS = '660';

function exactly(ms: number): string {
  const samples = Math.round((ms / 1000) * SAMPLE_RATE);
  return `aresample=${SAMPLE_RATE},apad=whole_len=${samples},atrim=end_sample=${samples}`;
}

const COLOURS = [
  ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
  ...['-color_range', 'tv'],
];

/** Fills the frame and keeps the focus as near to its middle as the picture's edges let it. */
function filters({ width, height, focus }: ClipFit): string {
  const offset = (size: string, out: string, at: number) =>
    `max(0\\,min(${size}-${out}\\,${size}*${at.toFixed(4)}-${out}/2))`;
  // Of films whose pixels are no squares, too.
  const wide = `max(${width}\\,ceil(${height}*iw*sar/ih))`;
  const high = `max(${height}\\,ceil(${width}*ih/(iw*sar)))`;
  return [
    `scale=w=${wide}:h=${high}:flags=bicubic:out_color_matrix=bt709:out_range=tv`,
    `crop=${width}:${height}:${offset('iw', 'ow', focus.x)}:${offset('ih', 'oh', focus.y)}`,
  ].join(',');
}

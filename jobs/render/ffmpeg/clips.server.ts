/** The bundled ffmpeg as the maker of people's own clips and recordings. */
import type { ClipFit, ClipMaker, MediaFile } from '#jobs/ports/clip-maker.ts';
import { FPS } from '#remotion/contract/story-props.ts';
import { runCagedFfmpeg, strangersInput } from './caged-ffmpeg.server';
import { ENCODING, X264 } from './encoding';
import { finishedFile } from './finished-file.server';
import { readHead } from './media-head.server';
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
    const { lastMs, isCutOff } = await packetTimes(source, COPY_LIMIT_MS, within);
    const { file } = source;
    const input = inputOf(source);
    // A few frames tell whether the codec's own headers are whole.
    const sample = ['-map', '0:v:0', '-t', '1', '-c:v', 'rawvideo', '-f', 'null', '-'];
    const check = [...THREADS, '-xerror', ...input, ...sample];
    await runCagedFfmpeg({ program: 'ffmpeg', source: file, args: check, timeMs: COPY_LIMIT_MS }, within);
    const isQuickTime = [video?.codec, audio?.codec].some((codec) => QUICKTIME_ONLY.test(codec ?? ''));
    const muxer = ending === 'webm' ? 'matroska' : isQuickTime ? 'mov' : 'mp4';
    const copy = [
      ...[...input, '-map', '0:v:0', ...(audio?.decodable ? ['-map', '0:a:0'] : [])],
      ...['-map_metadata', '-1', '-map_chapters', '-1', '-dn', '-sn', '-c', 'copy'],
      ...(ending === 'mp4' ? ['-movflags', '+faststart'] : []),
      ...['-fs', String(maxBytes), '-f', muxer],
    ];
    await writeFrom(source, copy, outFile, COPY_LIMIT_MS, within);
    return { durationMs: lastMs, isCutOff };
  },

  fitClip: async (request, signal) => {
    const { source, outFile, width, height } = request;
    const args = [
      ...[...THREADS, ...inputOf(source), '-map', '0:v:0', '-an', '-sn', '-dn'],
      ...['-map_metadata', '-1', '-map_chapters', '-1', '-vf', filters(request)],
      ...['-c:v', 'libx264', '-preset', X264.standard.preset, '-crf', String(X264.standard.crf)],
      // Without frames that are told out of order each is where its time says.
      ...['-profile:v', 'high', '-pix_fmt', ENCODING.pixelFormat, '-bf', '0', '-g', String(CLIP_GOP)],
      ...['-r', String(FPS), '-fps_mode', 'cfr', ...COLOURS, ...THREADS],
      // Square pixels.
      ...['-aspect', `${width}:${height}`],
      ...['-fs', String(MAX_FITTED_BYTES), '-movflags', '+faststart', '-f', 'mp4'],
    ];
    await writeFrom(source, args, outFile, FIT_LIMIT_MS, signal);
  },

  takeStill: async (source, outFile, signal) => {
    const args = [
      ...[...THREADS, ...inputOf(source), '-map', '0:v:0', '-frames:v', '1', '-update', '1'],
      ...['-map_metadata', '-1', '-q:v', '3', '-c:v', 'mjpeg', '-f', 'image2'],
    ];
    await writeFrom(source, args, outFile, COPY_LIMIT_MS, signal);
  },

  decodeSound: async ({ source, channels, exactMs, outFile }, signal) => {
    const args = [
      // A recording is to be whole; of a clip what can be heard is kept.
      ...(exactMs === undefined ? ['-xerror'] : []),
      ...[...inputOf(source), '-map', '0:a:0', '-vn', '-map_metadata', '-1'],
      ...(exactMs === undefined ? [] : ['-af', exactly(exactMs)]),
      ...['-t', MAX_SOUND_SECONDS, '-ac', String(channels), '-ar', String(SAMPLE_RATE)],
      ...['-c:a', 'pcm_s16le', '-f', 'wav'],
    ];
    await writeFrom(source, args, outFile, COPY_LIMIT_MS, signal);
  },
};

const inputOf = ({ container }: MediaFile) => strangersInput({ only: container });

/** Runs ffmpeg over a stranger's file; what it writes is whole or not there. */
async function writeFrom(
  { file: source }: MediaFile,
  args: readonly string[],
  outFile: string,
  timeMs: number,
  signal: AbortSignal,
): Promise<void> {
  await finishedFile(outFile, (temporary) =>
    runCagedFfmpeg({ program: 'ffmpeg', source, args, outFile: temporary, timeMs }, signal),
  );
}

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

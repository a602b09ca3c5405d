/** The bundled ffmpeg as the maker of covers and of files for platforms. A project file may have brought the film. */
import type { PostMaker } from '#jobs/ports/post-maker.ts';
import { runCagedFfmpeg, strangersInput } from '#jobs/render/ffmpeg/caged-ffmpeg.server.ts';
import { ENCODING } from '#jobs/render/ffmpeg/encoding.ts';
import { finishedFile } from '#jobs/render/ffmpeg/finished-file.server.ts';
import { readFrames } from '#jobs/render/inspection/film-streams.server.ts';
import { framePlanes, reducedSize } from '#jobs/render/inspection/reduced-size.ts';
import type { Remaking } from '#jobs/story/post/film-file.ts';
import { readFilmFile } from './film-file.server';
import { frameMeasures } from './frame-measures';

/** No program works longer on one frame, and on one film, ms. */
const FRAME_LIMIT_MS = 60_000;
const FILM_LIMIT_MS = 60 * 60_000;
/** Frames from the one that is measured to the one that it is compared with. */
const COMPARED_AFTER = 4;
/** Of a program's threads: films are made beside it. */
const THREADS = ['-threads', '2'];
/** Encoded a second time, a picture is to lose nothing that is seen. */
const QUALITY = ['-preset', 'veryfast', '-crf', '19'];
const INPUT = strangersInput({ only: 'mov' });

export const FFMPEG_POSTS: PostMaker = {
  readFilm: readFilmFile,

  measureFrame: async (film, atMs, format, signal) => {
    const size = reducedSize(format);
    const bytes = (size.width * size.height * 3) / 2;
    const seen: Buffer[] = [];
    const window = { atMs, frames: COMPARED_AFTER + 1 };
    await readFrames(
      film,
      size,
      {
        signal,
        onComplaint: () => undefined,
        onPiece: (piece) => {
          if (piece.length === bytes) seen.push(Buffer.from(piece));
        },
      },
      window,
    );
    const [first, last] = [seen[0], seen.at(-1)];
    return first && last ? frameMeasures(framePlanes(first, size), framePlanes(last, size)) : null;
  },

  takeFrame: async ({ film, atMs, outFile }, signal) => {
    const args = [
      ...[...THREADS, ...seekTo(atMs), ...INPUT, '-map', '0:v:0', '-frames:v', '1', '-update', '1'],
      // JPEG is full range.
      ...['-map_metadata', '-1', '-vf', 'scale=out_range=pc', '-pix_fmt', 'yuvj420p'],
      ...['-q:v', '2', '-c:v', 'mjpeg', '-f', 'image2'],
    ];
    await finishedFile(outFile, (temporary) =>
      runCagedFfmpeg(
        { program: 'ffmpeg', source: film, args, outFile: temporary, timeMs: FRAME_LIMIT_MS },
        signal,
      ),
    );
  },

  remake: async ({ film, how, outFile }, onProgress, signal) => {
    const args = [
      ...[...THREADS, ...INPUT, '-map', '0:v:0', '-map', '0:a:0?', '-sn', '-dn'],
      ...['-map_metadata', '-1', '-map_chapters', '-1', ...pictureArguments(how), ...soundArguments(how)],
      ...['-progress', 'pipe:1', '-movflags', '+faststart', '-f', 'mp4'],
    ];
    const onOutput = (words: string) => {
      const done = [...words.matchAll(/^out_time_us=(\d+)$/gmu)].at(-1)?.[1];
      if (done !== undefined) onProgress(Number(done) / 1000);
    };
    await finishedFile(outFile, (temporary) =>
      runCagedFfmpeg(
        { program: 'ffmpeg', source: film, args, outFile: temporary, timeMs: FILM_LIMIT_MS, onOutput },
        signal,
      ),
    );
  },
};

const seekTo = (atMs: number) => ['-ss', (atMs / 1000).toFixed(3)];

function pictureArguments({ picture }: Remaking): string[] {
  if (!picture) return ['-c:v', 'copy'];
  const { width, height, kbps, framesPerSecond } = picture;
  return [
    ...['-vf', `scale=${width}:${height}:flags=lanczos:out_color_matrix=bt709:out_range=tv`],
    ...['-c:v', 'libx264', ...QUALITY, '-maxrate', `${kbps}k`, '-bufsize', `${2 * kbps}k`],
    ...['-profile:v', ENCODING.profile, '-pix_fmt', ENCODING.pixelFormat, '-g', String(ENCODING.gopSize)],
    ...(framesPerSecond === null ? [] : ['-r', String(framesPerSecond), '-fps_mode', 'cfr']),
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
    ...THREADS,
  ];
}

function soundArguments({ soundKbps }: Remaking): string[] {
  if (soundKbps === null) return ['-c:a', 'copy'];
  return ['-c:a', 'libfdk_aac', '-b:a', `${soundKbps}k`, '-ar', '48000', '-ac', '2'];
}

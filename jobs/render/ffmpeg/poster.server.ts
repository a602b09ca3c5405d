/** A film's poster: the best of some of its frames as a small JPEG. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { runFfmpeg } from './ffmpeg.server';
import { finishedFile } from './finished-file.server';
import { frameAppeal } from './frame-appeal';

const POSTER_WIDTH = 540;
/** Width and height of the frames that are compared, px. */
const COMPARED = 96;

interface PosterRequest {
  /** A film, or a picture. */
  source: string;
  outFile: string;
  /** Moments of a film that may be shown, ms; the most colourful and clear of them is. Empty for a picture. */
  moments: readonly number[];
  signal?: AbortSignal;
}

/** Makes a small JPEG (540 px wide) of a frame of a film, or of a picture. */
export async function makePoster({ source, outFile, moments, signal }: PosterRequest): Promise<void> {
  await finishedFile(outFile, async (temporary) => {
    const atMs = await bestMoment({ source, moments, signal, folder: path.dirname(temporary) });
    const seek = atMs === undefined ? [] : seekTo(atMs);
    await runFfmpeg(
      'ffmpeg',
      [
        ...[...seek, '-i', path.resolve(source), '-frames:v', '1'],
        // JPEG is full range; an even height suits its halved colours.
        ...['-vf', `scale=${POSTER_WIDTH}:-2:flags=lanczos:out_range=pc`, '-pix_fmt', 'yuvj420p'],
        ...['-c:v', 'mjpeg', '-qscale:v', '3', '-f', 'image2', '-update', '1', '-y', temporary],
      ],
      signal,
    );
  });
}

const seekTo = (atMs: number) => ['-ss', (atMs / 1000).toFixed(3)];

interface Comparison extends Pick<PosterRequest, 'source' | 'moments'> {
  /** For files that are gone afterwards. */
  folder: string;
  signal: AbortSignal | undefined;
}

async function bestMoment(comparison: Comparison): Promise<number | undefined> {
  const { moments } = comparison;
  if (moments.length < 2) return moments[0];
  const frames = await smallFrames(comparison);
  const appeals = frames.map((rgb) => (rgb ? frameAppeal(rgb) : -1));
  return moments[appeals.indexOf(Math.max(...appeals))];
}

/** A small frame for each moment, three bytes for each pixel; null where the film has none there. */
async function smallFrames({ source, moments, folder, signal }: Comparison): Promise<(Uint8Array | null)[]> {
  const frames = await mkdtemp(path.join(folder, '.frames.'));
  const fileOf = (at: number) => path.join(frames, `${at}.png`);
  try {
    await runFfmpeg(
      'ffmpeg',
      [
        ...moments.flatMap((atMs) => [...seekTo(atMs), '-i', path.resolve(source)]),
        ...moments.flatMap((_, at) => [
          ...['-map', `${at}:v`, '-frames:v', '1', '-vf', `scale=${COMPARED}:${COMPARED}`],
          ...['-c:v', 'png', '-pix_fmt', 'rgb24', '-f', 'image2', '-update', '1', '-y', fileOf(at)],
        ]),
      ],
      signal,
    );
    return await Promise.all(
      moments.map((_, at) =>
        existsSync(fileOf(at)) ? sharp(fileOf(at)).removeAlpha().raw().toBuffer() : null,
      ),
    );
  } finally {
    await rm(frames, { recursive: true, force: true });
  }
}

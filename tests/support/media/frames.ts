/** Frames of films and segments, compared as an eye would. */
import sharp from 'sharp';
import { runFfmpeg } from '#jobs/render/ffmpeg/ffmpeg.server.ts';

/**
 * A frame of a segment as raw RGB at a quarter of its size, at which the encoders' own noise is gone.
 * @param frame from 0
 * @param still where the frame may be written as a PNG
 */
export async function framePixels(file: string, frame: number, still = `${file}.png`): Promise<Uint8Array> {
  const cut = `trim=start_frame=${frame}:end_frame=${frame + 1}`;
  await runFfmpeg('ffmpeg', ['-i', file, '-vf', cut, '-frames:v', '1', '-update', '1', '-y', still]);
  return sharp(still).resize(270).removeAlpha().raw().toBuffer();
}

/** Mean difference of two pictures in steps of 255, and the share of values that are 32 steps or more apart. */
export function differences(one: Uint8Array, other: Uint8Array): { mean: number; share: number } {
  const apart = one.map((value, at) => Math.abs(value - (other[at] ?? 0)));
  return {
    mean: apart.reduce((sum, each) => sum + each, 0) / apart.length,
    share: apart.filter((each) => each >= 32).length / apart.length,
  };
}

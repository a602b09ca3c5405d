/** Files as people send them, made small: clips whose frames tell their number, and sounds. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { runFfmpeg } from '#jobs/render/ffmpeg/ffmpeg.server.ts';

/** Bars in which a frame's number is written in black and white, the lowest bit at the left. */
const BARS = 8;

export interface ClipShape {
  /** px */
  width: number;
  height: number;
  frames: number;
  /** Frames a second; 30 where absent. */
  rate?: string;
  /** A tone beside the picture. */
  hasSound?: boolean;
  /** Arguments of the encoder and muxer; H.264 and AAC in MP4 where absent. */
  encoder?: readonly string[];
}

/** Makes a clip, each frame of which says which one it is. */
export async function writeClip(file: string, shape: ClipShape): Promise<void> {
  const { width, height, frames, rate = '30', hasSound = false, encoder = [] } = shape;
  const folder = `${file}.frames`;
  await mkdir(folder, { recursive: true });
  for (let frame = 0; frame < frames; frame++) {
    const pixels = Buffer.from(Array.from({ length: BARS }, (_, bar) => ((frame >> bar) & 1) * 255));
    await sharp(pixels, { raw: { width: BARS, height: 1, channels: 1 } })
      .resize(width, height, { kernel: 'nearest', fit: 'fill' })
      .png()
      .toFile(join(folder, `${String(frame).padStart(4, '0')}.png`));
  }
  const tone = ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${frames / 30}`];
  await runFfmpeg('ffmpeg', [
    ...['-framerate', rate, '-i', join(folder, '%04d.png'), ...(hasSound ? tone : [])],
    ...['-pix_fmt', 'yuv420p', ...encoder, '-y', file],
  ]);
  await rm(folder, { recursive: true });
}

/** Reads a frame's number, whatever its size. */
export async function readFrameNumber(image: string | Buffer): Promise<number> {
  const pixels = await sharp(image)
    .greyscale()
    .resize(BARS * 8, 8, { fit: 'fill' })
    .raw()
    .toBuffer();
  return Array.from({ length: BARS }, (_, bar) =>
    (pixels[4 * 8 * BARS + bar * 8 + 4] ?? 0) > 127 ? 1 << bar : 0,
  ).reduce((sum, bit) => sum + bit, 0);
}

/** Makes a sound by one of ffmpeg's own sources. */
export async function writeSound(
  file: string,
  source: string,
  encoder: readonly string[] = [],
): Promise<void> {
  await runFfmpeg('ffmpeg', ['-f', 'lavfi', '-i', source, ...encoder, '-y', file]);
}

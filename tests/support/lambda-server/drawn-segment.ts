/** What a function of Remotion's would leave of a segment: as many frames, of that size, encoded as it was asked. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { runFfmpeg } from '#jobs/render/ffmpeg/ffmpeg.server.ts';
import { FORMATS, FPS, type SegmentProps } from '#remotion/contract/story-props.ts';

export interface DrawnAs {
  crf: number;
  preset: string;
  gopSize: number;
  frames: number;
}

/** @throws with the browser's own words where a picture or a clip cannot be had */
export async function drawSegment(props: SegmentProps, { crf, preset, gopSize, frames }: DrawnAs) {
  for (const address of addressesIn(props)) {
    const found = await fetch(address);
    if (!found.ok) throw new Error(`Error loading image with src: ${address}`);
    await found.arrayBuffer();
  }
  const { width, height } = FORMATS[props.format];
  const folder = await mkdtemp(join(tmpdir(), 'lambda-server-'));
  try {
    const still = join(folder, 'still.png');
    // No two scenes are alike.
    const background = { r: Math.round(props.scene.durationMs) % 256, g: 90, b: 140 };
    await sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toFile(still);
    const film = join(folder, 'out.mp4');
    await runFfmpeg('ffmpeg', [
      ...['-loop', '1', '-framerate', String(FPS), '-i', still, '-frames:v', String(frames)],
      ...['-c:v', 'libx264', '-preset', preset, '-crf', String(crf), '-g', String(gopSize)],
      ...['-pix_fmt', 'yuv420p', '-colorspace', 'bt709', '-y', film],
    ]);
    return await readFile(film);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** All addresses of a network in a value, each once. */
function addressesIn(value: unknown): Set<string> {
  const found = new Set<string>();
  JSON.stringify(value, (_name, part: unknown) => {
    if (typeof part === 'string' && /^https?:/.test(part)) found.add(part);
    return part;
  });
  return found;
}

import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Compositor } from '#jobs/render/canvas/compositor.ts';
import { ENCODING } from '#jobs/render/ffmpeg/encoding.ts';
import { FrameEncoder } from '#jobs/render/ffmpeg/frame-encoder.server.ts';
import { FORMATS, type SegmentProps } from '#remotion/contract/story-props.ts';
import { type Figures, rounded } from '#tests/tools/bench/figures.ts';
import { storeScene } from '#tests/tools/bench/frames/measured-scene.ts';
import { openCompositor, paintedFrames } from '#tests/tools/bench/frames/painted-frames.ts';
import { decodedFrames } from './decoded-frames';
import { PeerEncoder } from './peer-encoder';
import { bytesAtSsim, type Encoded } from './rate-curve';
import { lumaSsim } from './ssim';

/** Of the film's encoder, as on two cores. */
const THREADS = 2;
/** The peer as people run it, with a keyframe in eight seconds at most, in which a film cannot be sought. */
const PLAIN = ['-crf', '21'];
/** The peer with a film's keyframes, at rate factors on both sides of the film's. */
const CURVE = [18, 21, 24].map((crf) => ['-crf', String(crf), '-g', String(ENCODING.gopSize)]);

/**
 * How small and how true the film's encoding of a painted scene with captions is, against x264's preset `veryfast` of
 * the same frames: the mean over all frames of their luma's SSIM, kbit/s, and the film's size as a part of what
 * `veryfast` needs to be as true with as many keyframes.
 */
export async function measureEncoding(): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'storyshort-encoding-'));
  try {
    const { byFile, durationMs } = await storeScene(folder);
    const compositor = await openCompositor();
    const size = FORMATS[byFile.picture.format];
    const fileOf = (at: number) => join(folder, `${at}.ts`);
    const encoders = [
      new FrameEncoder(size, fileOf(0), { threads: THREADS }),
      ...[PLAIN, ...CURVE].map((settings, at) => new PeerEncoder(size, settings, fileOf(at + 1))),
    ];
    await encodeAll(byFile.picture, compositor, encoders);
    const files = encoders.map((_, at) => fileOf(at));
    const [film, plain, ...curve] = await judgedFiles(byFile.picture, compositor, files);
    if (!film || !plain) throw new Error('Nothing was encoded.');
    const kilobits = (bytes: number) => Math.round((bytes * 8) / durationMs);
    const needed = bytesAtSsim(curve, film.ssim);
    return {
      filmSsim: rounded(film.ssim, 5),
      filmKilobitsPerSecond: kilobits(film.bytes),
      veryfastSsim: rounded(plain.ssim, 5),
      veryfastKilobitsPerSecond: kilobits(plain.bytes),
      veryfastAtSsimKilobitsPerSecond: kilobits(needed),
      sizeAgainstVeryfastAtSsim: rounded(film.bytes / needed, 3),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Gives a scene's frames to all encoders. */
async function encodeAll(
  props: SegmentProps,
  compositor: Compositor,
  encoders: readonly (FrameEncoder | PeerEncoder)[],
): Promise<void> {
  for await (const planes of paintedFrames(props, compositor)) {
    await Promise.all(encoders.map((encoder) => encoder.write(planes)));
  }
  await Promise.all(encoders.map((encoder) => encoder.finish()));
}

/** Holds files against the frames that they were encoded of, which are painted once more. */
async function judgedFiles(
  props: SegmentProps,
  compositor: Compositor,
  files: readonly string[],
): Promise<Encoded[]> {
  const size = FORMATS[props.format];
  const decoders = files.map((file) => decodedFrames(file, (size.width * size.height * 3) / 2));
  const sums = files.map(() => 0);
  let frames = 0;
  for await (const planes of paintedFrames(props, compositor)) {
    const decoded = await Promise.all(decoders.map((decoder) => decoder.next()));
    for (const [at, { done, value }] of decoded.entries()) {
      if (done) throw new Error(`${files[at]} has no frame ${frames}.`);
      sums[at] = (sums[at] ?? 0) + lumaSsim(planes, value, size);
    }
    frames += 1;
  }
  await Promise.all(decoders.map((decoder) => decoder.return(undefined)));
  return Promise.all(
    files.map(async (file, at) => ({
      bytes: (await stat(file)).size,
      ssim: (sums[at] ?? Number.NaN) / frames,
    })),
  );
}

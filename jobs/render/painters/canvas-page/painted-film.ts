/** Frames that are painted one after the other, without a document, as a film. */
import { BufferTarget, Mp4OutputFormat, Output, VideoSample, VideoSampleSource } from 'mediabunny';
import { staticFile } from 'remotion';
import { ENCODING } from '#jobs/render/ffmpeg/encoding.ts';
import { FORMATS, FPS } from '#remotion/contract/story-props.ts';
import { loadFonts } from '#remotion/fonts/load-fonts.ts';
import { Compositor } from '#remotion/paint/compositor.ts';
import arithmeticUrl from '#remotion/paint/frame-arithmetic.wasm?url';
import { openSegmentPainter } from '#remotion/paint/segment-painter.ts';
import { INK } from '#remotion/picture/palette.ts';
import { segmentText } from '#remotion/text/segment-text.ts';
import type { FramesWanted } from './film-settings';

/** One for the page: a page draws one film at a time. */
let compositor: Promise<Compositor> | undefined;

const openCompositor = async () => Compositor.open(await (await fetch(arithmeticUrl)).arrayBuffer(), INK);

/** @returns the frames as an MP4 */
export async function paintedFilm({ props, first, last, onFrames }: FramesWanted): Promise<Blob> {
  const { texts, typography } = segmentText(props);
  await loadFonts(texts, typography.language, (file) => staticFile(`fonts/${file}`));
  compositor ??= openCompositor();
  const paint = await openSegmentPainter(props, await compositor);
  const { width, height } = FORMATS[props.format];
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const source = new VideoSampleSource({
    codec: 'avc',
    bitrate: ENCODING.bitrate,
    sizeChangeBehavior: 'deny',
    // The same encoder on every machine, whatever hardware it has.
    hardwareAcceleration: 'prefer-software',
    latencyMode: 'quality',
    keyFrameInterval: ENCODING.gopSize / FPS,
    alpha: 'discard',
  });
  output.addVideoTrack(source, { frameRate: FPS });
  try {
    await output.start();
    for (let frame = first; frame <= last; frame += 1) {
      const sample = new VideoSample(
        new VideoFrame(paint(frame), {
          ...{ format: 'I420', codedWidth: width, codedHeight: height },
          ...{ timestamp: Math.round(((frame - first) * 1e6) / FPS), duration: Math.round(1e6 / FPS) },
          colorSpace: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false },
        }),
      );
      // Waits where the encoder is far behind, and not for each frame.
      await source.add(sample);
      sample.close();
      onFrames(frame - first + 1);
    }
    await output.finalize();
  } catch (thrown) {
    await output.cancel();
    throw thrown;
  }
  if (!target.buffer) throw new Error('The film has no bytes.');
  return new Blob([target.buffer]);
}

/** Draws one scene's stretch of the film and encodes it, with Remotion in a headless browser. */
import { rm } from 'node:fs/promises';
import { makeCancelSignal, renderMedia } from '@remotion/renderer';
import { FORMATS, FPS, type SegmentProps } from '../../remotion/story-props';
import { sceneFrames } from '../../remotion/timing';
import type { RenderBrowser } from './browser.server';
import { type BrowserSession, withBrowser } from './browser-session.server';
import { ENCODING } from './encoding';
import { runFfmpeg } from './ffmpeg.server';
import { finishedFile } from './finished-file.server';
import { onLoopbackOnly } from './loopback.server';
import { validateSegment } from './probe.server';
import { renderFault } from './render-fault';

/** How long an asset may take to load, ms. */
const LOADING_TIMEOUT_MS = 60_000;
/** How often a segment is begun anew with another browser before its loss is a fault. */
const MAX_BROWSERS = 3;

export interface SegmentRequest {
  /** Folder of the bundle, from `ensureBundle`. */
  serveUrl: string;
  /** From `openRenderBrowser`. */
  browser: RenderBrowser;
  props: SegmentProps;
  /** Where the MPEG-TS goes; whole and validated, or not at all. */
  outFile: string;
  /** Told as frames are drawn (encoding keeps pace), never backwards. */
  onFrames: (done: number, total: number) => void;
  signal: AbortSignal;
  /** Browser tabs that draw at the same time; the machine's cores at most. */
  concurrency: number;
}

/**
 * Renders a segment as MPEG-TS: H.264 high, 4:2:0, BT.709, without sound, beginning with a keyframe; any
 * number of them can be joined without encoding again.
 *
 * @throws the signal's reason once it is aborted, nothing being left behind
 * @throws StoryError see `render-fault.ts`; also `segment_invalid`
 */
export async function renderSegment(request: SegmentRequest): Promise<{ frames: number }> {
  const { props, outFile, onFrames, signal } = request;
  const frames = sceneFrames(props.scene.durationMs);
  let told = 0;
  const tell = (done: number) => {
    if (done <= told) return;
    told = done;
    onFrames(done, frames);
  };
  await finishedFile(outFile, async (temporary) => {
    const encoded = `${temporary}.mp4`;
    try {
      await drawAndEncode(request, frames, encoded, tell);
      await runFfmpeg('ffmpeg', ['-i', encoded, '-c', 'copy', '-f', 'mpegts', '-y', temporary], signal);
    } finally {
      await rm(encoded, { force: true });
    }
    await validateSegment(temporary, { ...FORMATS[props.format], frames }, signal);
  });
  tell(frames);
  return { frames };
}

/** Remotion encodes MP4 while it draws, and MPEG-TS only afterwards; copying from one to the other is quick. */
async function drawAndEncode(
  request: SegmentRequest,
  frames: number,
  output: string,
  tell: (done: number) => void,
): Promise<void> {
  const { browser, signal } = request;
  for (let browsers = 1; ; browsers++) {
    signal.throwIfAborted();
    const { cancelSignal, cancel } = makeCancelSignal();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      await withBrowser(
        browser,
        (session) =>
          onLoopbackOnly(() =>
            renderMedia({
              ...mediaOptions(request, frames, session, tell),
              outputLocation: output,
              cancelSignal,
            }),
          ),
        cancel,
      );
      signal.throwIfAborted();
      return;
    } catch (thrown) {
      signal.throwIfAborted();
      const fault = renderFault(thrown);
      if (fault.code !== 'browser_crashed' || browsers >= MAX_BROWSERS) throw fault;
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }
}

type MediaOptions = Parameters<typeof renderMedia>[0];

function mediaOptions(
  { serveUrl, browser, props, concurrency }: SegmentRequest,
  frames: number,
  session: BrowserSession,
  tell: (done: number) => void,
): MediaOptions {
  return {
    serveUrl,
    composition: segmentComposition(props, frames),
    inputProps: { ...props },
    puppeteerInstance: session.instance,
    browserExecutable: browser.executable,
    chromeMode: browser.chromeMode,
    concurrency,
    timeoutInMilliseconds: LOADING_TIMEOUT_MS,
    logLevel: 'error',
    muted: true,
    imageFormat: 'jpeg',
    jpegQuality: ENCODING.jpegQuality,
    codec: ENCODING.codec,
    colorSpace: ENCODING.colorSpace,
    pixelFormat: ENCODING.pixelFormat,
    x264Preset: ENCODING.x264Preset,
    crf: ENCODING.crf,
    gopSize: ENCODING.gopSize,
    // The encoder's arguments end with “-y” and the output.
    ffmpegOverride: ({ type, args }) =>
      type === 'pre-stitcher' ? args.toSpliced(-2, 0, '-profile:v', ENCODING.profile) : args,
    onProgress: ({ renderedFrames }) => {
      session.progressed();
      tell(renderedFrames);
    },
  };
}

/** What the browser would otherwise have to be asked for, at the price of loading the bundle once more. */
function segmentComposition(props: SegmentProps, frames: number): MediaOptions['composition'] {
  return {
    id: 'Segment',
    ...FORMATS[props.format],
    fps: FPS,
    durationInFrames: frames,
    props: { ...props },
    defaultProps: {},
    defaultCodec: null,
    defaultOutName: null,
    defaultVideoImageFormat: null,
    defaultPixelFormat: null,
    defaultProResProfile: null,
    defaultSampleRate: null,
  };
}

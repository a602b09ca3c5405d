/** Draws frames as screenshots of the page that shows them, and encodes them with x264: works in any Chrome. */
import { rm } from 'node:fs/promises';
import { type HeadlessBrowser, makeCancelSignal, openBrowser, renderMedia } from '@remotion/renderer';
import type { RenderBrowser } from '#jobs/render/browser/browser.server.ts';
import {
  type BrowserUse,
  type StartBrowser,
  withBrowser,
} from '#jobs/render/browser/browser-session.server.ts';
import { confined } from '#jobs/render/browser/confined-browser.server.ts';
import { onLoopbackOnly } from '#jobs/render/browser/loopback.server.ts';
import { ENCODING, LOADING_TIMEOUT_MS, X264, x264Arguments } from '#jobs/render/ffmpeg/encoding.ts';
import { runFfmpeg } from '#jobs/render/ffmpeg/ffmpeg.server.ts';
import { FORMATS, FPS, type SegmentProps } from '#remotion/contract/story-props.ts';
import { type Painter, type PaintRequest, withCare } from './painter';

export interface ScreenshotSettings {
  /** Folder of the bundle, from `ensureBundle`. */
  serveUrl: string;
  /** From `openRenderBrowser`. */
  browser: RenderBrowser;
  /** Browser tabs that draw at the same time; the machine's cores at most. */
  concurrency: number;
}

/** Paints through Remotion's own renderer. */
export function screenshotPainter(settings: ScreenshotSettings): Painter {
  return {
    name: 'screenshots',
    // A page may not.
    readsFiles: false,
    // Each segment has a browser of its own.
    close: () => Promise.resolve(),
    paint: async (request) => {
      const output = `${request.outFile}.mp4`;
      const { cancelSignal, cancel } = makeCancelSignal();
      request.signal.addEventListener('abort', cancel, { once: true });
      try {
        await withBrowser(
          settings.browser,
          startBrowser(settings.browser),
          (use) =>
            onLoopbackOnly(() =>
              renderMedia({
                ...mediaOptions(settings, request, use),
                outputLocation: output,
                cancelSignal,
              }),
            ),
          cancel,
        );
        request.signal.throwIfAborted();
        const args = ['-i', output, '-c', 'copy', '-f', 'mpegts', '-y', request.outFile];
        await runFfmpeg('ffmpeg', args, request.signal);
      } finally {
        request.signal.removeEventListener('abort', cancel);
        await rm(output, { force: true });
      }
    },
  };
}

export const startBrowser =
  ({ executable, chromeMode }: RenderBrowser): StartBrowser<HeadlessBrowser> =>
  async (mark) => {
    const instance = await confined(() =>
      openBrowser('chrome', {
        browserExecutable: executable,
        chromeMode,
        chromiumOptions: { userAgent: mark },
        logLevel: 'error',
      }),
    );
    leaveSignalsAlone(instance);
    return {
      instance,
      onLost: (lost) => instance.connection.transport.websocket.addEventListener('close', lost),
      close: () => {
        instance.runner.closeProcess().catch(() => undefined);
        instance.disconnect();
      },
    };
  };

/**
 * Remotion ends this whole process at SIGINT and its browser at SIGTERM, for as long as a browser is open.
 * What becomes of a rendering then is for the worker to say, through the attempt's signal; of Remotion's
 * listeners only the first stays, which ends the browser when this process exits.
 */
function leaveSignalsAlone(instance: HeadlessBrowser): void {
  for (const remove of instance.runner.listeners.slice(1)) remove();
}

type MediaOptions = Parameters<typeof renderMedia>[0];

function mediaOptions(
  { serveUrl, browser, concurrency }: ScreenshotSettings,
  { props, frames, onFrames, care }: PaintRequest,
  use: BrowserUse<HeadlessBrowser>,
): MediaOptions {
  const { preset, crf, jpegQuality } = X264[props.encoding ?? 'standard'];
  return {
    serveUrl,
    composition: segmentComposition(props, frames),
    inputProps: { ...props },
    puppeteerInstance: use.instance,
    browserExecutable: browser.executable,
    chromeMode: browser.chromeMode,
    concurrency: withCare(concurrency, care),
    timeoutInMilliseconds: LOADING_TIMEOUT_MS,
    logLevel: 'error',
    muted: true,
    imageFormat: 'jpeg',
    jpegQuality,
    codec: ENCODING.codec,
    colorSpace: ENCODING.colorSpace,
    pixelFormat: ENCODING.pixelFormat,
    x264Preset: preset,
    crf,
    gopSize: ENCODING.gopSize,
    // The encoder's arguments end with “-y” and the output.
    ffmpegOverride: ({ type, args }) =>
      type === 'pre-stitcher' ? args.toSpliced(-2, 0, ...x264Arguments(props.encoding)) : args,
    onProgress: ({ renderedFrames }) => {
      use.progressed();
      onFrames(renderedFrames);
    },
  };
}

/** What the browser would otherwise have to be asked for, at the price of loading the bundle once more. */
export function segmentComposition(props: SegmentProps, frames: number): MediaOptions['composition'] {
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

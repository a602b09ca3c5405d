/** The page's half of the canvas engine: draws frames of a segment and encodes them, inside the browser. */
import { canRenderMediaOnWeb, renderMediaOnWeb } from '@remotion/web-renderer';
import type { FC } from 'react';
import { AbsoluteFill } from 'remotion';
import { ENCODING, LOADING_TIMEOUT_MS } from '#jobs/render/ffmpeg/encoding.ts';
import { FORMATS, FPS, type SegmentProps } from '#remotion/contract/story-props.ts';
import { sceneFrames } from '#remotion/contract/timing.ts';
import { forgetFonts } from '#remotion/fonts/load-fonts.ts';
import { Segment } from '#remotion/Segment.tsx';

export interface CanvasPage {
  /** Whether this browser can: some Chromium builds come without an H.264 encoder. */
  canDraw(): Promise<boolean>;
  /**
   * Draws the frames from `first` to `last`, both included, and encodes them as an MP4.
   * Calls `window.storyshortFrames` with how many are done by now.
   * @returns the file in base64
   */
  draw(props: SegmentProps, first: number, last: number): Promise<string>;
}

declare global {
  interface Window {
    storyshort: CanvasPage;
    /** Given by whoever drives the page. */
    storyshortFrames: (done: number) => void;
  }
}

const ENCODER = {
  container: 'mp4',
  videoCodec: ENCODING.codec,
  videoBitrate: ENCODING.bitrate,
  muted: true,
  outputTarget: 'arraybuffer',
} as const;

const canvasPage: CanvasPage = {
  canDraw: async () => {
    const { issues } = await canRenderMediaOnWeb({ ...ENCODER, ...FORMATS['9:16'] });
    // WebGL is for transforms in three dimensions, of which the composition has none.
    return issues.every(({ type, severity }) => type === 'webgl-unsupported' || severity === 'warning');
  },
  draw: async (props, first, last) => {
    forgetFonts();
    const { getBlob } = await renderMediaOnWeb({
      ...ENCODER,
      composition: {
        id: 'Segment',
        component: VideoRangeSegment,
        ...FORMATS[props.format],
        fps: FPS,
        durationInFrames: sceneFrames(props.scene.durationMs),
        defaultProps: props,
      },
      inputProps: props,
      frameRange: [first, last],
      keyframeIntervalInSeconds: ENCODING.gopSize / FPS,
      // The same encoder on every machine, whatever hardware it has.
      hardwareAcceleration: 'prefer-software',
      pageResponsiveness: 'disabled',
      delayRenderTimeoutInMilliseconds: LOADING_TIMEOUT_MS,
      logLevel: 'error',
      onProgress: ({ encodedFrames }) => window.storyshortFrames(encodedFrames),
    });
    return base64(await getBlob());
  },
};

/**
 * The browser encodes the full range of values, 0 to 255, where a film has 16 to 235. So a veil brings each
 * value into that range: v × 219/255 + 16; the file's mark of the range is corrected afterwards (see
 * `VIDEO_RANGE`). Colour differences, for which a film has 224 steps, come out 2 % paler than they were.
 */
const VideoRangeSegment: FC<SegmentProps> = (props) => (
  <>
    <Segment {...props} />
    <AbsoluteFill style={{ background: VEIL }} />
  </>
);

/** 36/255 of a grey of 115, which is 16. */
const VEIL = `rgba(115, 115, 115, ${36 / 255})`;

/** How far corners of a text's outline may reach out, in widths of it: as in CSS; a canvas lets them grow to 10. */
const MITER_LIMIT = 4;

// The web renderer leaves the canvas's own setting, with which an outlined “w” has spikes.
const { strokeText } = OffscreenCanvasRenderingContext2D.prototype;
OffscreenCanvasRenderingContext2D.prototype.strokeText = function (...args) {
  this.miterLimit = MITER_LIMIT;
  strokeText.apply(this, args);
};

function base64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/u, ''));
    reader.onerror = () => reject(reader.error ?? new Error('The film’s bytes could not be read.'));
    reader.readAsDataURL(blob);
  });
}

window.storyshort = canvasPage;

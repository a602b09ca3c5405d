/** Frames of the composition as a film, by Remotion's web renderer: for what has no painter of its own. */
import { renderMediaOnWeb } from '@remotion/web-renderer';
import type { FC } from 'react';
import { AbsoluteFill } from 'remotion';
import { ENCODING, LOADING_TIMEOUT_MS } from '#jobs/render/ffmpeg/encoding.ts';
import { FORMATS, FPS, type SegmentProps } from '#remotion/contract/story-props.ts';
import { sceneFrames } from '#remotion/contract/timing.ts';
import { MITER_LIMIT } from '#remotion/paint/set-text.ts';
import { Segment } from '#remotion/Segment.tsx';
import { FILM, type FramesWanted, VEIL } from './film-settings';

/** @returns the frames as an MP4 */
export async function composedFilm({ props, first, last, onFrames }: FramesWanted): Promise<Blob> {
  const { getBlob } = await renderMediaOnWeb({
    ...FILM,
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
    onProgress: ({ encodedFrames }) => onFrames(encodedFrames),
  });
  return getBlob();
}

const VideoRangeSegment: FC<SegmentProps> = (props) => (
  <>
    <Segment {...props} />
    <AbsoluteFill style={{ background: VEIL }} />
  </>
);

// The web renderer leaves the canvas's own setting, with which an outlined “w” has spikes.
const { strokeText } = OffscreenCanvasRenderingContext2D.prototype;
OffscreenCanvasRenderingContext2D.prototype.strokeText = function (...args) {
  this.miterLimit = MITER_LIMIT;
  strokeText.apply(this, args);
};

import { type FC, lazy, Suspense, useEffect, useState } from 'react';
import { AbsoluteFill, Sequence, useDelayRender, useRemotionEnvironment } from 'remotion';
import { FPS, type Shot } from '../contract/story-props';

/** What decodes films frame by frame is large, and most films have no clip in them. */
const Video = lazy(async () => ({ default: (await import('@remotion/media')).Video }));

/**
 * A clip in a picture's place, from its start and again from there where it is shorter than the scene. In the page
 * `onBroken` is told when it cannot be played; in a render that fails the render.
 */
export const ClipView: FC<{ clip: NonNullable<Shot['clip']>; onBroken: () => void }> = ({
  clip: { url, startMs, playedFrames = 0 },
  onBroken,
}) => {
  const { isRendering } = useRemotionEnvironment();
  const tellBroken = () => {
    onBroken();
    return undefined;
  };
  return (
    <AbsoluteFill style={{ overflow: 'hidden' }}>
      <Suspense fallback={<Waiting />}>
        <Sequence from={-playedFrames} layout="none">
          <Video
            src={url}
            muted
            loop
            trimBefore={Math.round((startMs * FPS) / 1000)}
            objectFit="cover"
            style={{ position: 'absolute', left: 0, top: 0, width: '100%', height: '100%' }}
            {...(isRendering ? {} : { onError: tellBroken })}
          />
        </Sequence>
      </Suspense>
    </AbsoluteFill>
  );
};

/** Holds the renderer back until there is something to draw. */
const Waiting: FC = () => {
  const { delayRender, continueRender } = useDelayRender();
  const [handle] = useState(() => (typeof document === 'undefined' ? null : delayRender('Loading the clip')));
  useEffect(
    () => () => {
      if (handle !== null) continueRender(handle);
    },
    [handle, continueRender],
  );
  return null;
};

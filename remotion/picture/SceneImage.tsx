import type { CSSProperties, FC } from 'react';
import { Img, useRemotionEnvironment } from 'remotion';

/** An image of a scene. In the page `onBroken` is told when it cannot be loaded; in a render it fails the render. */
export const SceneImage: FC<{ url: string; style: CSSProperties; onBroken: () => void }> = ({
  url,
  style,
  onBroken,
}) => {
  const { isRendering } = useRemotionEnvironment();
  return (
    <Img
      alt=""
      src={url}
      crossOrigin="anonymous"
      pauseWhenLoading
      style={style}
      {...(isRendering ? {} : { onError: onBroken })}
    />
  );
};

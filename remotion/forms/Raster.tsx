import type { CSSProperties, FC } from 'react';
import { Img } from 'remotion';
import { type RasterWish, useRaster } from './use-raster';

/** A drawing as pixels, as large as its box. */
export const Raster: FC<{ wish: RasterWish; style?: CSSProperties }> = ({ wish, style }) => {
  const url = useRaster(wish);
  if (url === null) return null;
  return <Img src={url} alt="" style={{ width: wish.box.width, height: wish.box.height, ...style }} />;
};

/** A drawing as pixels, made once: a vector image would be drawn anew in every frame, which takes longer than all else. */
import { useEffect, useState } from 'react';
import { useDelayRender, useRemotionEnvironment } from 'remotion';

/** What of a drawing is wanted, px: its place and size in a box, and the box. */
export interface RasterWish {
  url: string;
  box: { width: number; height: number };
  /** Of the whole drawing within the box; it may reach beyond it. */
  drawing: { left: number; top: number; width: number; height: number };
}

/** By what was wished: PNG as a data URL. */
const made = new Map<string, Promise<string>>();
/** Most that are kept. */
const KEPT = 40;

/** The pixels' URL; null until they are there, for which a renderer waits. In a page it stays null where they cannot be had. */
export function useRaster(wish: RasterWish): string | null {
  const { delayRender, continueRender, cancelRender } = useDelayRender();
  const { isRendering } = useRemotionEnvironment();
  const [handle] = useState(() => (typeof document === 'undefined' ? null : delayRender('Drawing an icon')));
  const [url, setUrl] = useState<string | null>(null);
  const key = JSON.stringify(wish);
  useEffect(() => {
    if (handle === null) return;
    let isWanted = true;
    rasterOf(key).then(
      (pixels) => {
        if (isWanted) setUrl(pixels);
        continueRender(handle);
      },
      (reason: unknown) => {
        if (isRendering) cancelRender(reason);
        else continueRender(handle);
      },
    );
    return () => {
      isWanted = false;
    };
  }, [key, handle, isRendering, continueRender, cancelRender]);
  return url;
}

function rasterOf(key: string): Promise<string> {
  const known = made.get(key);
  if (known) return known;
  const making = draw(JSON.parse(key) as RasterWish).catch((cause: unknown) => {
    made.delete(key);
    throw cause;
  });
  made.set(key, making);
  const [oldest] = made.keys();
  if (made.size > KEPT && oldest !== undefined) made.delete(oldest);
  return making;
}

async function draw({ url, box, drawing }: RasterWish): Promise<string> {
  const image = new Image();
  image.crossOrigin = 'anonymous';
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(box.width);
  canvas.height = Math.ceil(box.height);
  canvas.getContext('2d')?.drawImage(image, drawing.left, drawing.top, drawing.width, drawing.height);
  return canvas.toDataURL('image/png');
}

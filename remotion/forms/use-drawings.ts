/** The drawings of a form in a page. */
import { useEffect, useState } from 'react';
import { staticFile, useDelayRender, useRemotionEnvironment } from 'remotion';
import type { Context2D, Drawing } from '../paint/context-2d';

/** By their names. */
const loading = new Map<string, Promise<Drawing>>();

/**
 * Loads drawings by their names, paths below `public/`, and holds a renderer back until they are there. In a page one
 * that cannot be had stays away; in a render it fails the render.
 * @returns null until they are there
 */
export function useDrawings(names: readonly string[]): ReadonlyMap<string, Drawing> | null {
  const { delayRender, continueRender, cancelRender } = useDelayRender();
  const { isRendering } = useRemotionEnvironment();
  const [handle] = useState(() => (typeof document === 'undefined' ? null : delayRender('Loading drawings')));
  const [drawings, setDrawings] = useState<ReadonlyMap<string, Drawing> | null>(null);
  const key = names.join(' ');
  useEffect(() => {
    if (handle === null) return;
    let isWanted = true;
    const wanted = key === '' ? [] : key.split(' ');
    Promise.all(wanted.map(async (name) => [name, await loadDrawing(name)] as const)).then(
      (all) => {
        if (isWanted) setDrawings(new Map(all));
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
  return drawings;
}

function loadDrawing(name: string): Promise<Drawing> {
  const known = loading.get(name) ?? load(name);
  loading.set(name, known);
  known.catch(() => loading.delete(name));
  return known;
}

async function load(name: string): Promise<Drawing> {
  const image = new Image();
  image.crossOrigin = 'anonymous';
  image.src = staticFile(name);
  await image.decode();
  return {
    paint: (context: Context2D, { left, top, width, height }) =>
      (context as CanvasRenderingContext2D).drawImage(image, left, top, width, height),
  };
}

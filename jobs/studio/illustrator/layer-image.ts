/** A part of a plane as a file: WebP, lossy in its colours and without loss in its alpha. */
import sharp from 'sharp';
import type { Area } from './raster/area';
import type { Sheet, Workbench } from './raster/workbench';

/** A part that was cut out, to be encoded: pixels whose colours are not premultiplied. */
export interface Part {
  width: number;
  height: number;
  /** 4 with alpha, 3 where all is opaque. */
  channels: 3 | 4;
  data: Uint8Array;
}

/** 1 to 100. */
const QUALITY = 84;
/** From 0 to 6: at 1 files are a third smaller, and a picture takes a quarter longer. */
const EFFORT = 0;
/** Below this alpha, of 255, colours are those of their neighbours. */
const FAINT = 8;

/** Cuts an area out of a plane. @param isOpaque whether there is no alpha to be kept */
export function cutPart(bench: Workbench, plane: Sheet, area: Area, isOpaque: boolean): Part {
  const [width, height] = [area.right - area.left, area.bottom - area.top];
  const from = plane.at + (area.top * plane.width + area.left) * 4;
  const cut = bench.scratch.layer;
  if (isOpaque) bench.do.cutOpaque(cut, from, plane.width, width, height);
  else {
    bench.do.cutOut(cut, from, plane.width, width, height);
    bench.do.fillUnseen(cut, width, height, FAINT);
  }
  const channels = isOpaque ? 3 : 4;
  const data = bench.bytes(cut, width * height * channels).slice();
  return { width, height, channels, data };
}

export async function encodePart({ data, ...raw }: Part): Promise<Uint8Array> {
  return new Uint8Array(await sharp(data, { raw }).webp({ quality: QUALITY, effort: EFFORT }).toBuffer());
}

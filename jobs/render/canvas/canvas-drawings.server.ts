/** Icons and maps for canvases without a page. */
import { type Image, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { drawingFile } from '#jobs/render/drawings.server.ts';
import type { Drawing } from '#remotion/paint/context-2d.ts';

/** @param names paths below `public/` @throws Error `Could not load image with source <name>` */
export async function loadDrawings(names: readonly string[]): Promise<Map<string, Drawing>> {
  return new Map(await Promise.all(names.map(async (name) => [name, drawingOf(await load(name))] as const)));
}

async function load(name: string): Promise<Image> {
  try {
    return await loadImage(drawingFile(name));
  } catch (cause) {
    throw new Error(`Could not load image with source ${name}`, { cause });
  }
}

const drawingOf = (image: Image): Drawing => ({
  paint: (context, { left, top, width, height }) =>
    (context as unknown as SKRSContext2D).drawImage(image, left, top, width, height),
});

/** The images of pictures, as pixels. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { Pixels } from './node-canvas';

/**
 * Loads images by their `file:` URLs.
 * @throws Error `Could not load image with source <url>` for the first that cannot be had
 */
export async function loadImages(urls: readonly string[]): Promise<Map<string, Pixels>> {
  return new Map(
    await Promise.all([...new Set(urls)].map(async (url) => [url, await loadImage(url)] as const)),
  );
}

async function loadImage(url: string): Promise<Pixels> {
  try {
    const { data, info } = await sharp(await readFile(fileURLToPath(url)))
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height };
  } catch (cause) {
    throw new Error(`Could not load image with source ${url}`, { cause });
  }
}

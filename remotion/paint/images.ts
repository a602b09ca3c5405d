/** The images of pictures, as pixels. */
import { newContext } from './context-2d';

/**
 * Loads images by their URLs.
 * @throws Error `Could not load image with source <url>` for the first that cannot be had
 */
export async function loadImages(urls: readonly string[]): Promise<Map<string, ImageData>> {
  return new Map(
    await Promise.all([...new Set(urls)].map(async (url) => [url, await loadImage(url)] as const)),
  );
}

async function loadImage(url: string): Promise<ImageData> {
  try {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`It was answered with ${answer.status}.`);
    const image = await createImageBitmap(await answer.blob());
    const context = newContext(image.width, image.height);
    context.drawImage(image, 0, 0);
    image.close();
    return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
  } catch (cause) {
    throw new Error(`Could not load image with source ${url}`, { cause });
  }
}

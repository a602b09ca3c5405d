/** By what the assets of a video were made that came along with a project, or from another video of its order. */
import { z } from 'zod';
import type { Storage } from '#jobs/ports/storage.ts';
import { type Origin, originSchema } from '#jobs/story/project/project-file.ts';

/** By the hashes of what was made. */
type Origins = ReadonlyMap<string, Origin>;

const originsSchema = z.record(z.string(), originSchema);

/** Storage key of the file that tells it. */
function originsKey(videoId: string): string {
  return `${videoId}/origins.json`;
}

export async function keepArrivedOrigins(storage: Storage, videoId: string, origins: Origins): Promise<void> {
  const text = JSON.stringify(Object.fromEntries(origins));
  await storage.put(originsKey(videoId), new TextEncoder().encode(text));
}

/** Nothing of a video that was made by itself, here. */
export async function readArrivedOrigins(storage: Storage, videoId: string): Promise<Origins> {
  const key = originsKey(videoId);
  if (!(await storage.has(key))) return new Map();
  const text = new TextDecoder().decode(await storage.read(key));
  try {
    return new Map(Object.entries(originsSchema.parse(JSON.parse(text))));
  } catch {
    // What an older StoryShort kept otherwise is forgotten.
    return new Map();
  }
}

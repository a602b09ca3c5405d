import type { z } from 'zod';
import type { Storage } from '#jobs/ports/storage.ts';

/**
 * Reads facts that were stored beside an asset; null when there are none, or when they are not what is
 * expected (an older version's): these are removed, so that they can simply be made again.
 */
export async function readJson<T>(storage: Storage, key: string, schema: z.ZodType<T>): Promise<T | null> {
  if (!(await storage.has(key))) return null;
  const text = new TextDecoder().decode(await storage.read(key));
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    await storage.remove(key);
    return null;
  }
}

export async function putJson(storage: Storage, key: string, facts: unknown): Promise<void> {
  await storage.put(key, new TextEncoder().encode(JSON.stringify(facts)));
}

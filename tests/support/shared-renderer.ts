import { mkdir, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Renderer } from '#jobs/ports/renderer.ts';
import { openRenderer } from '#jobs/render/renderer.server.ts';

/**
 * Where tests that draw keep browser and bundle, also between runs: the one takes seconds to unpack, the other
 * seconds to build. Several test files may use it at once, as several workers of one machine do.
 */
export const SHARED_CACHE = join(tmpdir(), 'storyshort-render-tests');

/** This machine's browser as every worker opens it, but unpacked and bundled once for all tests. */
export const openSharedRenderer = (): Promise<Renderer> =>
  openRenderer({ executable: null, cacheDir: SHARED_CACHE, concurrency: 2, engine: 'canvas' });

/**
 * A folder for an app's data whose browser and bundle are the shared ones. What is about a first start, or about
 * processes that are killed, has a cache of its own instead.
 */
export async function makeDataDir(name: string): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), `storyshort-${name}-`));
  await mkdir(SHARED_CACHE, { recursive: true });
  await symlink(SHARED_CACHE, join(dataDir, 'cache'));
  return dataDir;
}

/** The composition as a bundle that a browser can load: built once, and again only when it changed. */
import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { drawingFiles, placeDrawings } from '#jobs/render/drawings.server.ts';
import { fontFiles, placeFonts } from '#jobs/render/fonts/font-files.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { BUNDLERS } from './bundlers.server';
import type { Painter } from './painter';

const PROJECT_ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const COMPOSITION = path.join(PROJECT_ROOT, 'remotion');
/** What the canvas engine adds. */
const CANVAS_PAGE = path.join(PROJECT_ROOT, 'jobs/render/painters/canvas-page');
/** Packages that become part of a bundle. */
const DRAWING_PACKAGES = [
  ...['remotion', '@remotion/media', '@remotion/web-renderer', 'mediabunny'],
  ...['react', 'react-dom', 'zod'],
];

export interface CompositionBundle {
  /** Folder of the bundle, as the painters want it. */
  serveUrl: string;
}

/**
 * Bundles the composition for a painter into a folder of its own below `outDir`, or returns the one that is already
 * there for the same sources, fonts and package versions. Safe for several processes at once: a bundle
 * appears whole, by a rename.
 *
 * @throws StoryError `bundle_failed` when the composition does not compile
 */
export async function ensureBundle({
  outDir,
  painter,
}: {
  outDir: string;
  painter: Painter['name'];
}): Promise<CompositionBundle> {
  const serveUrl = path.resolve(outDir, `${await sourcesHash()}-${painter}`);
  if (await exists(path.join(serveUrl, 'index.html'))) return { serveUrl };
  await mkdir(outDir, { recursive: true });
  const work = path.resolve(outDir, `.bundling-${randomUUID()}`);
  try {
    // Only what a segment needs of `public/`: everything that is there would be copied.
    const publicDir = path.join(work, 'public');
    await placeFonts(publicDir);
    await placeDrawings(publicDir);
    await BUNDLERS[painter](path.join(work, 'bundle'), publicDir);
    await rename(path.join(work, 'bundle'), serveUrl).catch(async (thrown: unknown) => {
      // Another process was first.
      if (!(await exists(path.join(serveUrl, 'index.html')))) throw thrown;
    });
  } catch (thrown) {
    throw new StoryError(
      {
        code: 'bundle_failed',
        message: 'The film’s composition could not be made ready for rendering.',
        hint: 'Run “npm install” again. If that does not help, the worker’s log has the details.',
        retryable: false,
      },
      { cause: thrown },
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return { serveUrl };
}

/** A hash of all that a bundle is made of: sources, fonts, drawings and the versions of packages; hexadecimal. */
async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [
    ...(await sources(COMPOSITION)),
    ...(await sources(CANVAS_PAGE)),
    ...(await fontFiles()),
    ...(await drawingFiles()),
  ]) {
    hash.update(`\0${path.relative(PROJECT_ROOT, file)}\0`).update(await readFile(file));
  }
  for (const name of DRAWING_PACKAGES) hash.update(`\0${name}@${await packageVersion(name)}`);
  return hash.digest('hex').slice(0, 24);
}

async function sources(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files
    .filter((file) => /\.(?:tsx?|json|html|wasm)$/u.test(file))
    .sort()
    .map((file) => path.join(folder, file));
}

async function packageVersion(name: string): Promise<string> {
  const manifest = findPackageJSON(name, import.meta.url);
  if (!manifest) throw new Error(`The package ${name} is not installed.`);
  return z.object({ version: z.string() }).parse(JSON.parse(await readFile(manifest, 'utf8'))).version;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

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

const PROJECT_ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const COMPOSITION = path.join(PROJECT_ROOT, 'remotion');
/** Packages that become part of a bundle. */
const DRAWING_PACKAGES = ['remotion', '@remotion/media', 'react', 'react-dom', 'zod'];

export interface CompositionBundle {
  /** Folder of the bundle, as Remotion's renderer wants it. */
  serveUrl: string;
}

/**
 * Bundles the composition into a folder of its own below `outDir`, or returns the one that is already there for the same sources, fonts and package versions. Safe for several processes at once: a bundle
 * appears whole, by a rename.
 *
 * @throws StoryError `bundle_failed` when the composition does not compile
 */
export async function ensureBundle({ outDir }: { outDir: string }): Promise<CompositionBundle> {
  const serveUrl = path.resolve(outDir, await sourcesHash());
  if (await exists(path.join(serveUrl, 'index.html'))) return { serveUrl };
  await mkdir(outDir, { recursive: true });
  const work = path.resolve(outDir, `.bundling-${randomUUID()}`);
  try {
    // Only what a segment needs of `public/`: everything that is there would be copied.
    const publicDir = path.join(work, 'public');
    await placeFonts(publicDir);
    await placeDrawings(publicDir);
    await bundleInto(path.join(work, 'bundle'), publicDir);
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

/** Writes a bundle with an `index.html`; `publicDir` becomes part of it. @throws what the bundler throws */
async function bundleInto(outDir: string, publicDir: string): Promise<void> {
  const options = {
    entryPoint: path.join(COMPOSITION, 'index.ts'),
    rootDir: PROJECT_ROOT,
    ...{ outDir, publicDir, enableCaching: false, onProgress: () => undefined },
  };
  // Loaded only when there is something to bundle: that takes most of a second.
  const { bundle } = await import('@remotion/bundler');
  try {
    // Rspack takes a sixth of webpack's time.
    await bundle({ ...options, rspack: true });
  } catch {
    // Its native part does not exist for every platform; a fault of ours will show itself again.
    await rm(outDir, { recursive: true, force: true });
    await bundle(options);
  }
}

/** A hash of all that a bundle is made of: sources, fonts, drawings and the versions of packages; hexadecimal. */
async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [...(await sources(COMPOSITION)), ...(await fontFiles()), ...(await drawingFiles())]) {
    hash.update(`\0${path.relative(PROJECT_ROOT, file)}\0`).update(await readFile(file));
  }
  for (const name of DRAWING_PACKAGES) hash.update(`\0${name}@${await packageVersion(name)}`);
  return hash.digest('hex').slice(0, 24);
}

async function sources(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files
    .filter((file) => /\.(?:tsx?|json)$/u.test(file))
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

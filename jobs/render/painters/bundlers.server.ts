/** The two ways of making the composition into files that a browser can load: one for each painter. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Painter } from './painter';

const PROJECT_ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CANVAS_PAGE = fileURLToPath(new URL('./canvas-page/', import.meta.url));

/** Writes a bundle with an `index.html` into a folder; `publicDir` becomes part of it. Throws what the bundler throws. */
type Bundler = (outDir: string, publicDir: string) => Promise<void>;

// Bundlers are loaded only when there is something to bundle: that takes most of a second.
export const BUNDLERS: Record<Painter['name'], Bundler> = {
  // Remotion's bundle has its Studio in it, which would load beside the page of the canvas.
  canvas: async (outDir, publicDir) => {
    const { build } = await import('vite');
    await build({
      configFile: false,
      root: CANVAS_PAGE,
      publicDir,
      base: './',
      logLevel: 'error',
      esbuild: { jsx: 'automatic' },
      build: { outDir, emptyOutDir: true, target: 'esnext', chunkSizeWarningLimit: 4000 },
    });
  },
  screenshots: async (outDir, publicDir) => {
    const options = {
      entryPoint: path.join(PROJECT_ROOT, 'remotion/index.ts'),
      rootDir: PROJECT_ROOT,
      outDir,
      publicDir,
      enableCaching: false,
      onProgress: () => undefined,
    };
    const { bundle } = await import('@remotion/bundler');
    try {
      // Rspack takes a sixth of webpack's time.
      await bundle({ ...options, rspack: true });
    } catch {
      // Its native part does not exist for every platform; a fault of ours will show itself again.
      await rm(outDir, { recursive: true, force: true });
      await bundle(options);
    }
  },
};

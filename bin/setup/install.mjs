/**
 * Brings the repository's own dependencies. Plain JavaScript of the oldest Node that is met in the field,
 * because nothing is installed yet when it runs.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.storyshort-setup');

/** Everything from which the installed state follows. */
function wantedState() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'prisma/schema.prisma'])
    hash.update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

/** Whether the last setup finished and still fits the lock file and the schema. */
export function isInstalled() {
  return (
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === wantedState() &&
    existsSync(join(ROOT, 'jobs/db/generated/client.ts'))
  );
}

/**
 * Installs from the lock file, unless that was done.
 * @param {1 | 2} told standard output or error: where it says so
 * @throws when npm cannot.
 */
export function install(told = 1) {
  if (isInstalled()) return;
  if (!existsSync(STAMP)) writeSync(told, 'Installing what StoryShort needs (once, about a minute)…\n');
  const npm = process.env.npm_execpath;
  // Tests and builds need the development packages too, whatever NODE_ENV says.
  const args = ['ci', '--include=dev', '--loglevel=error'];
  // npm asks nothing here, and what comes in is the command's.
  const stdio = /** @type {import('node:child_process').StdioOptions} */ (['ignore', told, 'inherit']);
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: ROOT, stdio })
    : spawnSync('npm', args, { cwd: ROOT, stdio });
  if (done.status !== 0) {
    throw new Error(
      'npm could not install the dependencies. Check that the npm registry can be reached and that the disk has 2 GB free, then start again.',
    );
  }
  if (!isInstalled()) finishInstall();
}

/** What follows every installation: the database client is generated, and the finished state is noted. */
export function finishInstall() {
  generateClient();
  mkdirSync(MODULES, { recursive: true });
  writeFileSync(STAMP, wantedState());
}

/**
 * Generates the Prisma client. The command asks for a schema engine that it does not need here and that a
 * machine without internet cannot download; any executable stands in for it.
 */
function generateClient() {
  const prisma = join(MODULES, 'prisma', 'build', 'index.js');
  const node = join(MODULES, '.bin', 'node');
  const done = spawnSync(existsSync(node) ? node : process.execPath, [prisma, 'generate'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  });
  if (done.status !== 0)
    throw new Error(`The database client could not be generated:\n${done.stdout}${done.stderr}`);
  if (readdirSync(join(ROOT, 'jobs/db/generated')).length === 0)
    throw new Error('The database client is empty.');
}

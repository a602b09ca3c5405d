import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFileLock } from '#bin/host/file-lock.ts';
import { compressAssets } from './compress-assets';
import { ROOT } from './install.mjs';

/** Everything that the built site is made from. */
export const SOURCES = [
  'app',
  'remotion',
  'jobs',
  'public',
  'remix.config.js',
  'vite.config.ts',
  'package-lock.json',
];
const BUILD = join(ROOT, 'build');
const STAMP = join(BUILD, 'sources');

/** Builds the site, unless the build at hand was made from these very sources. */
export async function buildApp(): Promise<void> {
  const wanted = await hashSources();
  if (await isBuiltFrom(wanted)) return;
  await withFileLock(`${BUILD}.lock`, async () => {
    if (await isBuiltFrom(wanted)) return;
    process.stdout.write('Building the site…\n');
    await runRemixBuild();
    await compressAssets(join(BUILD, 'client', 'assets'));
    await writeFile(STAMP, wanted);
  });
}

/** Whether the site at hand was built, and from the sources as they are. */
export async function siteState(): Promise<'built' | 'outdated' | 'absent'> {
  if (await isBuiltFrom(await hashSources())) return 'built';
  return access(STAMP).then(
    () => 'outdated',
    () => 'absent',
  );
}

async function isBuiltFrom(wanted: string): Promise<boolean> {
  return (await readFile(STAMP, 'utf8').catch(() => null)) === wanted;
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesBelow(join(ROOT, source))) hash.update(file).update(await readFile(file));
  }
  return hash.digest('hex');
}

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null);
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function runRemixBuild(): Promise<void> {
  return new Promise((resolve, reject) => {
    const remix = join(ROOT, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js');
    const child = spawn(process.execPath, [remix, 'vite:build', '--logLevel', 'warn'], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The site could not be built:\n${output}`)),
    );
  });
}

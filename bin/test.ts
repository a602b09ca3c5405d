/**
 * `npm test`: types, lint and format, then all tests against the built site. Each part runs alone, because a
 * film in the making fills the machine.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { failClearly } from './host/fail-clearly';
import { buildApp } from './setup/build-app';
import { ROOT } from './setup/install.mjs';

interface Part {
  name: string;
  script: string;
  args: string[];
}

const modules = (path: string) => join(ROOT, 'node_modules', path);
const vitest = (project: string): Part => ({
  name: `${project} tests`,
  script: modules('vitest/vitest.mjs'),
  args: ['run', '--project', project],
});

const PARTS: Part[] = [
  { name: 'types', script: modules('typescript/bin/tsc'), args: ['--noEmit', '-p', ROOT] },
  {
    name: 'lint and format',
    script: modules('@biomejs/biome/bin/biome'),
    args: ['check', '--error-on-warnings', ROOT],
  },
  vitest('unit'),
  vitest('integration'),
  vitest('e2e'),
];

async function main(): Promise<void> {
  for (const part of PARTS) {
    // Only the tests in the browser need the built site; whoever broke a type learns it sooner.
    if (part.name.startsWith('e2e')) await buildApp();
    const startedAt = Date.now();
    const code = await run(part);
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
    if (code !== 0) throw new Error(`\n✗ ${part.name} failed after ${seconds} s.`);
    process.stdout.write(`✓ ${part.name} (${seconds} s)\n\n`);
  }
}

function run({ script, args }: Part): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

main().catch(failClearly);

/**
 * `npm run typecheck`: the types of everything; `npm run typecheck -- <file>…`: everything is read, and what is
 * wrong in those files is told.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { failClearly } from './host/fail-clearly';
import { filesNamed, splitArguments } from './quality/named-files';
import { codeFiles } from './quality/source-files';
import { runTool, TOOLS } from './quality/tool';
import { typeErrorsOf } from './quality/type-errors';
import { ROOT } from './setup/install.mjs';

async function main(): Promise<void> {
  const { names, options } = splitArguments(process.argv.slice(2));
  const args = ['--noEmit', '-p', ROOT, ...options];
  if (names.length === 0) process.exit(await runTool('tsc', args));
  const files = new Set(filesNamed(names, codeFiles(), 'file'));
  const tsc = join(ROOT, 'node_modules', TOOLS.tsc);
  const { stdout, status } = spawnSync(process.execPath, [tsc, ...args, '--pretty', 'false'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  });
  const { told, elsewhere } = typeErrorsOf(stdout, files);
  for (const line of told) process.stdout.write(`${line}\n`);
  if (elsewhere > 0) process.stdout.write(`Other files have ${elsewhere} more: npm run typecheck\n`);
  // The compiler may also fail over something that is in no file, such as its own configuration.
  if (status !== 0 && told.length + elsewhere === 0) throw new Error(stdout);
  process.exit(told.length > 0 ? 1 : 0);
}

main().catch(failClearly);

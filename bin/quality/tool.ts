import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '#bin/setup/install.mjs';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';

/** The command line programs of packages, as paths below `node_modules`. */
export const TOOLS = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  vitest: 'vitest/vitest.mjs',
};

/**
 * Runs a package's program from the root on our own Node, its output being ours.
 * @returns its exit code; 1 where a signal ended it
 */
export function runTool(tool: keyof typeof TOOLS, args: string[]): Promise<number> {
  return runNode([join(ROOT, 'node_modules', TOOLS[tool]), ...args]);
}

/** Runs a module of ours in the same way. @param module its path from the root */
export function runModule(module: string, args: string[]): Promise<number> {
  return runNode(['--import', TYPESCRIPT_LOADER, join(ROOT, module), ...args]);
}

function runNode(args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

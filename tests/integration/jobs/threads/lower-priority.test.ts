import { execFile, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';

const MODULE = new URL('../../../../jobs/threads/lower-priority.server.ts', import.meta.url);
const SESSION = '/proc/self/autogroup';
/** Says what its own priority is and, after that, its session's, where the system knows sessions. */
const SCRIPT = `
  import { existsSync, readFileSync } from 'node:fs';
  import { getPriority } from 'node:os';
  const { lowerPriority } = await import(${JSON.stringify(MODULE.href)});
  lowerPriority();
  const session = existsSync('${SESSION}') ? readFileSync('${SESSION}', 'utf8') : '';
  console.log(getPriority(), ...(session.match(/nice (-?\\d+)/)?.slice(1) ?? []));
`;
const ARGUMENTS = ['--import', TYPESCRIPT_LOADER, '--input-type=module', '-e', SCRIPT];
/** Prints what Linux calls the priority of its session; nothing where it knows none, or shares out by process there. */
const PRINT_SESSION = `
  import { existsSync, readFileSync } from 'node:fs';
  if (existsSync('${SESSION}')) console.log(...(readFileSync('${SESSION}', 'utf8').match(/nice (-?\\d+)/)?.slice(1) ?? []));
`;

const run = promisify(execFile);

/** What a process prints that begins a session of its own. */
const printedByLeader = async (args: readonly string[]): Promise<string> => {
  const leader = spawn(process.execPath, args, { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  return (await text(leader.stdout)).trim();
};
/** Its own and, where there is such a thing, its session's. */
const priorities = (own: string, session: string): string =>
  [own, session].filter((one) => one !== '').join(' ');

describe('lowerPriority', () => {
  it('lowers a session that is the process’s own', async () => {
    const known = (await printedByLeader(['--input-type=module', '-e', PRINT_SESSION])) !== '';
    expect(await printedByLeader(ARGUMENTS)).toBe(priorities('10', known ? '10' : ''));
  });

  it('leaves the session of others as it is', async () => {
    const { stdout: session } = await run(process.execPath, ['--input-type=module', '-e', PRINT_SESSION]);
    const { stdout } = await run(process.execPath, ARGUMENTS);
    expect(stdout.trim()).toBe(priorities('10', session.trim()));
  });
});

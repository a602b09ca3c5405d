/** What any program in the cage can do, told by programs that know nothing of it. */
import { execFile, spawnSync } from 'node:child_process';
import { chmod, chown, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { postgresAccount } from '#bin/database/account.ts';
import { type CageLimits, caged } from '#jobs/cage/cage.server.ts';

const isLinux = process.platform === 'linux';
const isRoot = process.getuid?.() === 0;
const hasNamespaces = isLinux && spawnSync('unshare', ['--user', '--net', '/bin/true']).status === 0;
const limits: CageLimits = { memoryMb: 512, processorS: 30, fileMb: 1 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-cage-'));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a script of the shell in the cage. */
async function run(script: string, more: Partial<CageLimits> = {}) {
  const request = { program: '/bin/sh', args: ['-c', script], limits: { ...limits, ...more }, folder };
  const { command, args, options } = await caged(request);
  return new Promise<{ code: number; said: string }>((done) => {
    execFile(command, args, options, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code ?? 1) : 0, said: `${stdout}${stderr}` }),
    );
  });
}

describe('a program in the cage', () => {
  it('is told nothing that this process was told', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-canary-of-the-cage');
    expect((await run('env')).said).not.toContain('canary');
    vi.unstubAllEnvs();
  });

  it('writes no file that grows without end, and leaves no core behind', async () => {
    await chmod(folder, 0o777);
    await run('dd if=/dev/zero of=grown bs=65536 count=640');
    expect((await stat(join(folder, 'grown'))).size).toBe(1024 * 1024);
    expect((await run('ulimit -c')).said.trim()).toBe('0');
    await chmod(folder, 0o755);
  });

  it.runIf(isLinux && isRoot)('reads no file of the database where this process is root', async () => {
    const account = postgresAccount();
    const files = join(folder, 'password');
    await writeFile(files, 'the password of the database', { mode: 0o600 });
    await chown(files, account?.uid ?? 0, account?.gid ?? 0);
    const { code, said } = await run(`id -u; cat ${files}`);
    expect(code).not.toBe(0);
    expect(said).not.toContain('the password');
    expect(said).toMatch(/^\d+\n.*[Pp]ermission denied/s);
  });

  it.runIf(hasNamespaces)('finds no network, not even loopback', async () => {
    const { said } = await run('cat /proc/self/net/route /proc/self/net/dev');
    const devices = [...said.matchAll(/^ *(\S+):/gm)].map(([, name]) => name);
    expect(devices).toEqual(['lo']);
    expect(said).not.toMatch(/^\S+\t[0-9A-F]{8}/m);
  });
});

/** What a module in the cage can do, told by modules that try. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type CagedModule, runCagedModule } from '#jobs/cage/caged-module.server.ts';
import { waitFor } from '#tests/support/wait-for.ts';

const require = createRequire(import.meta.url);
const TRYING = require.resolve('#tests/support/cage/trying-everything.ts');
const ASTRAY = require.resolve('#tests/support/cage/going-astray.ts');
const never = new AbortController().signal;

let folder: string;
let input: string;
let server: Server;
let requests = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-cage-'));
  input = join(folder, 'input');
  await writeFile(input, 'a picture');
  server = createServer((_request, response) => {
    requests += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const task = (module: string, request: unknown, more: Partial<CagedModule> = {}): CagedModule => ({
  ...{ module, request, inputs: [input], timeMs: 120_000, answerBytes: 100_000 },
  limits: { memoryMb: 2048, processorS: 60, fileMb: 0 },
  ...more,
});
const astray = (way: string, more: Partial<CagedModule> = {}) =>
  runCagedModule(task(ASTRAY, { way }, more), never);

/** With the shell alone, and without what gives a process a network of its own. */
async function withoutNamespaces(): Promise<typeof runCagedModule> {
  vi.stubEnv('PATH', '/nowhere');
  vi.resetModules();
  return (await import('#jobs/cage/caged-module.server.ts')).runCagedModule;
}
afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  ['whatever the system gives', async () => runCagedModule],
  ['where it gives no namespace', withoutNamespaces],
])(
  'reads no file of this machine, writes none, starts nothing and has no network, %s',
  async (_where, open) => {
    const run = await open();
    const { port } = server.address() as AddressInfo;
    const request = { folder, secret: input, port };
    const { fates, variables, uid } = JSON.parse(String(await run(task(TRYING, request), never)));
    for (const [attempt, fate] of Object.entries(fates)) {
      expect([attempt, fate]).toEqual([
        attempt,
        expect.stringMatching(/^(?:ERR_ACCESS_DENIED|ENETUNREACH|EPERM|EACCES)$/),
      ]);
    }
    expect(Object.keys(fates)).toHaveLength(11);
    expect(requests).toBe(0);
    // What the shell says of itself, and where libvips would put large pictures.
    const known = [
      'PATH',
      'HOME',
      'LANG',
      'NODE_ENV',
      'PWD',
      'OLDPWD',
      'SHLVL',
      '_',
      'VIPS_DISC_THRESHOLD',
      'VIPSHOME',
    ];
    expect(variables.filter((name: string) => !known.includes(name))).toEqual([]);
    // In a namespace of its own it has no number that is known there.
    if (process.platform === 'linux') expect(uid).not.toBe(0);
  },
);

it('is ended when its time is over, and when nobody waits for it any more', async () => {
  await expect(astray('loop', { timeMs: 500 })).rejects.toMatchObject({ name: 'TimeoutError' });
  const given = new AbortController();
  const waited = runCagedModule(task(ASTRAY, { way: 'loop' }), given.signal);
  await waitFor('the cage', () => process.getActiveResourcesInfo().includes('ProcessWrap'));
  given.abort(new Error('Nobody waits.'));
  await expect(waited).rejects.toThrow('Nobody waits.');
  await expect(runCagedModule(task(ASTRAY, { way: 'loop' }), given.signal)).rejects.toThrow('Nobody waits.');
});

it('is ended by the system where it works without end, whoever started it', async () => {
  const limits = { memoryMb: 2048, processorS: 1, fileMb: 0 };
  await expect(astray('loop', { limits })).rejects.toMatchObject({ name: 'CageFault' });
});

it.each(['fillHeap', 'talk', ...(process.platform === 'linux' ? ['fillMemory'] : [])])(
  'is ended where it takes without end: %s',
  async (way) => {
    await expect(astray(way)).rejects.toMatchObject({ name: 'CageFault' });
  },
);

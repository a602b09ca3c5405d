import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '#bin/setup/install.mjs';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';
import { listeningAddresses } from '#tests/support/processes/listening-addresses.ts';
import { processesOf } from '#tests/support/processes/our-processes.ts';
import { waitFor } from '#tests/support/wait-for.ts';

it.runIf(process.platform === 'linux')('npm run studio can be reached from this machine alone', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'storyshort-studio-'));
  const studio = spawn(process.execPath, ['--import', TYPESCRIPT_LOADER, join(ROOT, 'bin/studio.ts')], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [studio.stdout, studio.stderr]) stream.on('data', (chunk) => (words += String(chunk)));
  try {
    // It listens before it has bundled, and then once more.
    await waitFor('the Studio', () => {
      if (studio.exitCode !== null) throw new Error(words);
      return /Server ready/.test(words);
    });
    const addresses = listeningAddresses(processesOf(dataDir).map(({ pid }) => pid));
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(address).toMatch(/^0100007F:/);
    const port = /Server ready\D*(?:localhost|[\d.]+):(\d+)/.exec(words)?.[1];
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  } finally {
    const ended = once(studio, 'exit');
    studio.kill('SIGTERM');
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  }
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type ListenOptions, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locateBrowser } from '#jobs/render/browser/browser.server.ts';
import { installCommand, missingLibraries } from '#jobs/render/browser/browser-libraries.ts';
import { unpackChromium } from '#jobs/render/browser/bundled-chromium.server.ts';
import { onLoopbackOnly } from '#jobs/render/browser/loopback.server.ts';
import { browserMark, killOrphanedBrowsers } from '#jobs/render/browser/orphans.server.ts';
import { runningProcesses } from '#jobs/render/browser/process-table.server.ts';
import { tarEntries } from '#jobs/render/browser/tar-entries.ts';
import { renderFault } from '#jobs/render/render-fault.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'render-browser-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('unpackChromium', () => {
  it('unpacks once when two want it at the same time, and not again', async () => {
    const cacheDir = path.join(folder, 'cache with space');
    const [first, second] = await Promise.all([unpackChromium(cacheDir), unpackChromium(cacheDir)]);
    expect(first).toEqual(second);
    expect((await readdir(cacheDir)).length).toBe(1);
    const before = await stat(first?.executable ?? '');
    expect(await unpackChromium(cacheDir)).toEqual(first);
    expect((await stat(first?.executable ?? '')).ino).toBe(before.ino);
    // With its own libraries it starts on a machine that has none.
    const version = spawn(first?.launcher ?? '', ['--version', '--no-sandbox']);
    expect(await once(version, 'exit')).toEqual([0, null]);
    expect(await locateBrowser({ executable: null, cacheDir })).toContain(cacheDir);
  });
});

describe('locateBrowser', () => {
  it('says so when the named browser does not exist', async () => {
    const executable = path.join(folder, 'no-such-browser');
    await expect(locateBrowser({ executable, cacheDir: folder })).rejects.toMatchObject({
      code: 'browser_not_found',
      message: expect.stringContaining('no-such-browser'),
      retryable: false,
    });
  });

  it('names the libraries that a browser lacks and the command that installs them', async () => {
    const executable = path.join(folder, 'headless-shell');
    await writeFile(
      executable,
      '#!/bin/sh\necho "x: error while loading shared libraries: libnss3.so: cannot open" >&2\nexit 127\n',
    );
    await chmod(executable, 0o755);
    await expect(locateBrowser({ executable, cacheDir: folder })).rejects.toMatchObject({
      code: 'browser_libraries_missing',
      message: expect.stringContaining('libnss3.so'),
      hint: 'Run: sudo apt-get install -y libnss3',
    });
  });
});

describe('missingLibraries and installCommand', () => {
  it('read what ldd prints', () => {
    const output =
      '\tlibnss3.so => not found\n\tlibm.so.6 => /lib/libm.so.6 (0x7f)\n\tlibgbm.so.1 => not found\n';
    expect(missingLibraries(output)).toEqual(['libgbm.so.1', 'libnss3.so']);
    expect(installCommand(missingLibraries(output))).toBe('sudo apt-get install -y libgbm1 libnss3');
    expect(installCommand(['libnothing.so'])).toBeNull();
  });
});

describe.skipIf(process.platform === 'win32')('killOrphanedBrowsers', () => {
  const children: ChildProcess[] = [];
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
  });

  /** A process that bears a mark as a browser does. */
  async function pretend(mark: string): Promise<number> {
    const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1e6)', mark]);
    children.push(child);
    await once(child.stdout, 'data');
    return child.pid ?? 0;
  }

  it('kills the browsers of a process that is gone, and nothing else', async () => {
    const mark = await browserMark(folder);
    const [, key] = mark.split('/');
    const gone = await pretend(`StoryShort-render/${key}/${process.pid}/1`);
    const alive = await pretend(mark);
    const elsewhere = await pretend('StoryShort-render/0123456789abcdef/1/1');
    expect(await killOrphanedBrowsers(folder)).toEqual([gone]);
    await once(children[0] ?? process, 'exit');
    const running = (await runningProcesses()).map(({ pid }) => pid);
    expect(running).toEqual(expect.arrayContaining([alive, elsewhere]));
    expect(running).not.toContain(gone);
  });
});

describe('onLoopbackOnly', () => {
  it('keeps what listens on every address to this machine, and touches nothing outside it', async () => {
    const addressOf = async (options: ListenOptions) =>
      listening(createServer().listen({ port: 0, ...options }));
    const listening = async (server: Server) => {
      await once(server, 'listening');
      const { address } = server.address() as AddressInfo;
      server.close();
      return address;
    };
    expect(await onLoopbackOnly(() => addressOf({}))).toBe('127.0.0.1');
    expect(await onLoopbackOnly(() => addressOf({ host: '0.0.0.0' }))).toBe('127.0.0.1');
    expect(await onLoopbackOnly(() => listening(createServer().listen(0)))).toBe('127.0.0.1');
    expect(await onLoopbackOnly(() => listening(createServer().listen(0, '::')))).toBe('127.0.0.1');
    expect(await onLoopbackOnly(() => listening(createServer().listen()))).toBe('127.0.0.1');
    expect(await addressOf({ host: '0.0.0.0' })).toBe('0.0.0.0');
  });
});

describe('tarEntries', () => {
  it('refuses an archive that is cut short', () => {
    const header = Buffer.alloc(512);
    header.write('file.txt', 0);
    header.write('00000001000', 124);
    header.write('0', 156);
    expect(() => tarEntries(header)).toThrow(RangeError);
    const [entry] = tarEntries(Buffer.concat([header, Buffer.alloc(1024, 'x')]));
    expect(entry?.name).toBe('file.txt');
    expect(entry?.content.length).toBe(512);
  });
});

describe('renderFault', () => {
  it('tells a crash, a missing picture and a full disk apart, and keeps the cause', () => {
    const codes = ['Target closed', 'Error loading image with src: x', 'ENOSPC: no space left', 'odd'].map(
      (message) => renderFault(new Error(message)).code,
    );
    expect(codes).toEqual(['browser_crashed', 'picture_unreadable', 'disk_full', 'render_failed']);
    const cause = new Error('Target closed');
    expect(renderFault(cause).cause).toBe(cause);
  });
});

import { spawn } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { locateBrowser, openRenderBrowser, type RenderBrowser } from '#jobs/render/browser/browser.server.ts';
import { confined } from '#jobs/render/browser/confined-browser.server.ts';
import { markedBrowsers } from '#jobs/render/browser/orphans.server.ts';
import { runningProcesses } from '#jobs/render/browser/process-table.server.ts';
import { startBrowser } from '#jobs/render/painters/screenshot-painter.server.ts';
import { BROWSERS } from './render-house';

const CANARY = 'CANARY-key-that-no-browser-may-know';
const SECRETS = ['OPENAI_API_KEY', 'DATABASE_URL', 'CANARY_TOKEN'];

let browser: RenderBrowser;
let pages: Server;
/** What the pages' server was asked for, by the address it was asked at. */
const asked: string[] = [];
beforeAll(async () => {
  browser = await openRenderBrowser({
    executable: await locateBrowser({ executable: null, cacheDir: BROWSERS }),
    cacheDir: BROWSERS,
  });
  pages = createServer(({ headers, url }, response) => {
    asked.push(`${headers.host?.replace(/:\d+$/, '')}${url}`);
    response
      .setHeader('Access-Control-Allow-Origin', '*')
      .setHeader('Content-Type', 'text/html')
      .end('<p>Here</p>');
  });
  // On every address, so that only the browser can be what keeps it from being asked there.
  await new Promise<void>((listening) => pages.listen(0, '0.0.0.0', listening));
});
afterAll(() => {
  pages.close();
});
const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
  for (const name of SECRETS) delete process.env[name];
});

/** A browser as a rendering starts it, in a process that has keys. */
async function start(): Promise<{ viewer: Browser; mark: string }> {
  for (const name of SECRETS) process.env[name] = CANARY;
  const mark = `${browser.mark}/${crypto.randomUUID()}`;
  const { instance, close } = await startBrowser(browser)(mark);
  endings.push(close);
  const viewer = await chromium.connectOverCDP(
    (instance.connection.transport.websocket as unknown as { url: string }).url,
  );
  return { viewer, mark };
}

/** An address of this machine that is not the loopback’s; null where it has none. */
const ownAddress = () =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;

/** Has a page ask for something. @returns whether it was answered */
const reaches = async (viewer: Browser, url: string): Promise<boolean> => {
  const page = await viewer.newPage();
  await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/page`);
  const ways = (target: string) =>
    Promise.any([
      fetch(target, { mode: 'no-cors' }),
      new Promise((resolve, reject) => {
        const image = new Image();
        image.onload = resolve;
        image.onerror = reject;
        image.src = target;
      }),
    ]).then(
      () => true,
      () => false,
    );
  return page.evaluate(ways, url);
};

describe('the browser that draws films', () => {
  it('asks this machine and nobody else, by name or by address', async () => {
    const { port } = pages.address() as AddressInfo;
    const { viewer } = await start();
    expect(await reaches(viewer, `http://127.0.0.1:${port}/own`)).toBe(true);
    expect(await reaches(viewer, `http://localhost:${port}/own`)).toBe(true);
    const own = ownAddress();
    const others = [`${own ?? '192.0.2.1'}:${port}`, '203.0.113.1', '[2001:db8::1]', 'storyshort.invalid'];
    for (const other of others)
      expect([other, await reaches(viewer, `http://${other}/other`)]).toEqual([other, false]);
    const page = await viewer.newPage();
    await expect(page.goto(`http://${others[0]}/navigated`)).rejects.toThrow(/ERR_/);
    expect(asked).toEqual(expect.arrayContaining(['127.0.0.1/own', 'localhost/own']));
    expect(asked.filter((what) => !/^(?:127\.0\.0\.1|localhost)\//.test(what))).toEqual([]);
  });

  it.runIf(process.platform === 'linux')(
    'has no key in its environment and is heard by this machine alone',
    async () => {
      const { mark } = await start();
      const tree = await withChildren((await markedBrowsers(mark)).map(({ pid }) => pid));
      expect(tree.length).toBeGreaterThan(0);
      for (const pid of tree) {
        // A process that has just ended has nothing to tell.
        const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
        expect(environment).not.toContain(CANARY);
        for (const name of SECRETS) expect(environment).not.toContain(`${name}=`);
      }
      const listened = (await Promise.all(tree.map(listenersOf))).flat();
      expect(listened.length).toBeGreaterThan(0);
      for (const address of listened)
        expect(address).toMatch(/^(?:0100007F|0{24}01000000|0{16}FFFF00000100007F)$/);
    },
  );
});

describe('the sandbox around its pages', () => {
  /** Stands for a browser: tells its arguments, or ends at once where it is in a sandbox. */
  const told = (mayBeSandboxed: boolean) => async (): Promise<string[]> => {
    const script = 'console.log(JSON.stringify(process.argv.slice(1)))';
    const args = [
      '-e',
      script,
      '--',
      '--no-sandbox',
      '--no-zygote',
      '--no-proxy-server',
      '--remote-debugging-port=0',
    ];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const said = (await text(child.stdout)).trim();
    const heard = JSON.parse(said) as string[];
    if (!mayBeSandboxed && !heard.includes('--no-sandbox')) throw new Error('No usable sandbox!');
    return heard;
  };

  it('is left on where a browser starts in it', async () => {
    const has = { isUsable: true };
    const args = await confined(told(true), has);
    expect(args.join(' ')).not.toMatch(/--no-(?:sandbox|zygote|proxy-server)/);
    expect(args).toContain('--remote-debugging-port=0');
    expect(has.isUsable).toBe(true);
  });

  it('is gone without where none does, and not tried again', async () => {
    const has = { isUsable: true };
    expect(await confined(told(false), has)).toContain('--no-sandbox');
    expect(has.isUsable).toBe(false);
    expect(await confined(told(true), has)).toContain('--no-sandbox');
  });

  it('is kept where a browser does not start in any way', async () => {
    const has = { isUsable: true };
    const broken = () => Promise.reject(new Error('No such browser.'));
    await expect(confined(broken, has)).rejects.toThrow('No such browser.');
    expect(has.isUsable).toBe(true);
  });
});

/** Processes with all that they started. */
async function withChildren(pids: readonly number[]): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const { pid } of await runningProcesses()) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const found = new Set(pids);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}

/** Addresses at which a process listens, as the kernel writes them: see proc(5). */
async function listenersOf(pid: number): Promise<string[]> {
  const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
  const links = await Promise.all(
    descriptors.map((name) => readlink(`/proc/${pid}/fd/${name}`).catch(() => '')),
  );
  const inodes = new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/${pid}/net/${name}`, 'utf8').catch(() => '')),
  );
  return tables
    .flatMap((table) => table.split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode = '']) => state === '0A' && inodes.has(inode))
    .map(([, local = '']) => local.split(':')[0] ?? '');
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';

const SITE = fileURLToPath(new URL('../../../app/server/main.ts', import.meta.url));

/** The site as a process of its own. */
export interface SiteProcess {
  url: string;
  /** What it wrote so far, line by line. */
  lines(): string[];
  /** Ends it. @returns its exit code */
  stop(): Promise<number | null>;
}

/** Starts the site as a launcher does, on a free port and with pages that need no build. */
export async function startSite(environment: {
  DATABASE_URL: string;
  DATA_DIR: string;
  [name: string]: string;
}): Promise<SiteProcess> {
  const child = spawn(process.execPath, ['--import', TYPESCRIPT_LOADER, SITE], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...{ PATH: process.env.PATH, NODE_ENV: 'development', PORT: '0', LOG_LEVEL: 'info' },
      ...environment,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += String(chunk);
    });
  const ended = once(child, 'exit');
  const ready = await Promise.race([
    once(child, 'message').then(([message]) => message as { url: string }),
    ended.then(() => null),
  ]);
  if (!ready) throw new Error(`The site did not start:\n${said}`);
  return {
    url: ready.url,
    lines: () => said.trim().split('\n'),
    stop: async () => {
      // As when the launcher is gone: Vite, which is there while developing, answers signals by itself.
      child.disconnect();
      return (await ended)[0] as number | null;
    },
  };
}

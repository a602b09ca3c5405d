/** What a command works with, by its arguments and the environment. */
import { readFile } from 'node:fs/promises';
import type { Options } from 'yargs';
import { ApiClient } from '#bin/client/api-client.ts';
import { OperationsClient } from '#bin/client/operations-client.ts';
import { SiteConnection } from '#bin/client/site-connection.ts';
import { ProgressBar } from '#bin/host/progress-bar.ts';
import type { Env } from '#jobs/env.server.ts';
import type { Desk, GlobalFlags } from './command';
import { usageFault } from './command-fault';
import { plainText } from './plain-text';
import { readSiteAddress } from './site-address';

const GROUP = 'The site:';

/** What every command takes. */
export const GLOBAL_FLAGS = {
  url: {
    ...{ type: 'string', requiresArg: true, group: GROUP },
    describe: 'address of the StoryShort that is asked; else STORYSHORT_URL, else that of this machine',
  },
  'token-file': {
    ...{ type: 'string', requiresArg: true, group: GROUP },
    describe: 'file with a token of its account page; else STORYSHORT_TOKEN',
  },
  json: { type: 'boolean', describe: 'one JSON document on standard output, and faults as JSON' },
  quiet: { type: 'boolean', alias: 'q', describe: 'no progress' },
} as const satisfies Record<string, Options>;

/**
 * The way to the site that is meant.
 * @param signal ends whatever is asked
 * @throws CommandFault for an address or a token that cannot be one
 */
export async function openConnection(
  given: GlobalFlags,
  env: Pick<Env, 'HOST' | 'PORT' | 'STORYSHORT_URL' | 'STORYSHORT_TOKEN'>,
  signal: AbortSignal,
): Promise<SiteConnection> {
  const file = given['token-file'];
  const token = file === undefined ? env.STORYSHORT_TOKEN : await tokenIn(file);
  // What is no word cannot be a header, and would be told in the error of one.
  if (token !== null && !/^[\x21-\x7e]+$/.test(token))
    throw usageFault(
      'What was given as a token cannot be one.',
      'A token is one word that begins with sts_.',
    );
  return new SiteConnection(readSiteAddress(given.url, env), token, signal);
}

/** @param stopped ends what the connection asks, and all waiting */
export function openDesk(connection: SiteConnection, given: GlobalFlags, stopped: AbortSignal): Desk {
  const bar = new ProgressBar(process.stderr);
  const isTold = given.json !== true && given.quiet !== true;
  let isDrawn = false;
  const close = () => {
    if (isDrawn) bar.end();
    isDrawn = false;
  };
  return {
    ...{ connection, stopped, close },
    site: new OperationsClient(connection),
    older: new ApiClient(connection),
    callOf: (rest) => ['storyshort', rest, ...sameSite(given)].join(' '),
    show: (percent, text) => {
      if (!isTold) return;
      bar.show(percent, plainText(text));
      isDrawn = true;
    },
    say: (line) => {
      close();
      if (isTold) process.stderr.write(`${plainText(line)}\n`);
    },
  };
}

function sameSite(given: GlobalFlags): string[] {
  const { url, 'token-file': file } = given;
  return [
    ...(url === undefined ? [] : ['--url', url]),
    ...(file === undefined ? [] : ['--token-file', file]),
  ];
}

async function tokenIn(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw usageFault(
      `The token’s file ${file} cannot be read (${why}).`,
      'Give the path of a file that holds it.',
    );
  });
  const token = text.trim();
  if (token !== '') return token;
  throw usageFault(`The token’s file ${file} is empty.`, 'Put a token of the account page into it.');
}

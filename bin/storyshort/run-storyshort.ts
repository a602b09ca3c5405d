/** `storyshort` from its arguments to its end. */
import { stopRequest } from '#bin/host/stop-request.ts';
import { readEnv } from '#jobs/env.server.ts';
import type { Desk, Told } from './command';
import { type AskedSite, asCommandFault, CommandFault, faultJson, faultText } from './command-fault';
import { openConnection, openDesk } from './desk';
import { EXIT_CODES } from './exit-codes';
import { plainText } from './plain-text';
import { type Chosen, readCommandLine } from './read-command-line';
import { ownAddress } from './site-address';

/**
 * Does what the arguments ask for, and writes what comes of it.
 * @param args without the program's name
 * @returns the code with which the process is to end; null where it is to end by itself
 */
export async function runStoryshort(args: readonly string[]): Promise<number | null> {
  const isJson = args.includes('--json');
  let site: AskedSite | null = null;
  try {
    const chosen = await readCommandLine(args);
    if (!chosen) return null;
    const env = readEnv();
    const stop = new AbortController();
    void stopRequest().then(() => stop.abort(stopped()));
    const connection = await openConnection(chosen.given, env, stop.signal);
    const { base, hasToken } = connection;
    site = { base, hasToken, isOwn: base === ownAddress(env) };
    const told = await carriedOut(chosen, openDesk(connection, chosen.given, stop.signal));
    await writeTold(told, isJson);
    return told.fault ? endWith(told.fault, isJson) : EXIT_CODES.done.code;
  } catch (thrown) {
    return endWith(asCommandFault(thrown, site), isJson);
  }
}

async function carriedOut({ command, given }: Chosen, desk: Desk): Promise<Told> {
  try {
    return await command.run(desk, given);
  } catch (error) {
    if (desk.stopped.aborted && !(error instanceof CommandFault)) throw desk.stopped.reason;
    throw error;
  } finally {
    desk.close();
  }
}

async function writeTold({ document, text }: Told, isJson: boolean): Promise<void> {
  if (isJson) await written(process.stdout, `${JSON.stringify(document, null, 2)}\n`);
  else if (text !== '') await written(process.stdout, `${plainText(text)}\n`);
}

async function endWith(fault: CommandFault, isJson: boolean): Promise<number> {
  await written(process.stderr, isJson ? faultJson(fault) : plainText(faultText(fault)));
  return EXIT_CODES[fault.exit].code;
}

/** Resolves when all of it is with whoever reads, since the process ends then. */
function written(to: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    // Whoever read has had enough.
    to.once('error', () => resolve());
    to.write(text, () => resolve());
  });
}

function stopped(): CommandFault {
  return new CommandFault('stopped', {
    code: 'stopped',
    message: 'Stopped.',
    hint: 'What the site was asked for before, it does all the same.',
  });
}

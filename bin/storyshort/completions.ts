/** What a shell is told may come next: yargs' own words, and names that only the site knows. */
import yargs, { type FallbackCompletionFunction } from 'yargs';
import { OperationsClient } from '#bin/client/operations-client.ts';
import { readEnv } from '#jobs/env.server.ts';
import { COMMANDS_OF_SITE } from './all-commands';
import { GLOBAL_FLAGS, openConnection } from './desk';

/** Nobody waits longer for the next word, ms. */
const LONGEST_MS = 1500;
/** What a shell sends before the words typed so far. */
const ASKED_BY = '--get-yargs-completions';

const FILE_FLAGS: ReadonlySet<string> = new Set(['-o', '--out', '--file', '--token-file', '--music-file']);

/** What is to be completed; null for what yargs knows by itself. */
type Wanted = 'voice' | 'video' | 'file' | null;

/** @param words the program's name, and what was typed so far; the last one is being typed. Pure. */
export function wantedNext(words: readonly string[]): Wanted {
  const [before = '', current = ''] = words.slice(-2);
  if (before === '--voice') return 'voice';
  if (FILE_FLAGS.has(before)) return 'file';
  if (current.startsWith('-')) return null;
  const command = COMMANDS_OF_SITE.find(({ usage }) => usage.split(' ')[0] === before);
  return words.length > 2 && command ? command.first : null;
}

/**
 * Names that the site knows and a shell may put next, asked for before yargs is: it waits for nobody.
 * @param args as the shell's script sends them
 * @returns null where yargs knows by itself; none where the shell is to complete names of files, or nobody answers
 */
export async function namesNext(args: readonly string[]): Promise<string[] | null> {
  const words = args[0] === ASKED_BY ? args.slice(1) : [];
  const wanted = wantedNext(words);
  if (wanted === null) return null;
  return wanted === 'file' ? [] : namesOf(wanted, words).catch(() => []);
}

/** What yargs asks for the next words. @param names as `namesNext` has them */
export function completeLine(names: readonly string[] | null): FallbackCompletionFunction {
  return (_current, _given, usual, done) => {
    if (names !== null) return done([...names]);
    // Short names stand beside the long ones, and with two dashes they are none.
    return usual((_error, words = []) => done(words.filter((word) => !/^--\w(?::|$)/.test(word))));
  };
}

async function namesOf(wanted: 'voice' | 'video', words: readonly string[]): Promise<string[]> {
  const given = await yargs([...words])
    .options(GLOBAL_FLAGS)
    .help(false)
    .version(false)
    .parseAsync();
  const connection = await openConnection(given, readEnv(), AbortSignal.timeout(LONGEST_MS));
  const site = new OperationsClient(connection);
  if (wanted === 'voice') return (await site.ask('listVoices')).voices.map(({ name }) => name);
  return (await site.ask('listVideos')).videos.map(({ id }) => id);
}

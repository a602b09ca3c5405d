/** What one subcommand of `storyshort` is. */
import type { Argv } from 'yargs';
import type { ApiClient } from '#bin/client/api-client.ts';
import type { OperationsClient } from '#bin/client/operations-client.ts';
import type { SiteConnection } from '#bin/client/site-connection.ts';
import type { CommandFault } from './command-fault';

/** What every command may be given. */
export interface GlobalFlags {
  url?: string | undefined;
  'token-file'?: string | undefined;
  json?: boolean | undefined;
  quiet?: boolean | undefined;
}

/** What a command works with. */
export interface Desk {
  connection: SiteConnection;
  site: OperationsClient;
  /** The older addresses, where batches are. */
  older: ApiClient;
  /** Shows how far something is, for people alone. @param percent from 0 to 100 */
  show(percent: number, text: string): void;
  /** Says something along the way, for people alone. */
  say(line: string): void;
  /** How another call of the command is written for the same site. */
  callOf(rest: string): string;
  /** Ends all waiting. */
  stopped: AbortSignal;
  /** Ends a line that is still being drawn. */
  close(): void;
}

/** What comes of a command. */
export interface Told {
  /** For programs, as JSON. */
  document: unknown;
  /** For people; empty for nothing. */
  text: string;
  /** Why that is not what was asked for. */
  fault?: CommandFault;
}

export interface Command {
  /** As it is typed after the program's name, with its positional arguments. */
  usage: string;
  does: string;
  /** What is named first after it, for completion; null for nothing that could be completed. */
  first: 'video' | 'file' | null;
  /** Says to yargs what it takes. */
  takes(yargs: Argv<GlobalFlags>): Argv<unknown>;
  run(desk: Desk, given: unknown): Promise<Told>;
}

interface Described<Given> {
  usage: string;
  does: string;
  first?: 'video' | 'file';
  takes(yargs: Argv<GlobalFlags>): Argv<Given>;
  run(desk: Desk, given: Given): Promise<Told>;
}

/** A command whose arguments are typed by what it says that it takes. */
export function command<Given>({ usage, does, first, takes, run }: Described<Given>): Command {
  return {
    ...{ usage, does, first: first ?? null },
    takes: (yargs) => takes(yargs) as Argv<unknown>,
    // What was read is what the command says that it takes.
    run: (desk, given) => run(desk, given as Given),
  };
}

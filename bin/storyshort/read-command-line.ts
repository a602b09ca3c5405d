/** The command line: which command is meant, and with what. */
import yargs from 'yargs';
import manifest from '#package.json' with { type: 'json' };
import { COMMANDS_OF_SITE } from './all-commands';
import type { Command, GlobalFlags } from './command';
import { completeLine, namesNext } from './completions';
import { GLOBAL_FLAGS } from './desk';
import { exitLines } from './exit-codes';
import { wordedUsage } from './usage-words';

/** A command that was typed. */
export interface Chosen {
  command: Command;
  given: GlobalFlags;
}

const WIDEST = 110;

/**
 * @param args without the program's name
 * @returns null where yargs has answered by itself: help, version, completion
 * @throws CommandFault for what cannot be meant
 */
export async function readCommandLine(args: readonly string[]): Promise<Chosen | null> {
  let chosen: Chosen | null = null;
  const complete = completeLine(await namesNext(args));
  const names = COMMANDS_OF_SITE.map(nameOf);
  const parser = yargs([...args])
    .scriptName('storyshort')
    .locale('en')
    .usage('$0 <command>: films from stories, by a running StoryShort')
    .parserConfiguration({
      // What is typed is a text, and the last of two is meant.
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'duplicate-arguments-array': false,
      'camel-case-expansion': false,
    })
    .options(GLOBAL_FLAGS)
    .completion('completion', 'a script by which bash or zsh (by $SHELL) complete this command', complete)
    .demandCommand(1)
    .strict()
    .recommendCommands()
    .help()
    .alias('help', 'h')
    .version(manifest.version)
    .epilogue(`It ends with:\n${exitLines()}\n\nMore: docs/command-line.md`)
    .exitProcess(false)
    .fail((message, error) => {
      // What is wrong with the line comes with a message, and with an error of yargs' own or none.
      if (!message) throw error;
      throw wordedUsage(message, { args, flags: flagsOf(parser), commands: [...names, 'completion'] });
    });
  parser.wrap(Math.min(WIDEST, parser.terminalWidth() || WIDEST));
  for (const command of COMMANDS_OF_SITE) {
    parser.command(
      command.usage,
      command.does,
      (inner) => command.takes(inner),
      (given) => {
        chosen = { command, given: withDashes(given, args) };
      },
    );
  }
  await parser.parseAsync();
  return chosen;
}

/** What was given, with `-` where it was typed alone: yargs makes an empty text of it. */
function withDashes(given: object, args: readonly string[]): GlobalFlags {
  if (!args.includes('-') || args.includes('')) return given;
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value === '' ? '-' : value]));
}

/** The word by which a command is called. */
function nameOf({ usage }: Command): string {
  return usage.split(' ')[0] ?? '';
}

/** Flags that may stand where the line was last read; the types do not tell of it. */
function flagsOf(parser: unknown): string[] {
  const { key } = (parser as { getOptions(): { key: Record<string, unknown> } }).getOptions();
  return Object.keys(key);
}

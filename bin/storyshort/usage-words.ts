/** What is wrong with a command line, in words of ours: what yargs says of it, told again. Pure. */
import { type CommandFault, usageFault } from './command-fault';
import { didYouMean } from './near-word';

/** What is known where the command line went wrong. */
export interface Line {
  /** As it was typed. */
  args: readonly string[];
  /** Names of flags that may stand there, without dashes. */
  flags: readonly string[];
  /** Names of all commands. */
  commands: readonly string[];
}

/** @param message yargs' own, in English */
export function wordedUsage(message: string, line: Line): CommandFault {
  const named = line.args.find((arg) => line.commands.includes(arg));
  const hint = `See: storyshort ${named === undefined ? '' : `${named} `}--help`;
  const said = worded(message, line, named);
  return typeof said === 'string' ? usageFault(said, hint) : usageFault(...said);
}

type Said = string | [message: string, hint: string];

const FORMS: readonly [RegExp, (line: Line, parts: readonly string[], named: string | undefined) => Said][] =
  [
    [/^Unknown arguments?: (.+)$/, (line, [names = ''], named) => unknown(names.split(', '), line, named)],
    [/^Unknown commands?: (.+)$/, (line, [names = '']) => noCommand(names.split(', ')[0] ?? '', line)],
    [/^Did you mean (.+)\?$/, (line) => noCommand(firstWord(line), line)],
    [
      /Argument: (.+), Given: "(.*)", Choices: (.+)$/,
      (line, [name = '', given = '', choices = '']) => {
        const known = choices.split(', ').map((choice) => choice.replace(/^"|"$/g, ''));
        const what = line.flags.includes(name) && line.args.includes(dashed(name)) ? dashed(name) : name;
        return `“${given}” is none for ${what}: it takes ${known.join(', ')}.${didYouMean(given, known)}`;
      },
    ],
    [/^Not enough arguments following: (.+)$/, (_line, [name]) => `${dashed(name ?? '')} lacks its value.`],
    [
      /^Not enough non-option arguments/,
      (_line, _parts, named) => (named === undefined ? 'Say what is to be done.' : `“${named}” of what?`),
    ],
  ];

function worded(message: string, line: Line, named: string | undefined): Said {
  for (const [form, say] of FORMS) {
    const match = form.exec(message);
    if (match) return say(line, match.slice(1), named);
  }
  return message;
}

function unknown(names: readonly string[], line: Line, named: string | undefined): Said {
  const [name = ''] = names;
  if (name === 'token')
    return [
      'A token is no argument: others on this machine see the arguments of a process.',
      'Set it in STORYSHORT_TOKEN, or give the file that holds it by --token-file.',
    ];
  if (line.args.some((arg) => arg.replace(/=.*$/s, '') === dashed(name))) {
    const known = line.flags.filter((flag) => flag.length > 1);
    return `${dashed(name)} is no option here.${didYouMean(name, known, dashed)}`;
  }
  return named === undefined ? noCommand(name, line) : `“${name}” is one thing too many.`;
}

function noCommand(name: string, { commands }: Line): string {
  return `There is no command “${name}”.${didYouMean(name, commands)}`;
}

function firstWord({ args }: Line): string {
  return args.find((arg) => !arg.startsWith('-')) ?? '';
}

function dashed(name: string): string {
  return `${name.length === 1 ? '-' : '--'}${name}`;
}

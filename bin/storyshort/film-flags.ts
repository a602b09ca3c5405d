/** The options of a film as flags, with their values: the registry as yargs takes it. Pure. */
import type { Argv, Options } from 'yargs';
import { flagOf, type Option, valuesOf } from '#jobs/story/order/option.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import { flagsOf } from '#jobs/story/order/option-usage.ts';

const GROUP = 'The film:';

/** Each flag with the field that it fills, the title first. */
const FLAGS = flagsOf(OPTIONS);

/**
 * Has yargs take the film's title and the options of the registry; what was given of them is read by `filmFields`.
 * @param without names of options, and `title`, that are left out
 */
export function withFilmFlags<Given>(yargs: Argv<Given>, without: readonly string[] = []): Argv<Given> {
  const entries = Object.entries(OPTIONS).filter(([name]) => !without.includes(name));
  const flags: Record<string, Options> = {
    ...(!without.includes('title') && { title: TITLE_FLAG }),
    ...Object.fromEntries(entries.map(([name, option]) => [flagOf(name), flagFor(name, option)])),
  };
  // Their names come from the registry: no type tells of them.
  return yargs.options(flags) as unknown as Argv<Given>;
}

const TITLE_FLAG: Options = {
  ...{ type: 'string', requiresArg: true, group: GROUP },
  describe: 'shown at the start',
};

/** What was given of a film's title and options, by field. */
export function filmFields(given: object): Record<string, string> {
  const values = new Map<string, unknown>(Object.entries(given));
  return Object.fromEntries(
    FLAGS.flatMap(({ flag, field }) => {
      const value = values.get(flag);
      return typeof value === 'string' ? [[field, value]] : [];
    }),
  );
}

function flagFor(name: string, option: Option): Options {
  const choices = choicesOf(name, option);
  return {
    ...{ type: 'string', requiresArg: true, group: GROUP },
    describe: `${option.help.replaceAll('`', '')}${rangeOf(option)}`,
    ...(choices && { choices }),
  };
}

/** The values there are; null where the site may know more than the registry, or any text will do. */
function choicesOf(name: string, option: Option): string[] | null {
  if (name === 'voice') return null;
  if (option.kind === 'choice') return [...valuesOf(option)];
  return option.kind === 'seconds' ? option.choices.map(String) : null;
}

function rangeOf(option: Option): string {
  if (option.kind === 'count') return ` (${option.least} to ${option.most})`;
  return option.kind === 'language' ? ' (a BCP 47 tag, or auto)' : '';
}

/** The options as the command line takes them. Pure. */
import { flagOf, type Option, type Registry, valuesOf } from './option';

/** Each flag with the field that it fills. */
export function flagsOf(options: Registry): { flag: string; field: string }[] {
  return ['title', ...Object.keys(options)].map((field) => ({ flag: flagOf(field), field }));
}

/** What each flag takes and does, two lines for each. */
export function usageOf(options: Registry): string {
  const lines = Object.entries(options).flatMap(([name, option]) => [
    `  --${flagOf(name)} <${valueIn(option)}>`,
    `      ${option.help.replaceAll('`', '')}`,
  ]);
  return ['  --title <text>', '      shown at the start', ...lines].join('\n');
}

/** What a flag takes: `slow|normal|fast`. */
function valueIn(option: Option): string {
  switch (option.kind) {
    case 'choice':
      return valuesOf(option).join('|');
    case 'seconds':
      return option.choices.join('|');
    case 'count':
      return `${option.least}-${option.most}`;
    case 'language':
      return 'tag';
    case 'words':
      return 'text';
  }
}

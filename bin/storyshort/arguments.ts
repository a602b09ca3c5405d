/** Arguments that several commands take, as yargs is told of them. */
import type { Options, PositionalOptions } from 'yargs';

export const VIDEO_ARGUMENT = {
  type: 'string',
  demandOption: true,
  describe: 'id of the video, as “storyshort list” shows it',
} as const satisfies PositionalOptions;

export const OUT_FLAG = {
  type: 'string',
  alias: 'o',
  requiresArg: true,
  describe: 'file into which the film is put, - for standard output',
} as const satisfies Options;

export const WAIT_FLAG = {
  type: 'boolean',
  default: true,
  describe: 'waits until the film is there; --no-wait has it made and goes',
} as const satisfies Options;

/** A text that a flag takes. */
export function textFlag(describe: string) {
  return { type: 'string', requiresArg: true, describe } as const satisfies Options;
}

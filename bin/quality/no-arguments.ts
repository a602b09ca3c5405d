/** For a command that is the same for everything. @throws an Error that says so, when something was given */
export function noArguments(command: string, args: readonly string[]): void {
  if (args.length > 0)
    throw new Error(`npm run ${command} takes no arguments, but was given “${args.join(' ')}”.`);
}

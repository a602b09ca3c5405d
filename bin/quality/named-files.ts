/** Files by what a person calls them: a path, or any part of one. Pure. */

/** What stands before a first option are names; it and all that follows is the tool's own. */
export function splitArguments(args: readonly string[]): { names: string[]; options: string[] } {
  const first = args.findIndex((arg) => arg.startsWith('-'));
  if (first < 0) return { names: [...args], options: [] };
  return { names: args.slice(0, first), options: args.slice(first) };
}

/**
 * The files that the names stand for, each once, in the order of `files`. A name is a file's path from the root, a
 * folder's, or any part of one; where a file has exactly that path, it alone is meant.
 * @param files paths from the root, with `/`
 * @throws an Error that names the first name that stands for nothing
 */
export function filesNamed(names: readonly string[], files: readonly string[], kind: string): string[] {
  const meant = new Set(names.flatMap((name) => filesOf(name, files, kind)));
  return files.filter((file) => meant.has(file));
}

function filesOf(name: string, files: readonly string[], kind: string): string[] {
  const wanted = name.replaceAll('\\', '/').replace(/^\.\//, '');
  if (files.includes(wanted)) return [wanted];
  const found = files.filter((file) => file.toLowerCase().includes(wanted.toLowerCase()));
  if (found.length > 0) return found;
  const last = wanted.split('/').at(-1)?.split('.')[0]?.toLowerCase() ?? '';
  const near = last ? files.filter((file) => file.toLowerCase().includes(last)).slice(0, 3) : [];
  const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
  throw new Error(`No ${kind} is called “${name}”.${hint} Give a path from the root, or a part of one.`);
}

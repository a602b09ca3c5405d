/** A Dockerfile as its instructions, as far as ours goes: strict, so that what is not understood is a fault. Pure. */

export interface Instruction {
  keyword: Keyword;
  /** Of the first of its lines, from 1. */
  line: number;
  /** Such as `from` of `--from=site`. */
  flags: Readonly<Record<string, string>>;
  /** All after keyword and flags. */
  text: string;
  /** The words of an exec form (`["a", "b"]`); null for any other. */
  exec: readonly string[] | null;
}

const KEYWORDS = [
  ...['FROM', 'ARG', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'EXPOSE', 'VOLUME', 'USER'],
  ...['HEALTHCHECK', 'ENTRYPOINT', 'CMD'],
] as const;
type Keyword = (typeof KEYWORDS)[number];

export interface Stage {
  /** Image or earlier stage that it begins with, variables filled in. */
  base: string;
  name: string | null;
  instructions: readonly Instruction[];
}

/** @throws an Error that names the line which is not understood */
export function readDockerfile(text: string): Stage[] {
  const stages: (Stage & { instructions: Instruction[] })[] = [];
  const variables: Record<string, string> = {};
  for (const instruction of instructionsOf(text)) {
    const { keyword, line, text: rest } = instruction;
    const stage = stages.at(-1);
    if (keyword === 'FROM') {
      const found = /^(\S+)(?: AS (\w+))?$/.exec(filledIn(rest, variables));
      if (!found?.[1]) throw new Error(`Line ${line}: FROM what? ${rest}`);
      stages.push({ base: found[1], name: found[2] ?? null, instructions: [] });
    } else if (stage) stage.instructions.push(instruction);
    else if (keyword === 'ARG') Object.assign(variables, pairsOf(instruction));
    else throw new Error(`Line ${line}: ${keyword} stands before FROM.`);
  }
  return stages;
}

/** The variables that an ARG or ENV sets. @throws an Error where it is not `name=value` */
export function pairsOf({ text, line }: Instruction): Record<string, string> {
  const pairs = [...text.matchAll(/(\w+)=("[^"]*"|\S*)/g)];
  if (pairs.map(([pair]) => pair).join(' ') !== text)
    throw new Error(`Line ${line}: not name=value: ${text}`);
  return Object.fromEntries(
    pairs.map(([, name = '', value = '']) => [name, value.replace(/^"(.*)"$/, '$1')]),
  );
}

/** `${name}` and `$name`, filled in; what is not known becomes nothing, as in a shell. */
export function filledIn(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+)\}|\$(\w+)/g, (_, braced, plain) => variables[braced ?? plain] ?? '');
}

function instructionsOf(text: string): Instruction[] {
  const instructions: Instruction[] = [];
  let begun: { line: number; text: string } | null = null;
  for (const [index, written] of text.split('\n').entries()) {
    if (/^\s*(?:#.*)?$/.test(written)) continue;
    const line: number = begun?.line ?? index + 1;
    const whole: string = (begun?.text ?? '') + written.trim();
    begun = whole.endsWith('\\') ? { line, text: whole.slice(0, -1) } : null;
    if (!begun) instructions.push(instructionOf(whole, line));
  }
  if (begun) throw new Error(`Line ${begun.line}: the last instruction does not end.`);
  return instructions;
}

function instructionOf(written: string, line: number): Instruction {
  const [, keyword = '', flagged = '', text = ''] =
    /^(\S+)((?:\s+--[\w-]+=\S+)*)\s+(.+)$/.exec(written) ?? [];
  if (!isKeyword(keyword)) throw new Error(`Line ${line}: not understood: ${written}`);
  const flags = [...flagged.matchAll(/--([\w-]+)=(\S+)/g)].map(([, name, value]) => [name, value]);
  const list = /(\[.*\])$/.exec(text)?.[1];
  return { keyword, line, flags: Object.fromEntries(flags), text, exec: list ? JSON.parse(list) : null };
}

function isKeyword(word: string): word is Keyword {
  return (KEYWORDS as readonly string[]).includes(word);
}

/** Whether a path of the context is left out by a `.dockerignore`. Exceptions (`!`) are not understood. */
export function ignoredBy(ignoreFile: string): (path: string) => boolean {
  const patterns = ignoreFile
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const parts = line.split(/(\*\*\/|\*)/).map((part) => {
        if (part === '**/') return '(?:.*/)?';
        return part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
      });
      return new RegExp(`^${parts.join('')}(?:/|$)`);
    });
  return (path) => patterns.some((pattern) => pattern.test(path));
}

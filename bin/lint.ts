/**
 * `npm run lint`: lint, format and the order of imports, checked. `npm run format`: format and order put right;
 * what lint finds is left to a person. Both take names of files.
 */
import { failClearly } from './host/fail-clearly';
import { filesNamed, splitArguments } from './quality/named-files';
import { codeFiles } from './quality/source-files';
import { runTool } from './quality/tool';
import { ROOT } from './setup/install.mjs';

const ARGUMENTS: Record<string, string[]> = {
  check: ['check', '--error-on-warnings'],
  write: ['check', '--write', '--linter-enabled=false'],
};

async function main(): Promise<void> {
  const [way = '', ...args] = process.argv.slice(2);
  const { names, options } = splitArguments(args);
  const files = names.length > 0 ? filesNamed(names, codeFiles(), 'file') : [ROOT];
  process.exit(await runTool('biome', [...(ARGUMENTS[way] ?? []), ...options, ...files]));
}

main().catch(failClearly);

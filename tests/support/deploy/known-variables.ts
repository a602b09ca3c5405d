/** Which variables a process of ours may be given. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readEnv } from '#jobs/env.server.ts';

/** What the environment's one reader knows, what `.env.example` explains, and Node's own. */
const KNOWN: ReadonlySet<string> = new Set([
  ...Object.keys(readEnv({})).filter((name) => /^[A-Z_]+$/.test(name)),
  ...[
    ...readFileSync(resolve(import.meta.dirname, '../../../.env.example'), 'utf8').matchAll(/^#([A-Z_]+)=/gm),
  ].map(([, name = '']) => name),
  'NODE_ENV',
]);

/** Those that nobody reads. */
export function unknownVariables(names: Iterable<string>): string[] {
  return [...names].filter((name) => !KNOWN.has(name));
}

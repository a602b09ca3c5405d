/** The whole provider that `docs/providers.md` shows, taken from the page and run. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import * as call from '#jobs/ports/calls/call.ts';
import * as serverFaults from '#jobs/ports/calls/server-faults.ts';
import type { ProviderReader } from '#jobs/ports/provider.ts';
import * as storyProps from '#remotion/contract/story-props.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Where the page says that it stands; no such file exists. */
export const PLACE = join(ROOT, 'jobs/providers/paintbox/paintbox.ts');

/** The one block of code of the page that is a whole provider. */
export const EXAMPLE = exampleIn(readFileSync(join(ROOT, 'docs/providers.md'), 'utf8'));

function exampleIn(page: string): string {
  const blocks = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code ?? '');
  const whole = blocks.filter((code) => code.includes('Illustrator'));
  if (whole.length !== 1) throw new Error(`The page shows ${whole.length} whole providers.`);
  return whole[0] ?? '';
}

const OURS: Readonly<Record<string, unknown>> = {
  '#jobs/ports/calls/call.ts': call,
  '#jobs/ports/calls/server-faults.ts': serverFaults,
  '#remotion/contract/story-props.ts': storyProps,
  zod: createRequire(import.meta.url)('zod'),
};

/** Runs the example with what it needs of ours. */
export function loadExample(): { readPaintbox: ProviderReader } {
  const { outputText } = ts.transpileModule(EXAMPLE, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
  });
  const exports = {};
  const provide = (name: string) => {
    if (name in OURS) return OURS[name];
    throw new Error(`The example imports ${name}.`);
  };
  new Function('exports', 'require', outputText)(exports, provide);
  return exports as ReturnType<typeof loadExample>;
}

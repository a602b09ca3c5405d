/** Edits as a file brings them: one, or a list, as the API takes them. Pure. */
import { storyboardRequestSchema } from '#app/video/editor/storyboard-request.ts';
import { usageFault } from '#bin/storyshort/command-fault.ts';
import type { AskedEdit } from './asked-edits';

/** What may be asked of a storyboard besides an edit. */
const REQUESTS: ReadonlySet<unknown> = new Set(['edit', 'undo', 'redo', 'discard', 'revert', 'restore']);

/**
 * Reads edits; an edit by itself is meant as the request that asks for it.
 * @param name of the file, for what is wrong with it
 * @throws CommandFault that names the first one that is none
 */
export function readEdits(text: string, name: string): AskedEdit[] {
  const values = valuesIn(text, name);
  return values.map((value, at) => {
    const request = isRequest(value) ? value : { kind: 'edit', edit: value };
    const read = storyboardRequestSchema.safeParse(request);
    // As it was written: the site reads it by the same rules.
    if (read.success) return request as AskedEdit;
    const [issue] = read.error.issues;
    const path = issue?.path.join('.') ?? '';
    throw usageFault(
      `${name}, edit ${at + 1}: ${path === '' ? 'it' : `“${path}”`} is not as it should be: ${issue?.message}.`,
      'docs/api.md lists the edits and their parts. Nothing was changed.',
    );
  });
}

function isRequest(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && REQUESTS.has(value.kind);
}

function valuesIn(text: string, name: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch (error) {
    throw usageFault(
      `${name} is no JSON: ${error instanceof Error ? error.message : error}.`,
      'Write an edit such as {"kind": "set-film", "title": "…"}, or a list of them.',
    );
  }
}

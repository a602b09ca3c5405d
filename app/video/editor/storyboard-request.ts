/** What the editor asks of a storyboard, as it comes over the wire. */
import { z } from 'zod';
import { ApiFault } from '#app/http/api-fault.ts';
import { editSchema } from '#jobs/story/storyboard/edit.ts';

/** On which revision it was asked; null asks for no comparison. */
const revision = z.int().positive().nullable().default(null);

export const storyboardRequestSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('edit'), edit: editSchema, revision }),
    z.object({ kind: z.literal('undo'), revision }),
    z.object({ kind: z.literal('redo'), revision }),
    z.object({ kind: z.literal('discard'), revision }),
    z.object({ kind: z.literal('revert'), scene: z.uuid(), revision }),
    z.object({ kind: z.literal('restore'), version: z.int().positive(), revision }),
  ])
  .meta({ id: 'StoryboardRequest' });
export type WireRequest = z.infer<typeof storyboardRequestSchema>;

/** @throws ApiFault 422 that says which part is not as it should be */
export function readStoryboardRequest(fields: Record<string, unknown>): WireRequest {
  const read = storyboardRequestSchema.safeParse(fields);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new ApiFault(422, {
    code: 'edit_unreadable',
    message:
      where === '' ? 'The request is no edit.' : `“${where}” is not as it should be: ${issue?.message}.`,
    hint: 'docs/api.md lists the edits and their parts.',
    ...(where !== '' && { field: where }),
  });
}

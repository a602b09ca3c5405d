import { z } from 'zod';

const fieldErrorSchema = z.object({
  field: z.string().describe('Its name, or the way to it with points in between.'),
  detail: z.string().describe('What is wrong with it.'),
  hint: z.string().optional().describe('What to do, in a sentence.'),
  code: z.string().optional(),
});

/** Problem details (RFC 9457) with what our faults tell besides. */
export const problemSchema = z
  .object({
    type: z.string().describe('`urn:storyshort:fault:` and the code.'),
    title: z.string().describe('The code in words: the same for all faults of one code.'),
    status: z.int(),
    detail: z.string().describe('What happened and why, in a sentence.'),
    code: z.string().describe('Stable, machine-readable, snake_case.'),
    hint: z.string().describe('What to do next, in a sentence.'),
    retryable: z.boolean().describe('Whether the same request may succeed when it is sent again.'),
    errors: z.array(fieldErrorSchema).optional().describe('What is wrong, field by field.'),
    parts: z
      .array(z.string())
      .optional()
      .describe('Parts of a storyboard that somebody else has changed meanwhile, with `edit_conflict`.'),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457).' });

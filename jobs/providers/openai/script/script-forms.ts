/** In which form the writing model has a scene told, from its answer. Pure. */
import { z } from 'zod';
import type { Form } from '#remotion/contract/forms.ts';
import { writtenNumber } from '#remotion/forms/counting.ts';

export const shownAsSchema = z.object({
  kind: z
    .enum(['picture', 'words', 'quote', 'number', 'place'])
    .describe(
      'picture where somebody does something or a place can be seen; words for a thought, a claim or a turn that no picture shows; quote for somebody’s saying; number where a figure is the point; place where a date or a place opens the scene.',
    ),
  text: z
    .string()
    .describe(
      'Copied letter by letter from what is said in the scene: for words the few that matter most, for quote who said it, for number the figure with its unit, for place its name. Empty for a picture, or where nothing fits.',
    ),
});
export type ShownAs = z.infer<typeof shownAsSchema>;

const LONGEST = 300;

/**
 * The form that was meant; `undefined` for a picture. What is not in the narration is not shown: words then tell the
 * scene.
 */
export function formMeant({ kind, text }: ShownAs, narration: string): Form | undefined {
  if (kind === 'picture') return undefined;
  const copied = text.trim();
  const told = copied !== '' && copied.length <= LONGEST && narration.includes(copied) ? copied : null;
  switch (kind) {
    case 'words':
      return { kind, ...(told !== null && told !== narration.trim() && { stress: told }) };
    case 'quote':
      return { kind, ...(told !== null && { by: told }) };
    case 'number': {
      const value = told === null ? Number.NaN : writtenNumber(told);
      return told === null || !Number.isFinite(value) ? { kind: 'words' } : { kind, value, shown: told };
    }
    case 'place':
      return told === null ? { kind: 'words' } : { kind, name: told };
  }
}

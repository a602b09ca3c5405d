/** In which forms the writing model has scenes told, from its answer. Pure. */
import { z } from 'zod';
import { type Form, type FormOf, MAX_ICONS, MAX_ITEMS } from '#remotion/contract/forms.ts';
import { writtenNumber } from '#remotion/forms/number/counting.ts';

export const shownAsSchema = z.object({
  kind: z
    .enum(['picture', 'words', 'quote', 'number', 'list', 'place', 'icon'])
    .describe(
      'picture where somebody does something or a place can be seen; words for a thought, a claim or a turn that no picture shows; quote for somebody’s saying; number where a figure is the point; list for the scene that begins an item of a list or countdown; place where a date or a place opens the scene; icon for one to three things that are spoken of and that nobody uses there.',
    ),
  text: z
    .string()
    .describe(
      'Copied letter by letter from what is said in the scene: for words the few that matter most, for quote who said it, for number the figure with its unit, for list the item in few words, for place its name. For icon instead the things as English nouns, separated by commas. Empty for a picture, or where nothing fits.',
    ),
});
export type ShownAs = z.infer<typeof shownAsSchema>;

/** A scene as the model has it shown, with what is said in it. */
export interface ShownScene {
  shownAs: ShownAs;
  narration: string;
}

/** The drawing that shows an English noun, or null. */
export type FindIcon = (noun: string) => string | null;

const LONGEST = 300;

/**
 * The form that was meant for each scene; `undefined` for a picture. What is not in the narration, or has no drawing,
 * is not shown: words then tell the scene. A list of one item is none.
 */
export function formsMeant(scenes: readonly ShownScene[], iconOf: FindIcon): (Form | undefined)[] {
  const items = scenes.flatMap(({ shownAs, narration }) => {
    const item = shownAs.kind === 'list' ? toldIn(shownAs.text, narration) : null;
    return item === null ? [] : [{ item, narration }];
  });
  const list = items.length > 1 ? items.slice(0, MAX_ITEMS) : [];
  let told = 0;
  return scenes.map(({ shownAs, narration }) => {
    if (shownAs.kind !== 'list') return formMeant(shownAs, narration, iconOf);
    if (toldIn(shownAs.text, narration) === null || told >= list.length) return { kind: 'words' };
    return { kind: 'list', items: list.map(({ item }) => item), at: told++, mark: markOf(list) };
  });
}

function formMeant({ kind, text }: ShownAs, narration: string, iconOf: FindIcon): Form | undefined {
  const told = toldIn(text, narration);
  switch (kind) {
    case 'picture':
      return undefined;
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
    case 'icon': {
      const icons = text.split(',').flatMap((noun) => iconOf(noun.trim()) ?? []);
      const shown = [...new Set(icons)].slice(0, MAX_ICONS);
      return shown.length === 0 ? { kind: 'words' } : { kind, icons: shown };
    }
    case 'list':
      return { kind: 'words' };
  }
}

/** What was copied, where it is said indeed. */
function toldIn(text: string, narration: string): string | null {
  const copied = text.trim();
  return copied !== '' && copied.length <= LONGEST && narration.includes(copied) ? copied : null;
}

/** The author's own numbers count up or down; a list without them has points. */
function markOf(list: readonly { narration: string }[]): FormOf<'list'>['mark'] {
  const numbers = list.map(({ narration }) =>
    Number(/^\D{0,12}?(\d{1,2})\b/u.exec(narration)?.[1] ?? Number.NaN),
  );
  const steps = numbers.slice(1).map((number, at) => number - (numbers[at] ?? 0));
  if (steps.every((step) => step === 1)) return 'number';
  return steps.every((step) => step === -1) ? 'countdown' : 'bullet';
}

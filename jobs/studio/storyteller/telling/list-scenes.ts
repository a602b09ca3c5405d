/** A list as scenes: what leads to it, each item, and what follows. */
import type { CutScene } from '#jobs/studio/storyteller/forms/form-choice.ts';
import { narrationsOf } from '#jobs/studio/storyteller/scene-cutting.ts';
import { type FormOf, LIST_MARKS, MAX_ITEMS } from '#remotion/contract/forms.ts';
import { isCountdown, labelOf, type ToldList } from './list-items';

/** Most characters of a heading. */
const LONGEST_HEADING = 60;

/** The scenes of a list: the first of each item shows it in its place. @param isSteps things to be done, one by one */
export function listScenes(list: ToldList, language: string, isSteps: boolean): CutScene[] {
  const { before, items, after } = list;
  const labels = items.map(labelOf).slice(0, MAX_ITEMS);
  const heading = headingOf(before);
  const plain = (text: string): CutScene[] =>
    text === '' ? [] : narrationsOf(text, null, language).map((narration) => ({ narration }));
  const mark = isSteps
    ? 'check'
    : isCountdown(items)
      ? 'countdown'
      : hasNumbers(list)
        ? 'number'
        : LIST_MARKS[3];
  const told = items.flatMap((item, at) => {
    const [first, ...rest] = narrationsOf(item.text, null, language);
    if (first === undefined) return [];
    const form: FormOf<'list'> = { kind: 'list', ...(heading && { heading }), items: labels, at, mark };
    const scene: CutScene = at < MAX_ITEMS ? { narration: first, form } : { narration: first };
    return [scene, ...rest.map((narration): CutScene => ({ narration }))];
  });
  return [...plain(before), ...told, ...plain(after)];
}

const hasNumbers = ({ items }: ToldList): boolean => items.some(({ number }) => number !== null);

/** The first line before the items, where it is a heading. */
function headingOf(before: string): string | null {
  const line =
    before
      .split('\n')[0]
      ?.replace(/(?:\s|\p{Extended_Pictographic}|\ufe0f)+$/gu, '')
      .replace(/[:.]$/u, '')
      .trim() ?? '';
  return line !== '' && [...line].length <= LONGEST_HEADING ? line : null;
}

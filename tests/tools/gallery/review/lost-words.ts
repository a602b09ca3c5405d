/** Whether a telling has every word of its story, and none besides: word by word, in order. */
import type { Form } from '#remotion/contract/forms.ts';

/** What is said of a scene, and the form that shows the rest of its words; null for a picture. */
export interface ToldWords {
  narration: string;
  form: Form | null;
}

export interface WordFaults {
  /** Words of the story that are neither said nor shown. */
  lost: string[];
  /** Words that are said and do not stand there in the story. */
  added: string[];
}

/** Between words, also where no space stands; an apostrophe and a point within a number join. */
const BETWEEN = /[\s—–/…]+/u;
/** What a word is without the marks around it. */
const EDGES = /^[^\p{L}\p{M}\p{N}\p{Sc}]+|[^\p{L}\p{M}\p{N}\p{Sc}%°]+$/gu;
/** Marks before items: their order says them. */
const ITEM_MARK = /^\s*(?:\d{1,2}[.)](?=\s)|[①-⑳])/gmu;
/** Scripts that set no space between words: compared sign by sign. */
const UNSPACED =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}ー])/u;

/** The words of a text without the marks around them; of scripts that set no spaces, its signs. */
export function wordsOf(text: string): string[] {
  return text
    .split(BETWEEN)
    .flatMap((word) => word.split(UNSPACED))
    .map((word) => word.replace(EDGES, ''))
    .filter((word) => word !== '');
}

/**
 * Compares a story with what is said of it. What a form shows beside what is said, such as the names and times
 * of messages, is not lost.
 */
export function wordFaults(story: string, told: readonly ToldWords[]): WordFaults {
  const wanted = wordsOf(story.replace(ITEM_MARK, ''));
  const said = told.flatMap(({ narration }) => wordsOf(narration));
  const { onlyFirst, onlySecond } = differences(wanted, said);
  const shown = countOf(told.flatMap(({ form }) => (form ? shownBeside(form) : [])));
  const lost = onlyFirst.filter((word) => {
    const left = shown.get(word) ?? 0;
    shown.set(word, left - 1);
    return left <= 0;
  });
  return { lost, added: onlySecond };
}

/** Words that a form may show and nobody says. */
function shownBeside(form: Form): string[] {
  switch (form.kind) {
    case 'chat':
      return form.messages.flatMap(({ who, time }) => wordsOf(`${who} ${time ?? ''}`));
    case 'quote':
      return wordsOf(`${form.by ?? ''} ${form.about ?? ''}`);
    case 'list':
      return wordsOf(`${form.heading ?? ''} ${markOf(form)} ${form.items[form.at] ?? ''}`);
    case 'place':
      return wordsOf(`${form.date ?? ''} ${form.name ?? ''} ${form.to?.name ?? ''}`);
    case 'number':
      return wordsOf(`${form.shown} ${form.label ?? ''} ${form.before?.shown ?? ''}`);
    case 'words':
    case 'icon':
      return [];
  }
}

/** The number before an item. */
function markOf({ mark, at, items }: Form & { kind: 'list' }): string {
  if (mark === 'number') return String(at + 1);
  return mark === 'countdown' ? String(items.length - at) : '';
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** What of two lists is not in their longest common subsequence. */
function differences(first: readonly string[], second: readonly string[]) {
  const longest = Array.from({ length: first.length + 1 }, () => new Uint16Array(second.length + 1));
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
  for (let i = first.length - 1; i >= 0; i--) {
    const row = longest[i] as Uint16Array;
    for (let j = second.length - 1; j >= 0; j--)
      row[j] = first[i] === second[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const onlyFirst: string[] = [];
  const onlySecond: string[] = [];
  let [i, j] = [0, 0];
  while (i < first.length || j < second.length) {
    if (i < first.length && first[i] === second[j]) {
      i++;
      j++;
    } else if (j >= second.length || (i < first.length && at(i + 1, j) >= at(i, j + 1))) {
      onlyFirst.push(first[i++] as string);
    } else {
      onlySecond.push(second[j++] as string);
    }
  }
  return { onlyFirst, onlySecond };
}

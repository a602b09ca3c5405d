/**
 * Sentences that come out of the house as a whole, in English, as the API, the rows and the logs keep them: faults with
 * their hints, the history, verdicts, names of options. A catalogue knows them by the template that each was made from.
 * Pure.
 */
import type { Catalogue } from './language-catalogue';

/** What is longer is nobody's template. */
const LONGEST = 2000;
/** With fewer letters than these around its values a template recognizes numbers alone, as in `48 s`. */
const FEW_LETTERS = 8;
const NUMBER = /^\$?[\d.,:]+$/;
const PLACE = /\{\{(\d+)\}\}/g;
/** Between several reasons within one sentence. */
const BETWEEN_REASONS = '; ';
/** Where one sentence ends and another one begins. */
const BETWEEN_SENTENCES = /(?<=[.!?]) (?=\S)/;

interface Template {
  translation: string;
  /** What stands before, between and after its values. */
  parts: readonly string[];
  /** The numbers of its places, in their order. */
  places: readonly number[];
  takesNumbersAlone: boolean;
  /** Which of its values are quoted: what a person wrote or named, which is said in nobody else's words. */
  quotes: readonly boolean[];
}

/** Says a sentence in another language; one that it does not know stays as it is. */
export type Tell = (sentence: string) => string;

/** @param tellValue says a number or an amount of money by the customs of the language, and leaves anything else */
export function createTell(catalogue: Catalogue, tellValue: Tell = (value) => value): Tell {
  const templates = templatesOf(catalogue);
  // Words such as “constructor” are nobody's entry.
  const entries = new Map(Object.entries(catalogue));
  const known = new Map<string, string>();

  const recognized = (sentence: string): string | null => {
    const exact = entries.get(sentence);
    if (exact !== undefined) return exact;
    if (sentence.length > LONGEST) return null;
    for (const { parts, places, translation, takesNumbersAlone, quotes } of templates) {
      const values = valuesBetween(parts, sentence);
      if (!values || (takesNumbersAlone && !values.every((value) => NUMBER.test(value)))) continue;
      const told = values.map((value, at) => (quotes[at] ? value : toldValue(value)));
      const byPlace = new Map(places.map((place, at) => [String(place), told[at] ?? '']));
      return translation.replace(PLACE, (_, place: string) => byPlace.get(place) ?? '');
    }
    return null;
  };
  const toldValue = (value: string): string =>
    recognized(value) ??
    value
      .split(BETWEEN_REASONS)
      .map((part) => recognized(part) ?? tellValue(part))
      .join(BETWEEN_REASONS);
  const said = (sentence: string): string => {
    const parts = sentence.split(BETWEEN_SENTENCES);
    const told = parts.map(recognized);
    // A row of sentences that are all known is not one sentence with a long value.
    if (parts.length > 1 && told.every((part) => part !== null)) return told.join(' ');
    return recognized(sentence) ?? tellValue(parts.map((part, at) => told[at] ?? part).join(' '));
  };

  return (sentence) => {
    const before = known.get(sentence);
    if (before !== undefined) return before;
    const told = said(sentence);
    // Pages say the same again and again; what people wrote does not fill the memory.
    if (known.size < 2000 && sentence.length <= LONGEST) known.set(sentence, told);
    return told;
  };
}

/** Those that say most around their values come first. */
function templatesOf(catalogue: Catalogue): readonly Template[] {
  return Object.entries(catalogue)
    .map(([english, translation]) => {
      const places = [...english.matchAll(PLACE)].map(([, place]) => Number(place));
      const parts = english.split(/\{\{\d+\}\}/);
      const quotes = places.map(
        (_, at) => /[“"]$/.test(parts[at] ?? '') && /^[”"]/.test(parts[at + 1] ?? ''),
      );
      return { translation, places, parts, takesNumbersAlone: lettersIn(parts) < FEW_LETTERS, quotes };
    })
    .filter(({ places, parts }) => places.length > 0 && lettersIn(parts) > 0)
    .sort((a, b) => lengthOf(b.parts) - lengthOf(a.parts));
}

function lengthOf(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

function lettersIn(parts: readonly string[]): number {
  return [...parts.join('').matchAll(/\p{L}/gu)].length;
}

/**
 * What stands between the parts, each value as short as it can be; null where the sentence is of another template. In
 * time that grows with its length alone: sentences may quote what strangers wrote.
 */
function valuesBetween(parts: readonly string[], sentence: string): string[] | null {
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  if (!sentence.startsWith(first) || !sentence.endsWith(last)) return null;
  const end = sentence.length - last.length;
  const values: string[] = [];
  let at = first.length;
  for (const part of rest) {
    const found = sentence.indexOf(part, at);
    if (found < 0 || found + part.length > end) return null;
    values.push(sentence.slice(at, found));
    at = found + part.length;
  }
  if (at > end) return null;
  values.push(sentence.slice(at, end));
  return values;
}

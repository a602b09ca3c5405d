import { cloneElement, createElement, Fragment, type ReactElement } from 'react';
import { fill, type Values } from './filled-text';
import { useWords } from './use-words';

/** `<guide>more</guide>` or `<film/>`. */
const PART = /<(\w+)>(.*?)<\/\1>|<(\w+)\/>/gs;

/**
 * A text with elements in it, which stands as one sentence in the catalogues: `<Rich text="Read <guide>more</guide>."
 * parts={{ guide: <Link to="/more" /> }} />`. The elements get what stands between their tags; one without a text
 * between, `<film/>`, keeps its own children. No part stands within another, and no value is read for tags.
 */
export function Rich({
  text,
  parts,
  values = {},
}: {
  text: string;
  parts: Readonly<Record<string, ReactElement>>;
  values?: Values;
}) {
  const template = useWords().template(text, values);
  const shown: (string | ReactElement)[] = [];
  let end = 0;
  for (const { 0: whole, 1: open, 2: inner, 3: closed, index } of template.matchAll(PART)) {
    const part = parts[open ?? closed ?? ''];
    if (!part) continue;
    shown.push(fill(template.slice(end, index), values));
    shown.push(inner === undefined ? part : cloneElement(part, undefined, fill(inner, values)));
    end = index + whole.length;
  }
  shown.push(fill(template.slice(end), values));
  return createElement(Fragment, null, ...shown);
}

/** The form's contents from and to requests. Pure. */

import { shownAtFirst } from '#jobs/story/order/option.ts';
import { OPTIONS, type OptionName } from '#jobs/story/order/option-registry.ts';
import { type AlsoField, emptyRows } from './formats/also-fields';

/** Everything the form shows, as text. */
export type FormValues = Record<'story' | 'title' | OptionName | AlsoField, string>;

/** The form before anything is typed. */
export function emptyForm(): FormValues {
  const options = Object.entries(OPTIONS).map(([name, option]) => [name, shownAtFirst(option)]);
  const chosen = Object.fromEntries(options) as Record<OptionName, string>;
  return { story: '', title: '', ...chosen, ...emptyRows() };
}

/** What was sent, to be shown again; fields that are absent or no text are as in an empty form. */
export function sentForm(fields: Readonly<Record<string, unknown>>): FormValues {
  const values = emptyForm();
  for (const name of Object.keys(values) as (keyof FormValues)[]) {
    const sent = fields[name];
    // A NUL byte cannot be shown in a page.
    if (typeof sent === 'string') values[name] = sent.replaceAll('\0', '');
  }
  return values;
}

/** Values in the places of a text. Pure. */

export type Values = Readonly<Record<string, string | number>>;

/** `Saved {{when}}` with its values; a place that has none stays as it is. Nothing within a value is read again. */
export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place));
}

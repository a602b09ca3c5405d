/** The form's rows for further formats, as fields from and to requests; they work without script. Pure. */
import { FORMAT_OPTIONS, MOST_FORMATS } from '#jobs/story/formats/film-format.ts';

type Row = 1 | 2 | 3 | 4;
type FormatOption = (typeof FORMAT_OPTIONS)[number];

/** Name of a field of such a row. */
export type AlsoField = `also${Row}-${FormatOption}`;

const ROWS = ([1, 2, 3, 4] satisfies Row[]).slice(0, MOST_FORMATS);

/** The rows with the names of their fields. */
export const ALSO_ROWS = ROWS.map((row) => ({
  row,
  fields: Object.fromEntries(FORMAT_OPTIONS.map((name) => [name, `also${row}-${name}`])) as Record<
    FormatOption,
    AlsoField
  >,
}));

/** The rows before anything is chosen: none makes a format. */
export function emptyRows(): Record<AlsoField, string> {
  return Object.fromEntries(
    ALSO_ROWS.flatMap(({ fields }) => Object.values(fields).map((field) => [field, ''])),
  ) as Record<AlsoField, string>;
}

/** What the rows ask for, to be read as the formats of an order: a row without a shape asks for nothing. */
export function formatsAsked(fields: Readonly<Record<string, unknown>>): Record<string, unknown>[] {
  return ALSO_ROWS.filter(({ fields: { format } }) => Boolean(fields[format])).map(({ fields: names }) =>
    Object.fromEntries(FORMAT_OPTIONS.map((name) => [name, fields[names[name]]])),
  );
}

/** What the form for a new film held, as it is kept in the browser. Pure. */

/** Values of the form's fields by their names. */
export type Fields = Readonly<Record<string, string>>;

export interface KeptDraft {
  /** Of this draft for as long as it goes on, in whichever tab. */
  id: string;
  /** When it was last changed, ms since 1970. */
  at: number;
  /** The story that the page itself came with, such as a sample; empty for none. */
  given: string;
  fields: Fields;
  /** Names of the chosen files by their fields: the files themselves cannot be kept. */
  files: Fields;
  /** What was replaced by samples and may be brought back, the newest last. */
  aside: readonly Fields[];
}

/** So many replaced stories are kept. */
export const MOST_ASIDE = 5;

/** Reads a kept draft; null for what is none. */
export function parseDraft(text: string | null): KeptDraft | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

/**
 * Which draft a tab shows: the one that was worked on in this very tab, or its newer state where another tab went
 * on with it; else the one that was changed last anywhere.
 * @param own kept for this tab alone
 * @param shared kept for all tabs
 */
export function draftToShow(own: KeptDraft | null, shared: KeptDraft | null): KeptDraft | null {
  if (!own || !shared) return own ?? shared;
  return own.id === shared.id && shared.at > own.at ? shared : own;
}

function isDraft(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null) return false;
  const { id, at, given, fields, files, aside } = value as Record<keyof KeptDraft, unknown>;
  return (
    typeof id === 'string' &&
    typeof at === 'number' &&
    typeof given === 'string' &&
    isFields(fields) &&
    isFields(files) &&
    Array.isArray(aside) &&
    aside.every(isFields)
  );
}

function isFields(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((text) => typeof text === 'string');
}

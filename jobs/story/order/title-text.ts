/** The text of a title: how it is cleaned, and what keeps it from being one. */
import { cleanText, hasControlCharacters, type TextIssue } from './story-text';

/** Longest title, in characters as people count them. */
export const MAX_TITLE_CHARACTERS = 100;

/** A title as it is kept, in one line; empty where nothing is left of it. `hint` of an issue is an open sentence. */
export function checkTitle(value: unknown): string | TextIssue {
  if (typeof value !== 'string') {
    return {
      code: 'title_not_text',
      message: 'The title is not a text.',
      hint: 'Send the title as a string',
    };
  }
  if (hasControlCharacters(value)) {
    return {
      code: 'title_control_characters',
      message: 'The title holds characters that cannot be shown.',
      hint: 'Type the title again',
    };
  }
  const title = cleanText(value).replace(/\s+/g, ' ');
  const length = [...title].length;
  if (length <= MAX_TITLE_CHARACTERS) return title;
  return {
    code: 'title_too_long',
    message: `The title has ${length} characters; at most ${MAX_TITLE_CHARACTERS} fit on the screen.`,
    hint: 'Shorten the title',
  };
}

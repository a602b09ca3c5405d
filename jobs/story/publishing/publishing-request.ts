/** What a person says of a film that is to be published, read and checked. Pure. */
import {
  CATEGORY_IDS,
  LONGEST_DESCRIPTION_BYTES,
  LONGEST_TITLE,
  PRIVACIES,
  type PublishingWishes,
  type PublishingWords,
} from './publishing-choices';

/** What one field is refused for. */
export interface PublishingIssue {
  field: 'title' | 'description' | 'privacy' | 'madeForKids' | 'category';
  code: string;
  message: string;
  hint: string;
}

export type ReadRequest =
  | { ok: true; words: PublishingWords; wishes: PublishingWishes }
  | { ok: false; issues: PublishingIssue[] };

/**
 * Reads the fields of a form, or of a program's request.
 * @param suggested the words that stand where none are given
 */
export function readPublishingRequest(
  fields: Readonly<Record<string, unknown>>,
  suggested: PublishingWords,
): ReadRequest {
  const title = textOf(fields.title, suggested.title);
  const description = textOf(fields.description, suggested.description).replace(/\r\n?/g, '\n');
  const privacy = PRIVACIES.find((name) => name === (fields.privacy ?? 'private'));
  const category = CATEGORY_IDS.find((id) => id === String(fields.category ?? '24'));
  const madeForKids = answerOf(fields.madeForKids);
  const issues = [
    ...titleIssues(title),
    ...descriptionIssues(description),
    ...(privacy ? [] : [choice('privacy', 'publishing_privacy', 'Choose private, unlisted or public.')]),
    ...(category ? [] : [choice('category', 'publishing_category', 'Choose one of the categories.')]),
    ...(madeForKids === null
      ? [choice('madeForKids', 'publishing_made_for_kids', 'Say whether the film is made for children.')]
      : []),
  ];
  if (issues.length > 0 || !privacy || !category || madeForKids === null) return { ok: false, issues };
  return { ok: true, words: { title, description }, wishes: { privacy, madeForKids, category } };
}

function textOf(given: unknown, suggested: string): string {
  return (typeof given === 'string' ? given : suggested).replaceAll('\0', '').toWellFormed().trim();
}

/** It is asked for and never guessed. */
function answerOf(given: unknown): boolean | null {
  if (given === true || given === 'yes') return true;
  return given === false || given === 'no' ? false : null;
}

function choice(field: PublishingIssue['field'], code: string, message: string): PublishingIssue {
  return { field, code, message, hint: 'Nothing else was changed: choose it and publish again.' };
}

function titleIssues(title: string): PublishingIssue[] {
  const issue = (code: string, message: string, hint: string): PublishingIssue[] => [
    { field: 'title', code, message, hint },
  ];
  if (title === '')
    return issue('publishing_title_empty', 'The title is empty.', 'Give the film a title of a few words.');
  if ([...title].length > LONGEST_TITLE)
    return issue(
      'publishing_title_long',
      `The title has ${[...title].length} characters, and may have ${LONGEST_TITLE}.`,
      'Shorten it.',
    );
  return /[<>]/.test(title)
    ? issue('publishing_title_brackets', 'A title must not hold < or >.', 'Write it without them.')
    : [];
}

function descriptionIssues(description: string): PublishingIssue[] {
  const issue = (code: string, message: string, hint: string): PublishingIssue[] => [
    { field: 'description', code, message, hint },
  ];
  const bytes = new TextEncoder().encode(description).length;
  if (bytes > LONGEST_DESCRIPTION_BYTES)
    return issue(
      'publishing_description_long',
      `The description has ${bytes} bytes, and may have ${LONGEST_DESCRIPTION_BYTES}.`,
      'Shorten it; letters beyond English count for more than one.',
    );
  return /[<>]/.test(description)
    ? issue(
        'publishing_description_brackets',
        'A description must not hold < or >.',
        'Write it without them.',
      )
    : [];
}

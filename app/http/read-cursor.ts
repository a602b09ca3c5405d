import { ApiFault } from './api-fault';

/**
 * The transition that a question's `since` names; null where it names none.
 * @throws ApiFault 400 when it is no transition's id.
 */
export function readCursor(text: string | null): string | null {
  if (text === null || /^\d{1,18}$/.test(text)) return text;
  throw new ApiFault(400, {
    code: 'invalid_since',
    message: 'That is not the id of a transition.',
    hint: 'Send the cursor of an earlier answer as it was given, 0 for all transitions, or no since at all.',
  });
}

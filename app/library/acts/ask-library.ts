/** Sends what the home page asks for. A server that does not answer leaves the page standing. */
import type { PublicFault } from '#app/http/api-fault.ts';
import { toldFault } from '#app/http/told-fault.ts';
import { phrase } from '#app/language/phrase.ts';
import { LIBRARY_INTENTS, type LibraryAnswer, type LibraryIntent } from './library-answer';

/**
 * @param asked the form that is sent
 * @param send asks the server
 */
export async function askLibrary(asked: FormData, send: () => Promise<unknown>): Promise<LibraryAnswer> {
  const intent = LIBRARY_INTENTS.find((name) => name === asked.get('intent')) ?? 'undo';
  try {
    const answer = await send();
    return isAnswer(answer) ? answer : refused(intent, toldFault(answer) ?? UNEXPECTED);
  } catch (thrown) {
    // `fetch` throws a TypeError where no answer came.
    return refused(intent, thrown instanceof TypeError ? UNREACHABLE : UNEXPECTED);
  }
}

function refused(intent: LibraryIntent, fault: PublicFault): LibraryAnswer {
  return { done: null, intent, fault };
}

function isAnswer(answer: unknown): answer is LibraryAnswer {
  return typeof answer === 'object' && answer !== null && 'done' in answer;
}

const UNREACHABLE: PublicFault = {
  code: 'unreachable',
  message: phrase('StoryShort cannot be reached just now, so nothing was changed.'),
  hint: phrase('See that it is running, then try again.'),
};

const UNEXPECTED: PublicFault = {
  code: 'unexpected',
  message: phrase('That did not work: something went wrong on our side.'),
  hint: phrase('Try again in a moment.'),
};

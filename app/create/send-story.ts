/** Sends the form in the browser. Whatever becomes of it, the form stays until there is a video. */
import { toldFault } from '#app/http/told-fault.ts';
import { phrase } from '#app/language/phrase.ts';
import { forgetDraft } from './draft/draft-store';
import type { Refusal } from './refusal';

/**
 * @param send asks the server; throws its redirect to the new video.
 * @returns why no video was made
 * @throws the redirect
 */
export async function sendStory(send: () => Promise<unknown>): Promise<Refusal> {
  try {
    const answer = await send();
    return isRefusal(answer) ? answer : refusedBy(answer);
  } catch (thrown) {
    if (!(thrown instanceof Response)) return isNoAnswer(thrown) ? UNREACHABLE : UNEXPECTED;
    if (thrown.status < 300 || thrown.status >= 400) return UNEXPECTED;
    forgetDraft();
    throw thrown;
  }
}

const UNREACHABLE: Refusal = {
  issues: [],
  values: null,
  fault: {
    code: 'unreachable',
    message: phrase('StoryShort cannot be reached just now.'),
    hint: phrase(
      'Nothing is lost: your story and your choices are kept here. See that it is running, then press the button again.',
    ),
  },
};

const UNEXPECTED: Refusal = {
  issues: [],
  values: null,
  fault: {
    code: 'unexpected',
    message: phrase('The film was not begun: something went wrong on our side.'),
    hint: phrase(
      'Nothing is lost: your story and your choices are kept here. Press the button again in a moment.',
    ),
  },
};

/** What the guards before the pages say, such as that a file is too large. */
function refusedBy(answer: unknown): Refusal {
  const fault = toldFault(answer);
  return fault ? { issues: [], values: null, fault } : UNEXPECTED;
}

function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'issues' in answer && 'fault' in answer;
}

/** `fetch` throws a TypeError where no answer came; Remix throws errors of other kinds that the server told. */
function isNoAnswer(thrown: unknown): boolean {
  return thrown instanceof TypeError;
}

/** Sends a form about batches in the browser: whatever becomes of it, what it holds stays. */
import type { PublicFault } from '#app/http/api-fault.ts';
import { toldFault } from '#app/http/told-fault.ts';
import { phrase } from '#app/language/phrase.ts';
import type { BatchAnswer } from './batch-form';

const UNREACHABLE: PublicFault = {
  code: 'unreachable',
  message: phrase('StoryShort cannot be reached just now.'),
  hint: phrase(
    'Nothing is lost: what you sent is still here. See that it is running, then press the button again.',
  ),
};

const UNEXPECTED: PublicFault = {
  code: 'unexpected',
  message: phrase('Nothing was done: something went wrong on our side.'),
  hint: phrase('Nothing is lost: what you sent is still here. Press the button again in a moment.'),
};

/**
 * @param send asks the server; throws its redirect to the new batch.
 * @throws the redirect
 */
export async function sendBatch(send: () => Promise<unknown>): Promise<BatchAnswer> {
  const fault = await faultOf(send);
  if (fault !== null && 'issues' in fault) return fault as BatchAnswer;
  return { id: 'unsent', values: null, issues: [], estimate: null, fault: fault as PublicFault | null };
}

/** Why what a batch was to do was not done. @throws the redirect where it was */
export async function sendAct(send: () => Promise<unknown>): Promise<{ fault: PublicFault } | null> {
  const fault = await faultOf(send);
  return fault && !('issues' in fault) ? { fault } : null;
}

async function faultOf(send: () => Promise<unknown>): Promise<PublicFault | BatchAnswer | null> {
  try {
    const answer = await send();
    if (typeof answer === 'object' && answer !== null && 'issues' in answer) return answer as BatchAnswer;
    return toldFault(answer);
  } catch (thrown) {
    if (thrown instanceof Response && thrown.status >= 300 && thrown.status < 400) throw thrown;
    // `fetch` throws a TypeError where no answer came.
    return thrown instanceof TypeError ? UNREACHABLE : UNEXPECTED;
  }
}

/** Which troubles are waited through while a film is made. Pure. */
import { AnsweredFault } from '#bin/client/answered-fault.ts';
import { NobodyAnswers } from '#bin/client/site-connection.ts';
import { exitOfStatus } from './exit-codes';

/** A site that is started anew is back by then: as often as it is asked in two minutes. */
const MOST_TROUBLES = 240;

/** Whether it may be otherwise in a moment. @param times how often in a row it was so */
export function isPassing(error: unknown, times: number): boolean {
  const mayPass =
    error instanceof NobodyAnswers ||
    (error instanceof AnsweredFault && exitOfStatus(error.status) === 'away');
  return mayPass && times < MOST_TROUBLES;
}

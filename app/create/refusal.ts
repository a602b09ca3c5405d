import type { PublicFault } from '#app/http/api-fault.ts';
import type { DraftIssue } from '#jobs/story/order/draft.ts';
import type { FormValues } from './create-form';

/** Why the form made no video. */
export interface Refusal {
  issues: DraftIssue[];
  /** What is wrong with the request as a whole. */
  fault: PublicFault | null;
  /** What was sent, for a page that has to show it again; null where the form still holds it. */
  values: FormValues | null;
}

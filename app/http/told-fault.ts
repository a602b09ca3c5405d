import type { PublicFault } from './api-fault';

/** What an answer says is wrong, where it is the refusal of the API or of the guards before the pages; else null. */
export function toldFault(answer: unknown): PublicFault | null {
  const error = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : null;
  if (typeof error !== 'object' || error === null) return null;
  const { code, message, hint } = error as Record<string, unknown>;
  if (typeof code !== 'string' || typeof message !== 'string' || typeof hint !== 'string') return null;
  return { code, message, hint };
}

import { type AppLoadContext, json } from '@remix-run/node';
import { ApiFault, asApiFault, type PublicFault } from './api-fault';

const NO_STORE = { 'Cache-Control': 'no-store' };

/**
 * Runs an API handler: what it returns is answered as JSON, what it throws as `{error: {code, message, hint}}`.
 * @param work returns the answer's body with its status and further headers.
 */
export async function answerApi<T>(
  context: AppLoadContext,
  work: () => Promise<{ status: number; body: T; headers?: Record<string, string> }>,
) {
  try {
    const { status, body, headers } = await work();
    return json(body, { status, headers: { ...NO_STORE, ...headers } });
  } catch (thrown) {
    const { status, fault } = asApiFault(thrown) ?? unexpectedFault(context, thrown);
    if (status === 507) context.log.warn({ err: thrown }, 'What an API request brought could not be stored.');
    const error: PublicFault = fault;
    return json({ error }, { status, headers: NO_STORE });
  }
}

/** The answer of an address that does not understand a method. */
export function methodNotAllowed(method: string, allowed: readonly string[]) {
  const error: PublicFault = {
    code: 'method_not_allowed',
    message: `${method} is not possible here.`,
    hint: `Use ${allowed.join(' or ')}.`,
  };
  return json({ error }, { status: 405, headers: { ...NO_STORE, Allow: allowed.join(', ') } });
}

/** The fault that is told of what nobody foresaw; it is logged in full. */
export function unexpectedFault(context: AppLoadContext, thrown: unknown): ApiFault {
  context.log.error({ err: thrown }, 'An API request failed.');
  return new ApiFault(500, {
    code: 'unexpected',
    message: 'Something went wrong on our side.',
    hint: 'Try again in a moment; the server’s log has the details.',
  });
}

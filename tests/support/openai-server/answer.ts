/** An answer before it is sent, so that faults can spoil it on the way. */
export interface Answer {
  status: number;
  type: string;
  body: Uint8Array;
  headers?: Record<string, string>;
}

export function jsonAnswer(value: unknown, status = 200, headers?: Record<string, string>): Answer {
  return {
    status,
    type: 'application/json',
    body: Buffer.from(JSON.stringify(value)),
    ...(headers && { headers }),
  };
}

export interface ErrorFacts {
  message: string;
  type?: string;
  code?: string | null;
  param?: string | null;
}

/** The same answer; an error repeats what the client said of itself, wherever there is room for it. */
export function withEcho(answer: Answer, authorization: string): Answer {
  if (answer.status < 400 || authorization === '') return answer;
  const { error } = JSON.parse(Buffer.from(answer.body).toString()) as { error: ErrorFacts };
  const message = `${error.message} (sent with ${authorization})`;
  const headers = { ...answer.headers, 'x-request-id': authorization.replace(/\s/g, '-') };
  return jsonAnswer({ error: { ...error, message, param: authorization } }, answer.status, headers);
}

/** An error in the protocol's form. */
export function errorAnswer(status: number, facts: ErrorFacts, headers?: Record<string, string>): Answer {
  const { message, type = 'invalid_request_error', code = null, param = null } = facts;
  return jsonAnswer({ error: { message, type, code, param } }, status, headers);
}

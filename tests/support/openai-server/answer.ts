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

/** An error in the protocol's form. */
export function errorAnswer(status: number, facts: ErrorFacts, headers?: Record<string, string>): Answer {
  const { message, type = 'invalid_request_error', code = null, param = null } = facts;
  return jsonAnswer({ error: { message, type, code, param } }, status, headers);
}

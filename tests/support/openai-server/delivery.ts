/** Sending an answer, or as much of it as a fault lets through. */
import type { ServerResponse } from 'node:http';
import type { Answer } from './answer';
import type { ServerFault } from './fault-plan';

/** Sends an answer; true when all of it was sent and it is a success, which is paid for. */
export function deliver(response: ServerResponse, answer: Answer, fault: ServerFault | null): boolean {
  const half = answer.body.subarray(0, Math.ceil(answer.body.length / 2));
  switch (fault?.kind) {
    case 'reset':
      response.writeHead(answer.status, {
        'content-type': answer.type,
        'content-length': answer.body.length,
      });
      // Reset only after the half has left, or the client would see no answer at all.
      response.write(half, () => response.socket?.resetAndDestroy());
      return false;
    case 'stall':
      response.writeHead(answer.status, { 'content-type': answer.type });
      response.write(half);
      return false;
    case 'truncate':
      response.writeHead(answer.status, { 'content-type': answer.type });
      response.end(half);
      return false;
    default:
      send(response, answer);
      return answer.status === 200;
  }
}

export function send(response: ServerResponse, { status, type, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': body.length, ...headers });
  response.end(body);
}

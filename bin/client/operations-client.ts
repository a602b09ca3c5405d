/** `/api/v1` for programs of this repository: every operation by its name, typed by what it says of itself. */
import type { z } from 'zod';
import { API_ROOT, type Operation } from '#app/api/operation.ts';
import { OPERATIONS, type OperationId, type Operations } from '#app/api/operations/all-operations.ts';
import type { SiteConnection } from './site-connection';

type Part<Described, Name extends string> =
  Described extends Record<Name, infer Schema extends z.ZodType> ? z.input<Schema> : Record<string, never>;

type SentBody<Described> = Described extends {
  body: { kind: 'json'; schema: infer Schema extends z.ZodType };
}
  ? z.input<Schema>
  : Described extends { body: { kind: 'fields' } }
    ? Readonly<Record<string, unknown>> | FormData
    : Blob;

/** What is sent to an operation. */
export interface Sent<Id extends OperationId> {
  params?: Part<Operations[Id], 'params'>;
  query?: Part<Operations[Id], 'query'>;
  body?: SentBody<Operations[Id]>;
  /** `Idempotency-Key` of what makes something. */
  key?: string;
}

type Said<Answers> = {
  [Status in keyof Answers]: Answers[Status] extends { schema: infer Schema extends z.ZodType }
    ? z.output<Schema>
    : undefined;
}[keyof Answers];

/** What an operation answers; nothing where it has no JSON. */
export type AnswerTo<Id extends OperationId> = Said<Operations[Id]['answers']>;

export class OperationsClient {
  readonly #connection: SiteConnection;

  constructor(connection: SiteConnection) {
    this.#connection = connection;
  }

  /**
   * Asks for an operation.
   * @throws what `SiteConnection.ask` throws; NobodyAnswers also where the site is of another version, and its answer
   *   is not what this one understands
   */
  async ask<Id extends OperationId>(id: Id, sent: Sent<Id> = {}): Promise<AnswerTo<Id>> {
    const operation: Operation = OPERATIONS[id];
    const response = await this.#send(id, sent);
    const schema = operation.answers[response.status]?.schema;
    if (!schema) {
      await response.body?.cancel();
      return undefined as AnswerTo<Id>;
    }
    const answer = await this.#connection.jsonOf(response);
    return this.#connection.understood(schema, answer, id) as AnswerTo<Id>;
  }

  #send<Id extends OperationId>(id: Id, { params, query, body, key }: Sent<Id>): Promise<Response> {
    const { method, path }: Operation = OPERATIONS[id];
    const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
      encodeURIComponent(String((params as Record<string, unknown> | undefined)?.[name])),
    );
    const asked = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
    const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]));
    const isRaw = body instanceof FormData || body instanceof Blob;
    return this.#connection.ask(`${API_ROOT}${filled}${search.size > 0 ? `?${search}` : ''}`, {
      method,
      headers: {
        ...(body !== undefined && !isRaw && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      ...(body !== undefined && { body: isRaw ? body : JSON.stringify(body) }),
    });
  }
}

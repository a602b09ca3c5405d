/** What is done about an operation: its types follow from what the operation says of itself. */
import type { AppLoadContext } from '@remix-run/node';
import type { z } from 'zod';
import type { Operation } from '#app/api/operation.ts';
import type { OperationId, Operations } from '#app/api/operations/all-operations.ts';
import type { StreamedEvent } from '#app/events/event-stream.ts';
import type { MadeFile } from '#app/http/answer-file.server.ts';

type Read<Described, Part extends string> =
  Described extends Record<Part, infer Schema extends z.ZodType> ? z.output<Schema> : Record<never, never>;

type BodyOf<Described> = Described extends { body: { kind: 'json'; schema: infer Schema extends z.ZodType } }
  ? z.output<Schema>
  : Described extends { body: { kind: 'fields' } }
    ? Record<string, unknown>
    : undefined;

/** A request that was read as its operation says. */
export interface Asked<Described> {
  params: Read<Described, 'params'>;
  query: Read<Described, 'query'>;
  body: BodyOf<Described>;
  /** For what is read as it comes, such as files. */
  request: Request;
  /** Its `Idempotency-Key`; null where none was sent, or nothing is made. */
  key: string | null;
}

/** One of the answers that an operation says it has. */
type AnswerOf<Described extends Operation> = {
  [Status in keyof Described['answers'] & number]: Described['answers'][Status] extends {
    schema: infer Schema extends z.ZodType;
  }
    ? { status: Status; body: z.output<Schema>; location?: string }
    : Described['answers'][Status] extends { events: infer Schema extends z.ZodType }
      ? { status: Status; events: AsyncIterable<StreamedEvent & { data: z.output<Schema> }> }
      : Described['answers'][Status] extends { file: string }
        ? { status: Status; file: MadeFile; mark: string }
        : { status: Status };
}[keyof Described['answers'] & number];

/** Does what is asked for. It may throw whatever `asApiFault` understands. */
export type Handler<Id extends OperationId> = (
  context: AppLoadContext,
  asked: Asked<Operations[Id]>,
) => Promise<AnswerOf<Operations[Id]>>;

/** What comes of an operation, whichever it is. */
export type Outcome = {
  status: number;
  body?: unknown;
  location?: string;
  file?: MadeFile;
  mark?: string;
  events?: AsyncIterable<StreamedEvent>;
};

/** Handlers of some operations, by their names. */
export type Handlers<Ids extends OperationId> = { [Id in Ids]: Handler<Id> };

/**
 * What a program may ask of `/api/v1`: each operation is one plain value, from which the router, its guards, the
 * OpenAPI document and the documentation are made. Pure; what is done about it is in `handlers/`.
 */
import type { z } from 'zod';
import type { TokenScope } from '#jobs/accounts/token-scope.ts';

/** Where all operations are. */
export const API_ROOT = '/api/v1';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** How much a body may bring; the figures are in `app/server/body-limit.ts`. */
export type BodySize = 'text' | 'music' | 'own-file' | 'project';

/** What is sent along. */
export type Body =
  /** JSON, read by its schema before anything else happens. */
  | { kind: 'json'; size: 'text'; schema: z.ZodType }
  /** Fields in JSON, or in a form with a file; they are read by rules of their own, of which the schema tells. */
  | { kind: 'fields'; size: BodySize; schema: z.ZodType; file: string }
  /** A file, as the body or in that field of a form. */
  | { kind: 'file'; size: BodySize; types: readonly [string, ...string[]]; field: string };

/** What comes back where all goes well. */
export interface Answer {
  says: string;
  /** What it is in JSON; absent where there is no body, a file or events. */
  schema?: z.ZodType;
  /** What each event is in JSON, where they are sent as they happen. */
  events?: z.ZodType;
  /** Media type of the file. */
  file?: string;
}

export interface Operation {
  method: Method;
  /** Below the root, with `{names}`. Where there is an `{id}`, it is a video's that the visitor may see. */
  path: `/${string}`;
  group: 'Videos' | 'Storyboards' | 'Files' | 'Publishing' | 'House';
  /** In a few words, without a point. */
  summary: string;
  /** More of it, in sentences. */
  about?: string;
  /** Parts of the path, each from text. */
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: Body;
  answers: Readonly<Record<number, Answer>>;
  /** Codes of what may be wrong, beyond what may be with every request. */
  faults: readonly string[];
  /** Whether fields of the body are refused one by one, each by a code of its own. */
  refusesFields?: boolean;
  /** Whether it makes something new, once for each `Idempotency-Key`. */
  creates: boolean;
  /** What a token has to let a program do. */
  scope: TokenScope;
  /** For which limit it counts; null for what is free to be asked. */
  counts: 'create' | 'upload' | 'process' | 'change' | null;
}

/** An operation, whose own types are kept. */
export function operation<const Described extends Operation>(described: Described): Described {
  return described;
}

/** Whether it brings back what is there and changes nothing. */
export function isReading({ method }: Pick<Operation, 'method'>): boolean {
  return method === 'GET';
}

/** Whether its answer goes on while things happen. */
export function isStreaming({ answers }: Pick<Operation, 'answers'>): boolean {
  return Object.values(answers).some(({ events }) => events !== undefined);
}

/** Whether its answer has an ETag, by which whoever has it already is told so. */
export function isMarked(operation: Operation): boolean {
  return isReading(operation) && !isStreaming(operation);
}

/** Names in a path's template, in their order. */
export function namesIn(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** The API as its own document describes it: asked by the names of its operations, every answer held against it. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import type { Json, OpenApiDocument } from '#app/api/openapi-document.ts';

/** An answer as the test server gives it. */
export interface SeenAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** An operation as the document has it. */
export interface DescribedOperation {
  id: string;
  method: string;
  /** Below the root, with `{names}`. */
  path: string;
  part: Json;
}

export class DescribedApi {
  readonly document: OpenApiDocument;
  readonly operations: readonly DescribedOperation[];
  /** Names of those whose answers were held against the document. */
  readonly held = new Set<string>();
  readonly #ajv: Ajv2020;

  constructor(document: OpenApiDocument) {
    this.document = document;
    this.operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, part]) => ({
        ...{ id: String(part.operationId), method: method.toUpperCase(), path, part },
      })),
    );
    // What the document says besides is no schema's business.
    this.#ajv = new Ajv2020({ strict: false, allErrors: true, formats: { uuid: true } });
    this.#ajv.addSchema(document, 'openapi');
  }

  operation(id: string): DescribedOperation {
    const found = this.operations.find((operation) => operation.id === id);
    if (!found) throw new Error(`The document has no ${id}.`);
    return found;
  }

  /** The address of an operation on the site. */
  addressOf({ path }: DescribedOperation, params: Record<string, string>, query = ''): string {
    const [{ url }] = this.document.servers as [{ url: string }];
    const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    );
    return `${url}${filled}${query === '' ? '' : `?${query}`}`;
  }

  /** What is not as the document says of an operation's answer, a line each. */
  faultsOf({ id, method, path, part }: DescribedOperation, answer: SeenAnswer): string[] {
    this.held.add(id);
    const { status } = answer;
    const said = (part.responses as Record<string, Json>)[String(status)];
    if (!said) return [`${id}: ${status} is not described: ${answer.text.slice(0, 300)}`];
    const content = said.content as Record<string, Json> | undefined;
    if (!content) return answer.text === '' ? [] : [`${id}: ${status} has a body, which is not described.`];
    const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
    if (!content[type]) return [`${id}: ${status} is ${type}, which is not described.`];
    if (!type.endsWith('json')) return [];
    const pointer = ['paths', path, method.toLowerCase(), 'responses', status, 'content', type, 'schema'];
    return this.#problemsWith(JSON.parse(answer.text), pointer).map((line) => `${id}: ${status}: ${line}`);
  }

  /** Holds an answer against the document. */
  hold(operation: DescribedOperation, answer: SeenAnswer): void {
    expect(this.faultsOf(operation, answer)).toEqual([]);
  }

  #problemsWith(value: unknown, pointer: readonly (string | number)[]): string[] {
    const steps = pointer.map((step) =>
      encodeURIComponent(String(step).replaceAll('~', '~0').replaceAll('/', '~1')),
    );
    const $ref = `openapi#/${steps.join('/')}`;
    const check = this.#ajv.getSchema($ref) ?? this.#ajv.compile({ $ref });
    if (check(value)) return [];
    return (check.errors ?? []).map(({ instancePath, message, params }) =>
      [instancePath, message, JSON.stringify(params)].join(' '),
    );
  }
}

/** What the official server says of a request that its schemas do not allow. */
import type { z } from 'zod';
import { type Answer, errorAnswer } from '../answer';

/** Code of a custom issue, by its `params`; see `unsupported`. */
interface OwnIssue {
  code?: string;
  message?: string;
}

/** The first thing that is wrong with a request, or null for one that is allowed. */
export function refusalOf(schema: z.ZodType, fields: Record<string, unknown>): Answer | null {
  const { error } = schema.safeParse(fields);
  const [issue] = error?.issues ?? [];
  return issue ? errorAnswer(400, factsOf(issue, fields)) : null;
}

/** A parameter, or a value of one, that the schema knows and this model does not take. */
export function unsupported(param: string, what: 'parameter' | 'value') {
  const message = `Unsupported ${what}: '${param}' is not supported with this model.`;
  return { code: 'custom' as const, path: [param], params: { code: `unsupported_${what}`, message } };
}

/** A value that the schema allows and this model does not know. */
export function invalidFor(param: string, value: unknown, known: readonly string[]) {
  const params = { code: 'invalid_value', message: invalidWords(value, known) };
  return { code: 'custom' as const, path: [param], params };
}

function factsOf(issue: z.core.$ZodIssue, fields: Record<string, unknown>) {
  const value = issue.path.reduce<unknown>(memberOf, fields);
  const param = nameOf(issue.path);
  const told = (code: string, message: string, about: string | null = param) => ({
    ...{ code, message, param: about },
  });
  switch (issue.code) {
    case 'unrecognized_keys': {
      const unknown = nameOf([...issue.path, issue.keys[0] ?? '']);
      return told('unknown_parameter', `Unknown parameter: '${unknown}'.`, unknown);
    }
    case 'invalid_value':
      if (value === undefined) break;
      return told('invalid_value', invalidWords(value, issue.values.map(String)));
    case 'too_big':
      return told(boundCode(issue.origin, value, 'above_max'), `Invalid '${param}': too large.`);
    case 'too_small':
      return told(boundCode(issue.origin, value, 'below_min'), `Invalid '${param}': too small.`);
    case 'custom': {
      const { code = 'invalid_value', message = issue.message } = (issue.params ?? {}) as OwnIssue;
      return told(code, message);
    }
    case 'invalid_format':
      return told('invalid_value', `Invalid value for '${param}'.`);
    default:
  }
  if (value === undefined) {
    return told('missing_required_parameter', `Missing required parameter: '${param}'.`);
  }
  const wanted = issue.code === 'invalid_type' ? `, but expected ${issue.expected}` : '';
  return told('invalid_type', `Invalid type for '${param}': got ${kindOf(value)}${wanted}.`);
}

function memberOf(held: unknown, key: PropertyKey): unknown {
  return typeof held === 'object' && held !== null ? (held as Record<PropertyKey, unknown>)[key] : undefined;
}

function nameOf(path: readonly PropertyKey[]): string {
  const parts = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return parts.join('').replace(/^\./, '');
}

function invalidWords(value: unknown, known: readonly string[]): string {
  return `Invalid value: '${value}'. Supported values are: ${known.map((each) => `'${each}'`).join(', ')}.`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'decimal') : typeof value;
}

/** Numbers of a form come as text. */
function boundCode(origin: string, value: unknown, bound: string): string {
  if (origin === 'string' || origin === 'array') return `${origin}_${bound}_length`;
  return `${kindOf(Number(value))}_${bound}_value`;
}

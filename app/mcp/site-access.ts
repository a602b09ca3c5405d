/** How tools reach the site: the same for those within it and for a program beside it. */
import { API_ROOT } from '#app/api/operation.ts';
import { OPERATIONS, type OperationId, type Operations } from '#app/api/operations/all-operations.ts';
import { PROBLEM_TYPE, type Problem } from '#app/api/problem.ts';

/** Asks the site as whoever uses the tools. */
export interface SiteAccess {
  /**
   * Asks for a path of the site, such as `/api/v1/videos`.
   * @throws AccessFault where nobody answers
   */
  send(path: string, init: SentRequest): Promise<Response>;
  /** The address of a path of the site as it is handed to people. */
  addressOf(path: string): string;
}

export interface SentRequest {
  method: string;
  headers: Record<string, string>;
  /** JSON. */
  body?: string;
  signal: AbortSignal;
}

/** What an operation is asked with. */
export interface Sent {
  /** Parts of the path, whatever came for them: the operation says what is wrong with them. */
  params?: Readonly<Record<string, unknown>>;
  query?: Readonly<Record<string, unknown>>;
  body?: unknown;
  /** The `Idempotency-Key`. */
  key?: string;
}

/** What an operation answers where all goes well; null where it says nothing. */
export type AnswerOf<Id extends OperationId> = {
  [Status in keyof Operations[Id]['answers']]: Operations[Id]['answers'][Status] extends {
    schema: { _zod: { output: infer Output } };
  }
    ? Output
    : null;
}[keyof Operations[Id]['answers']];

/** What a fault says, whoever found it. */
export type ToldFault = Pick<Problem, 'code' | 'detail' | 'hint' | 'retryable' | 'errors' | 'parts'>;

/** Thrown for what was not done: an operation's problem, or that nobody answered. */
export class AccessFault extends Error {
  override readonly name = 'AccessFault';
  readonly told: ToldFault;

  constructor(told: ToldFault) {
    super(told.detail);
    this.told = told;
  }
}

/** Asks for one operation. @throws AccessFault with what it says is wrong */
export async function askSite<Id extends OperationId>(
  site: SiteAccess,
  id: Id,
  { params = {}, query = {}, body, key }: Sent,
  signal: AbortSignal,
): Promise<AnswerOf<Id>> {
  const { method, path } = OPERATIONS[id];
  const place = path.replace(/\{(\w+)\}/g, (_whole, name: string) => segment(params[name]));
  const asked = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (isAbsent(value) ? [] : [[name, plain(value)]])),
  );
  return askAddress(site, `${API_ROOT}${place}${asked.size > 0 ? `?${asked}` : ''}`, signal, {
    method,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** Asks for an address that an answer has named, such as the next page. @throws AccessFault as `askSite` */
export async function askAddress<T>(
  site: SiteAccess,
  path: string,
  signal: AbortSignal,
  init: Omit<SentRequest, 'signal'> = { method: 'GET', headers: { accept: 'application/json' } },
): Promise<T> {
  const response = await site.send(path, { ...init, signal });
  const type = response.headers.get('content-type') ?? '';
  if (response.ok && type === '') return null as T;
  const isJson = type.startsWith('application/json') || type.startsWith(PROBLEM_TYPE);
  const answer: unknown = isJson ? await response.json().catch(() => null) : null;
  if (response.ok && answer !== null) return answer as T;
  throw new AccessFault(toldFault(answer, response.status));
}

/** A stored picture. @throws AccessFault where it cannot be had */
export async function readPicture(
  site: SiteAccess,
  path: string,
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array; mimeType: string }> {
  const response = await site.send(path, { method: 'GET', headers: { accept: 'image/*' }, signal });
  if (!response.ok) {
    throw new AccessFault(toldFault(await response.json().catch(() => null), response.status));
  }
  const mimeType = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  return { bytes: new Uint8Array(await response.arrayBuffer()), mimeType };
}

/** A fault as an operation, a file or a guard in front of them tells it. */
function toldFault(answer: unknown, status: number): ToldFault {
  if (isRecord(answer) && typeof answer.code === 'string') return answer as unknown as ToldFault;
  const { error } = isRecord(answer) ? answer : {};
  if (isRecord(error) && typeof error.code === 'string') {
    const { code, message, hint } = error as Record<'code' | 'message' | 'hint', string>;
    return { code, detail: message, hint, retryable: status === 429 || status >= 500 };
  }
  return {
    code: 'site_foreign',
    detail: `What answered with ${status} is no StoryShort, or an older one.`,
    hint: 'Check STORYSHORT_URL, and which StoryShort runs there.',
    retryable: false,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isAbsent = (value: unknown) => value === undefined || value === null || value === '';

/** As it stands in an address. */
function plain(value: unknown): string {
  return typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value);
}

/** A part of a path that leads nowhere else: what is left out or climbs is no id, which the operation says. */
function segment(value: unknown): string {
  const text = isAbsent(value) ? '' : plain(value);
  return /^\.*$/.test(text) ? '-' : encodeURIComponent(text);
}

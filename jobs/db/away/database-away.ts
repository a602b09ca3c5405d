/** Tells a database that is away for the moment from one that refuses what was asked. Pure. */

/** Prisma's own: not reached, not in time, closed, too many connections. */
const PRISMA_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2037']);
/** Postgres' own: shutting down, crashed, starting; too many connections; connections that broke. */
const SQL_STATES = /^(57P0[1235]|53300|08\d{3})$/;
/** Of Prisma's adapter, which passes on what the two above would say. */
const ADAPTER_KINDS = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]);
/** Postgres' driver says some things in words alone. */
const WORDS =
  /Connection terminated|connection error and is not queryable|was closed and is not queryable|timeout exceeded when trying to connect|Server has closed the connection/;
const NOT_REACHED = new Set(['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH', 'EAI_AGAIN']);
const BROKEN = new Set(['ECONNRESET', 'EPIPE']);
/** Errors within errors that are looked at. */
const DEEPEST = 5;

/** Whether an error says that the database cannot be reached just now: the same may succeed in a moment. */
export function isDatabaseAway(error: unknown): boolean {
  return chainOf(error).some(
    (part) =>
      PRISMA_CODES.has(textOf(part, 'code')) ||
      SQL_STATES.test(textOf(part, 'code')) ||
      SQL_STATES.test(textOf(part, 'originalCode')) ||
      ADAPTER_KINDS.has(textOf(part, 'kind')) ||
      WORDS.test(textOf(part, 'message')) ||
      (NOT_REACHED.has(textOf(part, 'code')) && isOfPostgres(error, part)),
  );
}

/** The same of an error that is known to come from asking the database: its connection may have broken, too. */
export function isDatabaseAwayIn(error: unknown): boolean {
  return isDatabaseAway(error) || chainOf(error).some((part) => BROKEN.has(textOf(part, 'code')));
}

/** `fetch` wraps what the network says into a TypeError; Postgres' driver throws it as it is. */
function isOfPostgres(outermost: unknown, part: object): boolean {
  return !(outermost instanceof TypeError) && (textOf(part, 'syscall') === 'connect' || 'errors' in part);
}

/** An error and what caused it, where Prisma keeps that of its adapter in `meta`. */
function chainOf(error: unknown): object[] {
  const chain: object[] = [];
  for (let part = error; isObject(part) && chain.length < DEEPEST; part = causeOf(part)) chain.push(part);
  return chain;
}

function causeOf(part: object): unknown {
  if ('meta' in part && isObject(part.meta) && 'driverAdapterError' in part.meta)
    return part.meta.driverAdapterError;
  return 'cause' in part ? part.cause : null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function textOf(part: object, name: string): string {
  const value = (part as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
}

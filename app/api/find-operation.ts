/** Which operation a request asks for. Pure. */
import { API_ROOT, namesIn, type Operation } from './operation';
import { OPERATIONS, type OperationId } from './operations/all-operations';

interface Place {
  pattern: RegExp;
  names: readonly string[];
  /** By method. */
  ids: Map<string, OperationId>;
}

/** All paths that there are, each with what may be done there. */
const PLACES: readonly Place[] = placesOf(OPERATIONS);

export interface Found {
  id: OperationId;
  operation: Operation;
  /** Parts of the path by name, as text. */
  params: Record<string, string>;
}

/**
 * What a request asks for.
 * @param path below the root as it was sent, such as `/videos`
 * @returns the methods that the path has where it has not this one; null where there is nothing
 */
export function findOperation(method: string, path: string): Found | { methods: string[] } | null {
  const plain = path.replace(/(?<=.)\/+$/, '');
  for (const { pattern, names, ids } of PLACES) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const parts = match.slice(1).map(decoded);
    // No route of the site has a path of several lines.
    if (parts.some((part) => /[\n\r\u2028\u2029]/.test(part))) return null;
    const id = ids.get(method === 'HEAD' ? 'GET' : method);
    if (!id) return { methods: methodsIn(ids) };
    const params = Object.fromEntries(names.map((name, at) => [name, parts[at] ?? '']));
    return { id, operation: OPERATIONS[id], params };
  }
  return null;
}

/** The operation of a request to an address of the whole site; null for what is none. */
export function operationAt(method: string, address: string): Operation | null {
  const found = isBelowRoot(address) ? findOperation(method, address.slice(API_ROOT.length)) : null;
  return found && 'operation' in found ? found.operation : null;
}

/** The methods of an address below the root; null where there is nothing. */
export function operationMethods(address: string): string[] | null {
  if (!isBelowRoot(address)) return null;
  const found = findOperation('', address.slice(API_ROOT.length));
  return found && 'methods' in found ? found.methods : null;
}

/** Whether an address is one of `/api/v1`, or would be. */
export function isBelowRoot(address: string): boolean {
  return address === API_ROOT || address.startsWith(`${API_ROOT}/`);
}

/** A part of a path as it is meant. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Nothing is called so.
    return part;
  }
}

function methodsIn(ids: Place['ids']): string[] {
  return [...ids.keys()].flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
}

function placesOf(operations: Readonly<Record<string, Operation>>): Place[] {
  const places = new Map<string, Place>();
  for (const [id, { method, path }] of Object.entries(operations)) {
    const place = places.get(path) ?? {
      pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]+)')}$`),
      names: namesIn(path),
      ids: new Map(),
    };
    place.ids.set(method, id as OperationId);
    places.set(path, place);
  }
  return [...places.values()];
}

import type { Request } from 'express';

/** The headers of a request as the web knows them, rather than as Node does. */
export function webHeaders(request: Request): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const part of [value ?? []].flat()) headers.append(name, part);
  }
  return headers;
}

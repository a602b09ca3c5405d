/** The headers of an answer that changes what a browser carries, and is kept by nobody. */
export function cookieHeaders(
  cookies: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Headers {
  const headers = new Headers({ 'Cache-Control': 'no-store', ...more });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return headers;
}

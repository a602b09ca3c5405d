/** Whether the site can be reached from elsewhere than its own machine: then it has a door. Pure. */

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i;

export interface Binding {
  /** Name or address that the site listens on. */
  host: string;
  /** Further names under which it answers: somebody passes requests on to it. */
  allowedHosts: readonly string[];
  /** Address under which it is opened; null where nobody said. */
  siteUrl: string | null;
}

export function isExposed({ host, allowedHosts, siteUrl }: Binding): boolean {
  const names = [host, ...allowedHosts, ...(siteUrl ? [new URL(siteUrl).hostname] : [])];
  return names.some((name) => !LOOPBACK.test(name));
}

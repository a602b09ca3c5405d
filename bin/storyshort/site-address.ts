/** At which address a site is asked. Pure. */
import { usageFault } from './command-fault';

/** Addresses that mean all of a machine, and can be listened on alone. */
const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]']);

interface SiteSettings {
  HOST: string;
  PORT: number;
  STORYSHORT_URL: string | null;
}

/** Where this machine's own site is, by its settings. */
export function ownAddress({ HOST, PORT }: Pick<SiteSettings, 'HOST' | 'PORT'>): string {
  const host = EVERYWHERE.has(HOST) ? '127.0.0.1' : HOST;
  return new URL(`http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${PORT}`).origin;
}

/**
 * The origin that is meant: what was given, or else what the environment says.
 * @throws CommandFault for what is no address of a site
 */
export function readSiteAddress(given: string | undefined, settings: SiteSettings): string {
  const written = given ?? settings.STORYSHORT_URL;
  if (written === null) return ownAddress(settings);
  const url = URL.parse(written);
  const isOrigin = url?.pathname === '/' && url.search === '' && url.hash === '';
  if (url && isOrigin && /^https?:$/.test(url.protocol) && url.username + url.password === '')
    return url.origin;
  throw usageFault(
    'That is no address of a StoryShort.',
    'Name it without a path and without a password, such as https://films.example.org.',
  );
}

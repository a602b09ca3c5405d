/** Under which address the site is opened, and what that means. Pure. */
import { isExposed } from '#app/server/door/is-exposed.ts';
import type { Env } from '#jobs/env.server.ts';
import { type Finding, fault, note, ok } from './finding';

export type AddressSettings = Pick<
  Env,
  'HOST' | 'PORT' | 'ALLOWED_HOSTS' | 'SITE_URL' | 'METRICS_PORT' | 'METRICS_HOST'
>;

export function judgeAddress(settings: AddressSettings): Finding[] {
  const { HOST, PORT, ALLOWED_HOSTS, SITE_URL, METRICS_PORT, METRICS_HOST } = settings;
  const exposed = isExposed({ host: HOST, allowedHosts: ALLOWED_HOSTS, siteUrl: SITE_URL });
  const metrics =
    METRICS_PORT !== null && isExposed({ host: METRICS_HOST, allowedHosts: [], siteUrl: null })
      ? [
          note(
            'metrics',
            `Whoever reaches ${METRICS_HOST}:${METRICS_PORT} reads the figures without a password.`,
            'keep that port to a network of your own',
          ),
        ]
      : [];
  if (!exposed) {
    return [ok('address', `http://${HOST}:${PORT}, from this machine alone, without accounts.`), ...metrics];
  }
  return [named(settings), encryption(SITE_URL), ...metrics];
}

/** All addresses of the machine, which are no name that somebody asks for. */
const EVERYWHERE = ['0.0.0.0', '::'];

function named({ HOST, PORT, ALLOWED_HOSTS, SITE_URL }: AddressSettings): Finding {
  const about = 'address';
  if (EVERYWHERE.includes(HOST) && ALLOWED_HOSTS.length === 0 && SITE_URL === null) {
    return fault(
      about,
      `HOST=${HOST} lets others reach the site, and it answers to no name that they could ask for.`,
      'set SITE_URL to the address under which it is opened, such as SITE_URL=https://films.example.org',
    );
  }
  const where = SITE_URL ?? `http://${ALLOWED_HOSTS[0] ?? HOST}:${PORT}`;
  return ok(about, `${where}, for whoever has an account (docs/accounts.md).`);
}

function encryption(siteUrl: string | null): Finding {
  if (siteUrl?.startsWith('https:')) return ok('TLS', 'People come by https; cookies are sent by it alone.');
  return note(
    'TLS',
    'Passwords and films cross the network as they are.',
    'put a proxy with TLS in front, and its address into SITE_URL=https://… (docs/deploy.md)',
  );
}

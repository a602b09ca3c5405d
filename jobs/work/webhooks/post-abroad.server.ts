import { lookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isForeignAddress } from './foreign-networks';

/** How long an address may take to answer, ms. */
const PATIENCE_MS = 15_000;

/** What an address answered, or why there is no answer. */
export type Posted = { status: number } | { fault: string };

/**
 * Sends a text to an address, and reads nothing of its answer but the status. Redirections are not followed: they would
 * lead where nobody looked. Names are judged by what they are resolved to, at the moment of connecting.
 * @param allowsOwn whether it may be in this house's own network
 */
export function postAbroad(
  url: string,
  {
    headers,
    body,
    allowsOwn,
    signal,
  }: {
    headers: Readonly<Record<string, string>>;
    body: string;
    allowsOwn: boolean;
    signal: AbortSignal;
  },
): Promise<Posted> {
  const { protocol, hostname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (!allowsOwn && isIP(host) !== 0 && !isForeignAddress(host))
    return Promise.resolve({ fault: OWN_NETWORK });
  const ask = protocol === 'https:' ? httpsRequest : httpRequest;
  const ended = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  return new Promise((resolve) => {
    const request = ask(
      url,
      {
        ...{ method: 'POST', headers: { ...headers, 'Content-Length': Buffer.byteLength(body) } },
        ...{ signal: ended, agent: false, lookup: allowsOwn ? lookup : foreignLookup },
      },
      (response) => {
        const { statusCode = 0 } = response;
        response.destroy();
        resolve({ status: statusCode });
      },
    );
    request.on('error', (error) => resolve({ fault: ended.aborted ? LATE : wordsOf(error) }));
    request.end(body);
  });
}

/** As the system's, but without addresses of this house's own network. */
const foreignLookup: LookupFunction = (host, options, answer) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return answer(error, []);
    const foreign = found.filter(({ address }) => isForeignAddress(address));
    const [first] = foreign;
    if (!first) return answer(Object.assign(new Error(OWN_NETWORK), { code: 'OWN_NETWORK' }), []);
    if (options.all) return answer(null, foreign);
    answer(null, first.address, first.family);
  });
};

const OWN_NETWORK =
  'It is in this house’s own network, where nothing is sent unless WEBHOOKS_TO_OWN_NETWORK is yes.';
const LATE = `It did not answer within ${PATIENCE_MS / 1000} s.`;

/** Never the address itself, which may hold what is meant for its owner alone. */
function wordsOf(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'OWN_NETWORK') return OWN_NETWORK;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'Nobody knows its name.';
  if (code === 'ECONNREFUSED') return 'It refuses connections.';
  if (code.includes('CERT') || code.includes('SELF_SIGNED'))
    return `Its certificate is not accepted (${code}).`;
  return `The connection broke${code && ` (${code})`}.`;
}

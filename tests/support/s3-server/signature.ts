/** Signature version 4 of a request, worked out anew from what arrived. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Keys {
  id: string;
  secret: string;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([a-z0-9]+)\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/;
/** What a signature must cover of what is sent. */
const MUST_BE_SIGNED = /^(?:host$|x-amz-|content-md5$)/;

/** What is wrong with a request's signature, as S3 calls it; null for nothing. */
export function signatureFault(
  request: IncomingMessage,
  body: Buffer,
  keys: Keys,
  region: string,
  service = 's3',
): string | null {
  if (/[?&]X-Amz-Signature=/.test(request.url ?? '')) return lentFault(request, keys, region);
  const told = AUTHORIZATION.exec(request.headers.authorization ?? '');
  if (!told) return 'AccessDenied';
  const [, id, day = '', of = '', by = '', names = '', signature = ''] = told;
  if (id !== keys.id) return 'InvalidAccessKeyId';
  if (of !== region || by !== service) return 'AuthorizationHeaderMalformed';
  const signed = names.split(';');
  const unsigned = Object.keys(request.headers).filter(
    (name) => MUST_BE_SIGNED.test(name) && !signed.includes(name),
  );
  if (unsigned.length > 0) return 'AccessDenied';
  // Others than S3 need not be told what is sent: it is signed all the same.
  const payload = String(request.headers['x-amz-content-sha256'] ?? (service === 's3' ? '' : sha256(body)));
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const time = String(request.headers['x-amz-date']);
  if (!time.startsWith(day)) return 'AccessDenied';
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const canonical = [
    request.method,
    path,
    query
      .split('&')
      .filter(Boolean)
      .map((pair) => (pair.includes('=') ? pair : `${pair}=`))
      .sort()
      .join('&'),
    ...signed.map(
      (name) =>
        `${name}:${String(request.headers[name] ?? '')
          .trim()
          .replace(/ +/g, ' ')}`,
    ),
    '',
    names,
    payload,
  ].join('\n');
  const scope = `${day}/${region}/${service}/aws4_request`;
  const right = timingSafeEqual(signed4(keys, scope, time, canonical), Buffer.from(signature, 'hex'));
  return right ? null : 'SignatureDoesNotMatch';
}

/** The same of an address that was lent: signed in its query, for reading alone, and for a while. */
function lentFault(
  { method, url = '', headers }: IncomingMessage,
  keys: Keys,
  region: string,
): string | null {
  const [path = '', query = ''] = url.split('?');
  const asked = new URLSearchParams(query);
  const time = asked.get('X-Amz-Date') ?? '';
  const scope = `${time.slice(0, 8)}/${region}/s3/aws4_request`;
  if (asked.get('X-Amz-Credential') !== `${keys.id}/${scope}`) return 'InvalidAccessKeyId';
  const begun = Date.parse(time.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'));
  const lasts = Number(asked.get('X-Amz-Expires')) * 1000;
  if (!(lasts > 0) || Date.now() > begun + lasts) return 'AccessDenied';
  const pairs = query.split('&').filter((pair) => !pair.startsWith('X-Amz-Signature='));
  const canonical = [
    ...[method, path, pairs.sort().join('&'), `host:${headers.host}`, '', 'host', 'UNSIGNED-PAYLOAD'],
  ].join('\n');
  const signature = Buffer.from(asked.get('X-Amz-Signature') ?? '', 'hex');
  const right = signed4(keys, scope, time, canonical);
  return right.equals(signature) ? null : 'SignatureDoesNotMatch';
}

function signed4(keys: Keys, scope: string, time: string, canonical: string): Buffer {
  const key = scope
    .split('/')
    .reduce<Buffer>((part, word) => hmac(part, word), Buffer.from(`AWS4${keys.secret}`));
  return hmac(key, ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n'));
}

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();

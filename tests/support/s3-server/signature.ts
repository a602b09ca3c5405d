/** Signature version 4 of a request, worked out anew from what arrived. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Keys {
  id: string;
  secret: string;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/;
/** What a signature must cover of what is sent. */
const MUST_BE_SIGNED = /^(?:host$|x-amz-|content-md5$)/;

/** What is wrong with a request's signature, as S3 calls it; null for nothing. */
export function signatureFault(
  request: IncomingMessage,
  body: Buffer,
  keys: Keys,
  region: string,
): string | null {
  const told = AUTHORIZATION.exec(request.headers.authorization ?? '');
  if (!told) return 'AccessDenied';
  const [, id, day = '', of = '', names = '', signature = ''] = told;
  if (id !== keys.id) return 'InvalidAccessKeyId';
  if (of !== region) return 'AuthorizationHeaderMalformed';
  const signed = names.split(';');
  const unsigned = Object.keys(request.headers).filter(
    (name) => MUST_BE_SIGNED.test(name) && !signed.includes(name),
  );
  if (unsigned.length > 0) return 'AccessDenied';
  const payload = String(request.headers['x-amz-content-sha256']);
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
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>(
    (part, word) => hmac(part, word),
    Buffer.from(`AWS4${keys.secret}`),
  );
  const right = timingSafeEqual(hmac(key, text), Buffer.from(signature, 'hex'));
  return right ? null : 'SignatureDoesNotMatch';
}

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();

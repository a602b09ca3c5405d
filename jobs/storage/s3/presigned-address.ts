/**
 * Signs an address by which whoever has it may read one object for a while: Amazon's signature of version 4, in the
 * query. Pure.
 */
import { createHash, createHmac } from 'node:crypto';

export interface S3Keys {
  accessKeyId: string;
  secretAccessKey: string;
  /** Of keys that are lent themselves; absent for others. */
  sessionToken?: string | undefined;
}

/** An object as its server is asked for it, without a query. */
export interface ObjectPlace {
  protocol: string;
  /** With its port, where it is not the protocol's own. */
  host: string;
  /** With every part encoded. */
  path: string;
}

/** @param expiresS how long it may be used */
export function presignedAddress(
  { protocol, host, path }: ObjectPlace,
  {
    keys,
    region,
    at,
    expiresS,
  }: {
    keys: S3Keys;
    region: string;
    at: Date;
    expiresS: number;
  },
): string {
  const time = at.toISOString().replace(/[-:]|\.\d+/g, '');
  const day = time.slice(0, 8);
  const scope = `${day}/${region}/s3/aws4_request`;
  const query = Object.entries({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${keys.accessKeyId}/${scope}`,
    'X-Amz-Date': time,
    'X-Amz-Expires': String(expiresS),
    ...(keys.sessionToken && { 'X-Amz-Security-Token': keys.sessionToken }),
    'X-Amz-SignedHeaders': 'host',
  })
    .map(([name, value]) => `${name}=${encoded(value)}`)
    .sort()
    .join('&');
  const asked = ['GET', path, query, `host:${host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const text = ['AWS4-HMAC-SHA256', time, scope, createHash('sha256').update(asked).digest('hex')].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>(
    (part, word) => hmac(part, word),
    Buffer.from(`AWS4${keys.secretAccessKey}`),
  );
  return `${protocol}//${host}${path}?${query}&X-Amz-Signature=${hmac(key, text).toString('hex')}`;
}

const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** As RFC 3986 has it: `encodeURIComponent` leaves five characters alone that a signature does not. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

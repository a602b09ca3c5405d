/** Where films are kept that are kept in a bucket, as STORAGE_URL tells it. Pure. */

export interface S3Address {
  bucket: string;
  /** What goes before every key: empty, or ends with a slash. */
  prefix: string;
  /** Null where the SDK is to find it as it finds the keys. */
  region: string | null;
  /** Of a server other than Amazon's; null for Amazon's own. */
  endpoint: string | null;
}

/** Thrown with what is wrong about an address; never repeats it. */
export class S3AddressError extends Error {
  override readonly name = 'S3AddressError';
}

const FORM =
  'must be s3://<bucket>/<prefix>?region=<region>&endpoint=<address>, of which only the bucket is needed';
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX = /^(?:[\w.-]+\/)*$/;
const KNOWN: ReadonlySet<string> = new Set(['region', 'endpoint']);
/** What servers other than Amazon's answer to, whatever region they are in. */
const USUAL_REGION = 'us-east-1';

/** @throws S3AddressError */
export function readS3Address(text: string): S3Address {
  const url = URL.parse(text);
  if (url?.protocol !== 's3:' || !BUCKET.test(url.hostname) || url.port || url.hash)
    throw new S3AddressError(FORM);
  if (url.username || url.password)
    throw new S3AddressError('must not hold keys: give them as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
  if ([...url.searchParams.keys()].some((name) => !KNOWN.has(name))) throw new S3AddressError(FORM);
  const folders = url.pathname.split('/').filter(Boolean);
  const prefix = folders.map((folder) => `${folder}/`).join('');
  if (!PREFIX.test(prefix) || folders.some((folder) => /^\.+$/.test(folder))) throw new S3AddressError(FORM);
  const endpoint = url.searchParams.get('endpoint');
  if (endpoint !== null && !isServer(endpoint))
    throw new S3AddressError(
      'must name its endpoint as http://… or https://…, without keys and without a query',
    );
  const region = url.searchParams.get('region') || (endpoint === null ? null : USUAL_REGION);
  return { bucket: url.hostname, prefix, region, endpoint };
}

function isServer(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search;
}

/** The objects of a bucket, as S3 keeps them: conditions, checksums and parts are held to. */
import { createHash, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';

export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface Stored {
  bytes: Buffer;
  metadata: Record<string, string>;
  etag: string;
  /** In base64; null of what came in parts. */
  crc32: string | null;
  storedAt: Date;
}

interface Upload {
  key: string;
  metadata: Record<string, string>;
  parts: Map<number, { bytes: Buffer; etag: string }>;
}

/** All parts but the last have this size at least, bytes. */
const LEAST_PART = 5 * 1024 * 1024;

export class Objects {
  readonly #kept = new Map<string, Stored>();
  readonly #uploads = new Map<string, Upload>();
  /** Keys that a page of a list holds at most, whatever is asked for. */
  mostListed = 1000;

  /** Names of all objects, in order. */
  get names(): string[] {
    return [...this.#kept.keys()].sort();
  }

  /** Uploads that were begun, and neither completed nor aborted. */
  get openUploads(): number {
    return this.#uploads.size;
  }

  find(key: string): Stored {
    const found = this.#kept.get(key);
    if (!found) throw new Refusal(404, 'NoSuchKey', 'There is no such key.');
    return found;
  }

  /** Puts bytes in an object's place without anybody having asked for it, as a failing disk does. */
  spoil(key: string, bytes: Buffer): void {
    this.#kept.set(key, { ...this.find(key), bytes, crc32: null });
  }

  /** Puts bytes under a key without anybody having asked for it, as a server's own function does. */
  lay(key: string, bytes: Buffer): void {
    const etag = `"${md5(bytes)}"`;
    this.#kept.set(key, { bytes, etag, metadata: {}, crc32: null, storedAt: new Date() });
  }

  put(key: string, headers: IncomingHttpHeaders, bytes: Buffer): Record<string, string> {
    checkBytes(headers, bytes);
    this.#meetCondition(key, headers);
    const sum = crcOf(bytes);
    const etag = `"${md5(bytes)}"`;
    this.#kept.set(key, { bytes, etag, metadata: metadataOf(headers), crc32: sum, storedAt: new Date() });
    return { ETag: etag, 'x-amz-checksum-crc32': sum };
  }

  begin(bucket: string, key: string, headers: IncomingHttpHeaders): string {
    const id = randomUUID();
    this.#uploads.set(id, { key, metadata: metadataOf(headers), parts: new Map() });
    return `<InitiateMultipartUploadResult><Bucket>${bucket}</Bucket><Key>${key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`;
  }

  addPart(asked: URLSearchParams, headers: IncomingHttpHeaders, bytes: Buffer): Record<string, string> {
    checkBytes(headers, bytes);
    const etag = `"${md5(bytes)}"`;
    this.#uploadOf(asked).parts.set(Number(asked.get('partNumber')), { bytes, etag });
    return { ETag: etag, 'x-amz-checksum-crc32': crcOf(bytes) };
  }

  complete(key: string, asked: URLSearchParams, headers: IncomingHttpHeaders, body: Buffer): string {
    const upload = this.#uploadOf(asked);
    if (upload.key !== key) throw new Refusal(404, 'NoSuchUpload', 'It was begun for another key.');
    const listed = [...body.toString().matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = '']) => ({
      number: Number(textIn(part, 'PartNumber')),
      etag: textIn(part, 'ETag'),
      sum: textIn(part, 'ChecksumCRC32'),
    }));
    const parts = listed.map(({ number, etag, sum }, at) => {
      const part = upload.parts.get(number);
      if (!part || part.etag !== etag || sum !== crcOf(part.bytes))
        throw new Refusal(400, 'InvalidPart', 'A part is not what it is said to be.');
      if (number !== at + 1) throw new Refusal(400, 'InvalidPartOrder', 'The parts are not in order.');
      if (at < listed.length - 1 && part.bytes.length < LEAST_PART)
        throw new Refusal(400, 'EntityTooSmall', 'A part is too small.');
      return part.bytes;
    });
    if (parts.length === 0) throw new Refusal(400, 'MalformedXML', 'There are no parts.');
    this.#meetCondition(key, headers);
    const bytes = Buffer.concat(parts);
    const etag = `"${md5(bytes)}-${parts.length}"`;
    this.#kept.set(key, { bytes, etag, metadata: upload.metadata, crc32: null, storedAt: new Date() });
    this.#uploads.delete(asked.get('uploadId') ?? '');
    return `<CompleteMultipartUploadResult><Key>${key}</Key><ETag>${escaped(etag)}</ETag></CompleteMultipartUploadResult>`;
  }

  abort(asked: URLSearchParams): void {
    this.#uploadOf(asked);
    this.#uploads.delete(asked.get('uploadId') ?? '');
  }

  copy(bucket: string, key: string, headers: IncomingHttpHeaders): string {
    const [from, ...rest] = decodeURIComponent(String(headers['x-amz-copy-source']))
      .replace(/^\//, '')
      .split('/');
    if (from !== bucket) throw new Refusal(404, 'NoSuchBucket', 'There is no such bucket.');
    const source = this.find(rest.join('/'));
    this.#kept.set(key, { ...source, storedAt: new Date() });
    return `<CopyObjectResult><ETag>${escaped(source.etag)}</ETag></CopyObjectResult>`;
  }

  remove(key: string): void {
    this.#kept.delete(key);
  }

  removeMany(headers: IncomingHttpHeaders, body: Buffer): string {
    if (!headers['content-md5'] && !headers['x-amz-checksum-crc32'])
      throw new Refusal(400, 'InvalidRequest', 'Missing required header for this request: Content-MD5');
    checkBytes(headers, body);
    const keys = [...body.toString().matchAll(/<Key>(.*?)<\/Key>/g)].map(([, key = '']) => key);
    if (keys.length > 1000) throw new Refusal(400, 'MalformedXML', 'These are too many.');
    for (const key of keys) this.remove(key);
    return '<DeleteResult></DeleteResult>';
  }

  list(asked: URLSearchParams): string {
    const prefix = asked.get('prefix') ?? '';
    const delimiter = asked.get('delimiter') ?? '';
    const after = asked.get('continuation-token') ?? '';
    const most = Math.min(Number(asked.get('max-keys') ?? 1000), this.mostListed);
    // A folder counts as one name, at which a list may go on as at any other.
    const found = new Map<string, Stored | null>();
    for (const name of this.names) {
      if (!name.startsWith(prefix)) continue;
      const end = delimiter ? name.indexOf(delimiter, prefix.length) : -1;
      if (end < 0) found.set(name, this.find(name));
      else found.set(name.slice(0, end + 1), null);
    }
    const left = [...found].filter(([name]) => name > after);
    const page = left.slice(0, most);
    const isCut = left.length > page.length;
    return [
      `<ListBucketResult><Prefix>${prefix}</Prefix><KeyCount>${page.length}</KeyCount><MaxKeys>${most}</MaxKeys>`,
      `<IsTruncated>${isCut}</IsTruncated>`,
      ...(isCut ? [`<NextContinuationToken>${page.at(-1)?.[0]}</NextContinuationToken>`] : []),
      ...page.map(([name, object]) =>
        object
          ? `<Contents><Key>${name}</Key><ETag>${escaped(object.etag)}</ETag><Size>${object.bytes.length}</Size><LastModified>${object.storedAt.toISOString()}</LastModified></Contents>`
          : `<CommonPrefixes><Prefix>${name}</Prefix></CommonPrefixes>`,
      ),
      '</ListBucketResult>',
    ].join('');
  }

  #meetCondition(key: string, headers: IncomingHttpHeaders): void {
    const condition = headers['if-none-match'];
    if (condition === undefined) return;
    if (condition !== '*') throw new Refusal(501, 'NotImplemented', 'Only * is known.');
    if (this.#kept.has(key)) throw new Refusal(412, 'PreconditionFailed', 'It is there already.');
  }

  #uploadOf(asked: URLSearchParams): Upload {
    const upload = this.#uploads.get(asked.get('uploadId') ?? '');
    if (!upload) throw new Refusal(404, 'NoSuchUpload', 'There is no such upload.');
    return upload;
  }
}

/** Nothing is taken whose checksum is missing or wrong. */
function checkBytes(headers: IncomingHttpHeaders, bytes: Buffer): void {
  const sum = headers['x-amz-checksum-crc32'];
  if (sum === undefined) throw new Refusal(400, 'InvalidRequest', 'A checksum is missing.');
  if (sum !== crcOf(bytes)) throw new Refusal(400, 'BadDigest', 'The checksum is another one.');
}

function metadataOf(headers: IncomingHttpHeaders): Record<string, string> {
  const begin = 'x-amz-meta-';
  const own = Object.entries(headers).filter(([name]) => name.startsWith(begin));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(begin.length), String(value)]));
}

function crcOf(bytes: Buffer): string {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(bytes));
  return sum.toString('base64');
}

const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest('hex');
const escaped = (text: string) => text.replaceAll('"', '&quot;');
const textIn = (xml: string, name: string) =>
  (new RegExp(`<${name}>(.*?)</${name}>`).exec(xml)?.[1] ?? '').replaceAll('&quot;', '"');

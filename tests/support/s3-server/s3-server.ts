/**
 * A server on loopback that speaks as much of S3 as is asked of a bucket, and strictly: whatever is not signed, not
 * checked or not known is refused. It keeps everything in memory, and fails on demand.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Objects, Refusal, type Stored } from './objects';
import { type Keys, signatureFault } from './signature';

/** How a call fails: with an error of the server's, with its connection cut, in the midst of the bytes, or in silence. */
export type S3Fault = { status: number; code: string } | 'reset' | 'cut' | 'silent';

/** One call, by the name that the SDK gives it. */
export interface S3Asked {
  call: string;
  /** Of the object; empty where the call names none. */
  key: string;
}

export interface S3Server {
  endpoint: string;
  keys: Keys;
  region: string;
  bucket: string;
  objects: Objects;
  /** All calls that were rightly signed, in order. */
  asked: S3Asked[];
  /** Asked before each call; null for an answer as it should be. */
  failing: (asked: S3Asked) => S3Fault | null;
  close(): Promise<void>;
}

export async function startS3Server(bucket = 'films', region = 'eu-test-1'): Promise<S3Server> {
  const keys = { id: 'AKIDTESTTESTTEST', secret: 'kept/to+itself/kept/to+itself' };
  const house: Omit<S3Server, 'endpoint' | 'close'> = {
    ...{ keys, region, bucket, asked: [], objects: new Objects() },
    failing: () => null,
  };
  const server = createServer((request, response) => {
    answer(house, request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(house, {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

async function answer(
  house: Omit<S3Server, 'endpoint' | 'close'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await buffer(request);
  const fault = signatureFault(request, body, house.keys, house.region);
  if (fault)
    return refuse(response, request, new Refusal(403, fault, `${house.keys.id} signed something else.`));
  const url = new URL(request.url ?? '', 'http://s3.test');
  const [, bucket = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
  const key = rest.join('/');
  const asked = { call: callOf(request, url, key), key };
  house.asked.push(asked);
  const failing = house.failing(asked);
  if (failing === 'silent') return;
  if (failing === 'reset') return void request.socket.resetAndDestroy();
  if (failing && failing !== 'cut')
    return refuse(response, request, new Refusal(failing.status, failing.code, 'It was told to.'));
  try {
    if (bucket !== house.bucket) throw new Refusal(404, 'NoSuchBucket', 'There is no such bucket.');
    const { objects } = house;
    switch (asked.call) {
      case 'ListObjectsV2':
        return sendXml(response, objects.list(url.searchParams));
      case 'DeleteObjects':
        return sendXml(response, objects.removeMany(request.headers, body));
      case 'CopyObject':
        return sendXml(response, objects.copy(house.bucket, key, request.headers));
      case 'PutObject':
        return send(response, objects.put(key, request.headers, body));
      case 'CreateMultipartUpload':
        return sendXml(response, objects.begin(house.bucket, key, request.headers));
      case 'UploadPart':
        return send(response, objects.addPart(url.searchParams, request.headers, body));
      case 'CompleteMultipartUpload':
        return sendXml(response, objects.complete(key, url.searchParams, request.headers, body));
      case 'AbortMultipartUpload':
        objects.abort(url.searchParams);
        response.writeHead(204).end();
        return;
      case 'DeleteObject':
        objects.remove(key);
        response.writeHead(204).end();
        return;
      case 'HeadObject':
      case 'GetObject':
        return sendObject(request, response, objects.find(key), failing === 'cut');
      default:
        throw new Refusal(501, 'NotImplemented', 'This is not spoken here.');
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refuse(response, request, error);
  }
}

function callOf({ method, headers }: IncomingMessage, { searchParams: asked }: URL, key: string): string {
  if (key === '') {
    if (method === 'GET' && asked.get('list-type') === '2') return 'ListObjectsV2';
    return method === 'POST' && asked.has('delete') ? 'DeleteObjects' : 'unknown';
  }
  if (asked.has('uploads')) return method === 'POST' ? 'CreateMultipartUpload' : 'unknown';
  if (asked.has('uploadId')) {
    const calls: Record<string, string> = {
      PUT: 'UploadPart',
      POST: 'CompleteMultipartUpload',
      DELETE: 'AbortMultipartUpload',
    };
    return calls[method ?? ''] ?? 'unknown';
  }
  if (method === 'PUT') return headers['x-amz-copy-source'] ? 'CopyObject' : 'PutObject';
  const calls: Record<string, string> = { GET: 'GetObject', HEAD: 'HeadObject', DELETE: 'DeleteObject' };
  return calls[method ?? ''] ?? 'unknown';
}

function sendObject(request: IncomingMessage, response: ServerResponse, found: Stored, isCut: boolean): void {
  const { bytes, metadata, etag, storedAt, crc32 } = found;
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const from = range ? Number(range[1]) : 0;
  const to = range?.[2] ? Math.min(Number(range[2]), bytes.length - 1) : bytes.length - 1;
  if (range && from >= bytes.length) throw new Refusal(416, 'InvalidRange', 'It ends before that.');
  const part = bytes.subarray(from, to + 1);
  response.writeHead(range ? 206 : 200, {
    'Content-Length': part.length,
    'Content-Type': 'application/octet-stream',
    ETag: etag,
    'Last-Modified': storedAt.toUTCString(),
    'Accept-Ranges': 'bytes',
    ...(range && { 'Content-Range': `bytes ${from}-${to}/${bytes.length}` }),
    ...(crc32 && !range && request.headers['x-amz-checksum-mode'] && { 'x-amz-checksum-crc32': crc32 }),
    ...Object.fromEntries(Object.entries(metadata).map(([name, value]) => [`x-amz-meta-${name}`, value])),
  });
  if (request.method === 'HEAD') response.end();
  else if (isCut) response.write(part.subarray(0, part.length >> 1), () => response.destroy());
  else response.end(part);
}

function send(response: ServerResponse, headers: Record<string, string>): void {
  response.writeHead(200, headers).end();
}

function sendXml(response: ServerResponse, xml: string): void {
  response.writeHead(200, { 'Content-Type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);
}

function refuse(
  response: ServerResponse,
  request: IncomingMessage,
  { status, code, message }: Refusal,
): void {
  response.writeHead(status, { 'Content-Type': 'application/xml' });
  // An answer to HEAD has no words.
  if (request.method === 'HEAD') response.end();
  else
    response.end(
      `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message><RequestId>1</RequestId></Error>`,
    );
}

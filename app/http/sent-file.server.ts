import { unstable_parseMultipartFormData as parseMultipart } from '@remix-run/node';
import { ApiFault } from './api-fault';

/**
 * Hands a request's file on as it comes in, without holding it: the whole body, or the first file of a form.
 * Where it is refused, the rest of what was announced is let run out, so that the sender reads the answer.
 * @throws ApiFault 400 where there is no file; whatever `take` throws
 */
export async function takeSentFile<T>(
  request: Request,
  take: (bytes: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) {
    if (!request.body) throw noFile();
    return readToTheEnd(chunksOf(request.body), take);
  }
  const outcome: { value?: T; fault?: unknown } = {};
  try {
    await parseMultipart(request, async ({ filename, data }) => {
      if (filename === undefined || Object.keys(outcome).length > 0) {
        await readToTheEnd(data, async () => undefined);
        return undefined;
      }
      try {
        outcome.value = await readToTheEnd(data, take);
      } catch (fault) {
        outcome.fault = fault;
      }
      return undefined;
    });
  } catch {
    if (Object.keys(outcome).length === 0) throw noFile();
  }
  if (outcome.fault !== undefined) throw outcome.fault;
  if (outcome.value === undefined) throw noFile();
  return outcome.value;
}

async function readToTheEnd<T>(
  bytes: AsyncIterable<Uint8Array>,
  take: (bytes: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const iterator = bytes[Symbol.asyncIterator]();
  try {
    // Without a `return` it outlives who stops reading.
    return await take({ [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) });
  } finally {
    while (!(await iterator.next()).done);
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function noFile(): ApiFault {
  return new ApiFault(400, {
    code: 'no_file',
    message: 'The request brings no file along.',
    hint: 'Send the file as the body, or as the field “file” of a multipart form.',
  });
}

import type { Readable } from 'node:stream';
import { type AppLoadContext, createReadableStreamFromReadable } from '@remix-run/node';
import { answerApi } from './answer-api.server';

/** A file that is made for who asks for it. */
export interface MadeFile {
  body: Readable | string;
  /** For who saves it. */
  name: string;
  /** Its media type. */
  type: string;
}

/**
 * Runs a handler that makes a file: it is sent to be saved, as it is made; what the handler throws is answered as
 * in `answerApi`. Nothing is read for who asks for the headers alone.
 */
export async function answerFile(
  context: AppLoadContext,
  { method }: Request,
  work: () => Promise<MadeFile>,
): Promise<Response> {
  let made: MadeFile | null = null;
  const told = await answerApi(context, async () => {
    made = await work();
    return { status: 200, body: null };
  });
  if (!made) return told;
  const { body, name, type }: MadeFile = made;
  const headers = {
    'Content-Type': type,
    'Content-Disposition': attachment(name),
    'Cache-Control': 'no-store',
  };
  if (method !== 'HEAD') {
    return new Response(typeof body === 'string' ? body : createReadableStreamFromReadable(body), {
      headers,
    });
  }
  if (typeof body !== 'string') body.destroy();
  return new Response(null, { headers });
}

/** A file's name, in letters that every program reads and in its own (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`;
}

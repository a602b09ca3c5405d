import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A request's body, whichever way it was sent. */
export interface RequestBody {
  /** JSON as it is, or the text fields of a form; repeated fields become lists. */
  fields: Record<string, unknown>;
  /** Whether it was a form. */
  isForm: boolean;
  files: { field: string; name: string; type: string; bytes: Uint8Array }[];
  /** Equal for equal requests. */
  inputHash: string;
}

/** Reads JSON or a multipart form; null when it is neither. */
export async function readBody(request: IncomingMessage, path: string): Promise<RequestBody | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type, path);
  try {
    const fields = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
    return { fields, isForm: false, files: [], inputHash: hashOf(path, bytes) };
  } catch {
    return null;
  }
}

async function readForm(bytes: Buffer, type: string, path: string): Promise<RequestBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const fields: Record<string, unknown> = {};
  const files: RequestBody['files'] = [];
  const hashed: (string | Uint8Array)[] = [];
  for (const [key, value] of form) {
    const field = key.replace(/\[\]$/, '');
    if (typeof value === 'string') {
      fields[field] = key.endsWith('[]')
        ? [...((fields[field] as string[] | undefined) ?? []), value]
        : value;
      hashed.push(field, value);
    } else {
      const content = new Uint8Array(await value.arrayBuffer());
      files.push({ field, name: value.name, type: value.type, bytes: content });
      hashed.push(field, content);
    }
  }
  // The boundary between a form's parts is random, so it is the parts that count.
  return { fields, isForm: true, files, inputHash: hashOf(path, ...hashed) };
}

function hashOf(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}

import { ApiFault } from './api-fault';
import { isDeeperThan, jsonTooDeep, MOST_LEVELS } from './json-depth';
import { readForm } from './read-form';

/**
 * Reads a request's body as named fields: a JSON object, or a form of either encoding. An empty body has none.
 * The HTTP server has already limited its size.
 * @throws ApiFault 415 for other content types, 400 for JSON or forms that cannot be read or are beyond their limits.
 */
export async function readFields(request: Request): Promise<Record<string, unknown>> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/json') return readJson(request);
  if (type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data')
    return Object.fromEntries(await readForm(request));
  if (type === '' && (await readText(request)) === '') return {};
  throw new ApiFault(415, {
    code: 'unsupported_content_type',
    message:
      type === ''
        ? 'The request does not say what its body is.'
        : `A body of type ${type.slice(0, 80)} cannot be read.`,
    hint: 'Send application/json or application/x-www-form-urlencoded.',
  });
}

/** Nobody hears what is thrown where the sender has gone, or was too slow: it is no fault of ours. */
async function readText(request: Request): Promise<string> {
  return request.text().catch(() => {
    throw new ApiFault(400, {
      code: 'body_cut_short',
      message: 'The request ended before its whole body had come.',
      hint: 'Send it again.',
    });
  });
}

async function readJson(request: Request): Promise<Record<string, unknown>> {
  const text = await readText(request);
  if (text.trim() === '') return {};
  if (isDeeperThan(MOST_LEVELS, text)) throw jsonTooDeep();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ApiFault(400, {
      code: 'malformed_json',
      message: 'The body is not well-formed JSON.',
      hint: 'Check quotes, commas and brackets; line breaks inside a string are written \\n.',
    });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new ApiFault(400, {
    code: 'not_an_object',
    message: 'The body is JSON, but not an object.',
    hint: 'Send an object such as {"story": "Once upon a time…"}.',
  });
}

import { ApiFault } from './api-fault';

/**
 * Reads a request's body as named fields: a JSON object, or a form of either encoding. An empty body has none.
 * The HTTP server has already limited its size.
 * @throws ApiFault 415 for other content types, 400 for JSON or forms that cannot be read.
 */
export async function readFields(request: Request): Promise<Record<string, unknown>> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/json') return readJson(request);
  if (type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data')
    return readForm(request);
  if (type === '' && (await request.text()) === '') return {};
  throw new ApiFault(415, {
    code: 'unsupported_content_type',
    message:
      type === ''
        ? 'The request does not say what its body is.'
        : `A body of type ${type.slice(0, 80)} cannot be read.`,
    hint: 'Send application/json or application/x-www-form-urlencoded.',
  });
}

async function readJson(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text();
  if (text.trim() === '') return {};
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

async function readForm(request: Request): Promise<Record<string, unknown>> {
  try {
    return Object.fromEntries(await request.formData());
  } catch {
    throw new ApiFault(400, {
      code: 'malformed_form',
      message: 'The form could not be read.',
      hint: 'Check that the body is encoded as its Content-Type says.',
    });
  }
}

import { ApiFault } from './api-fault';

/** More fields than any form of ours has: one that acts on all videos of a page names each. */
const MOST_FIELDS = 400;

/**
 * Reads a form of either encoding.
 * @param most how many fields it may have
 * @throws ApiFault 400 for one that cannot be read, or has more fields
 */
export async function readForm(request: Request, most = MOST_FIELDS): Promise<FormData> {
  const form = await request.formData().catch(() => {
    throw new ApiFault(400, {
      code: 'malformed_form',
      message: 'The form could not be read.',
      hint: 'Check that the body is encoded as its Content-Type says.',
    });
  });
  let fields = 0;
  for (const _field of form.keys()) fields += 1;
  if (fields <= most) return form;
  throw new ApiFault(400, {
    code: 'too_many_fields',
    message: `The form has more than ${most} fields.`,
    hint: 'Send only the fields that docs/api.md lists, each once.',
  });
}

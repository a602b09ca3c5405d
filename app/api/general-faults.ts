/** What may be wrong with requests whatever they ask for, by the guards and readers in front of the operations. Pure. */
import { statusOfCode } from '#app/http/api-fault.ts';
import { isReading, isStreaming, type Operation } from './operation';

interface GeneralFault {
  status: number;
  /** Of which operations it can be told. */
  of: (operation: Operation) => boolean;
}

const ALL = () => true;
const bringsText = ({ body }: Operation) => body?.kind === 'json' || body?.kind === 'fields';
/** Files of scenes are taken as whatever they are sent, and looked at. */
const bringsForm = ({ body }: Operation) => body?.kind === 'fields' || body?.size === 'project';
const isChanging = (operation: Operation) => !isReading(operation);
const hasContent = ({ answers }: Operation) =>
  Object.values(answers).some(({ schema, file, events }) => schema ?? file ?? events);

const GENERAL: Readonly<Record<string, GeneralFault>> = {
  bad_request: { status: 400, of: ALL },
  invalid_parameter: { status: 400, of: ({ params, query }) => (params ?? query) !== undefined },
  invalid_since: { status: 400, of: isStreaming },
  invalid_idempotency_key: { status: 400, of: ({ creates }) => creates },
  malformed_json: { status: 400, of: bringsText },
  json_too_deep: { status: 400, of: bringsText },
  not_an_object: { status: 400, of: bringsText },
  body_cut_short: { status: 400, of: bringsText },
  malformed_form: { status: 400, of: bringsForm },
  too_many_fields: { status: 400, of: ({ body }) => body?.kind === 'fields' },
  not_logged_in: { status: 401, of: ALL },
  unknown_host: { status: 403, of: ALL },
  token_scope: { status: 403, of: ALL },
  cross_origin: { status: 403, of: isChanging },
  not_found: { status: 404, of: ({ params }) => params !== undefined },
  not_acceptable: { status: 406, of: hasContent },
  length_required: { status: 411, of: ALL },
  body_too_large: { status: 413, of: ALL },
  unsupported_content_type: {
    status: 415,
    of: (operation) => bringsText(operation) || bringsForm(operation),
  },
  request_unreadable: { status: 422, of: ({ body }) => body?.kind === 'json' },
  too_many_requests: { status: 429, of: ({ counts }) => counts !== null },
  too_many_streams: { status: 429, of: isStreaming },
  too_many_headers: { status: 431, of: ALL },
  unexpected: { status: 500, of: ALL },
  database_away: { status: 503, of: ALL },
  storage_away: { status: 503, of: ALL },
  storage_refused: { status: 503, of: ALL },
  disk_full: { status: 507, of: isChanging },
  disk_read_only: { status: 507, of: isChanging },
};

/** Of what is said by operations alone. */
const OWN_STATUS: Readonly<Record<string, number>> = { scene_not_found: 404, no_file: 400 };

/** By which fields are refused, each with a code of its own. */
export const FIELD_STATUS = 422;

/**
 * All that may be wrong with a request for an operation: codes by status.
 * @throws Error for a code of the operation that has no status: nobody would hear it
 */
export function faultsOf(operation: Operation): Map<number, string[]> {
  const general = Object.entries(GENERAL).flatMap(([code, { status, of }]): [number, string][] =>
    of(operation) ? [[status, code]] : [],
  );
  const own = operation.faults.map((code): [number, string] => {
    const status = OWN_STATUS[code] ?? statusOfCode(code);
    if (status === undefined) throw new Error(`The fault ${code} has no status.`);
    return [status, code];
  });
  const byStatus = new Map<number, string[]>(operation.refusesFields ? [[FIELD_STATUS, []]] : []);
  for (const [status, code] of [...general, ...own])
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  return byStatus;
}

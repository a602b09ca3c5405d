/** Faults as problem details (RFC 9457): what every operation answers where something is wrong. Pure. */
import type { z } from 'zod';
import type { ApiFault } from '#app/http/api-fault.ts';
import type { problemSchema } from './schemas/problem-schema';

export const PROBLEM_TYPE = 'application/problem+json';

export type Problem = z.infer<typeof problemSchema>;

/** A fault as problem details. */
export function problemOf({
  status,
  fault,
  details,
}: Pick<ApiFault, 'status' | 'fault' | 'details'>): Problem {
  const { code, message, hint, field } = fault;
  const fields = details.fields ?? (field === undefined ? [] : [{ field, message, hint, code }]);
  return {
    type: `urn:storyshort:fault:${code}`,
    title: titleOf(code),
    status,
    detail: message,
    ...{ code, hint },
    retryable: details.retryable ?? MAY_PASS.has(status),
    ...(fields.length > 0 && {
      errors: fields.map(({ field: at, message: detail, hint: next, code: name }) => ({
        ...{ field: at, detail },
        ...(next !== undefined && { hint: next }),
        ...(name !== undefined && { code: name }),
      })),
    }),
    ...(details.parts && { parts: [...details.parts] }),
  };
}

/** Statuses of what may be otherwise in a moment. */
const MAY_PASS: ReadonlySet<number> = new Set([408, 429, 500, 503, 507]);

/** `video_not_found` as a title: the same for all faults of one code. */
function titleOf(code: string): string {
  const words = code.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

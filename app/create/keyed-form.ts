import type { ShouldRevalidateFunction } from '@remix-run/react';

/** A form that was refused is sent again under the same key, unless that key already stands for something else. */
export const newKeyOnConflict: ShouldRevalidateFunction = ({
  formMethod,
  actionResult,
  defaultShouldRevalidate,
}) => {
  if (formMethod === undefined) return defaultShouldRevalidate;
  const refused = actionResult as { fault?: { code?: string } | null } | undefined;
  return refused?.fault?.code === 'idempotency_conflict';
};

import type { AppLoadContext } from '@remix-run/node';
import { writeDeed } from '#jobs/accounts/deeds.server.ts';
import type { DeedKind } from '#jobs/accounts/deeds.ts';

/** Writes down what the visitor did; nothing where nobody has an account. @param subjects such as videos' ids */
export async function noteDeed(
  { backend, visitor }: AppLoadContext,
  what: DeedKind,
  ...subjects: readonly string[]
): Promise<void> {
  if (visitor) for (const subject of subjects) await writeDeed(backend.db, visitor, what, subject);
}

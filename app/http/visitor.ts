/** Who asks, as loaders and actions see it. */
import type { AppLoadContext } from '@remix-run/node';
import { json } from '@remix-run/node';
import type { Visitor } from '#jobs/accounts/person-account.ts';
import type { Door } from './door';

export interface Inside {
  door: Door;
  visitor: Visitor;
}

/** @throws Response 404 where the site has no door, or nobody is known: then there are no accounts to be shown */
export function requireVisitor({ door, visitor }: AppLoadContext): Inside {
  if (!door || !visitor || visitor.scopes !== null) throw json(null, { status: 404 });
  return { door, visitor };
}

/** @throws Response as `requireVisitor`, and 404 for whoever is no admin: the page is none of their business */
export function requireAdmin(context: AppLoadContext): Inside {
  const inside = requireVisitor(context);
  if (inside.visitor.role !== 'admin') throw json(null, { status: 404 });
  return inside;
}

/**
 * What is of the house rather than of anybody in it: everybody's where nobody has an account, else the admins'.
 * @throws Response 404 for others
 */
export function forAdmins({ visitor }: AppLoadContext): void {
  if (visitor && visitor.role !== 'admin') throw json(null, { status: 404 });
}

/**
 * A page for people, whether they have accounts or not: a program's token does not open it.
 * @throws Response 404
 */
export function pageOfPeople({ visitor }: AppLoadContext): void {
  if (visitor && visitor.scopes !== null) throw json(null, { status: 404 });
}

/** @throws Response 404 where the site has no door */
export function requireDoor({ door }: AppLoadContext): Door {
  if (!door) throw json(null, { status: 404 });
  return door;
}

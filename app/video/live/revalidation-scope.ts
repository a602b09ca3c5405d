/**
 * Keeps a poll from reloading more than it asked for. `useRevalidator` reloads the loaders of every active
 * route and of every fetcher; this says which of them the running revalidation is meant for.
 */
import type { ShouldRevalidateFunctionArgs } from '@remix-run/react';

/** `status` is the poll, `page` the reload after something changed, null an ordinary reload of everything. */
export type RevalidationScope = 'status' | 'page' | null;

let scope: RevalidationScope = null;

/** Says what the revalidation that begins now is meant for; null when it is over. */
export function setRevalidationScope(next: RevalidationScope): void {
  scope = next;
}

/** `shouldRevalidate` of routes whose data change only when something happened. */
export function reachesPage(request: ShouldRevalidateFunctionArgs): boolean {
  return isPlainReload(request) ? scope !== 'status' : request.defaultShouldRevalidate;
}

/**
 * `shouldRevalidate` of the status route: it is asked by polls alone. After a form the page's own data are
 * newer, and a video that was just deleted has no status to ask for.
 */
export function reachesStatus(request: ShouldRevalidateFunctionArgs): boolean {
  return scope === 'status' && isPlainReload(request);
}

/** Neither a navigation nor the end of a form: somebody called `revalidate()`. */
function isPlainReload({ currentUrl, nextUrl, formMethod }: ShouldRevalidateFunctionArgs): boolean {
  return formMethod === undefined && currentUrl.href === nextUrl.href;
}

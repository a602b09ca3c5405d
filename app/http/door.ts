/** What pages and the HTTP server know of the door, where the site has one. */
import type { Accounts } from '#jobs/accounts/login.server.ts';
import type { SetupCode } from '#jobs/accounts/setup-code.ts';

export interface Door extends Accounts {
  /** Lets the first account be made; of no use once there is one. */
  setup: SetupCode;
  /** Under which address the site is opened; null to go by what a request says. */
  siteUrl: string | null;
}

/** The address of a page of ours as it is handed to people. */
export function linkTo({ siteUrl }: Pick<Door, 'siteUrl'>, request: Request, path: string): string {
  return new URL(path, siteUrl ?? request.url).href;
}

/** A path of this site that somebody wanted to go to, never an address of another one. */
export function safeTarget(value: unknown): string {
  return typeof value === 'string' && /^\/(?![/\\])[^\\\s]*$/u.test(value) ? value : '/';
}

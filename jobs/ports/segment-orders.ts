/**
 * The port behind which a painter that draws elsewhere, for money, keeps what it ordered of a segment: it is ordered
 * once, which is what is paid for, and collected later, also after a crash.
 */
import type { ProviderIdentity } from '#jobs/story/film/provider-identity.ts';
import { type CallHooks, NO_HOOKS } from './calls/call-hooks';

export interface SegmentOrders {
  /** What was ordered and is not collected yet, by the name that its server gave it; null for nothing. */
  read(): Promise<string | null>;
  /**
   * Has it ordered under the ledger, and keeps its name before anything else happens.
   * @param painter who is paid
   * @param order answers the name
   * @throws what `order` throws, and what the ledger forbids
   */
  place(painter: ProviderIdentity, order: (hooks: CallHooks) => Promise<string>): Promise<string>;
  /** Forgets it: it can never be had, or nobody wants it any more. */
  forget(): Promise<void>;
  /** Whether the film was cancelled or deleted, so that nobody will collect it. */
  isGivenUp(): Promise<boolean>;
}

/** For segments that belong to no film: nothing is kept. */
export const NO_ORDERS: SegmentOrders = {
  read: () => Promise.resolve(null),
  place: (_painter, order) => order(NO_HOOKS),
  forget: () => Promise.resolve(),
  isGivenUp: () => Promise.resolve(true),
};

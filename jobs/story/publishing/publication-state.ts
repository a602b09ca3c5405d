/** What becomes of a film that is to be published. Pure, and without zod, as pages read it in the browser. */

/** What kind of place films are published at: a channel at YouTube, or an address that is told of them. */
export const TARGET_KINDS = ['youtube', 'webhook'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** What a publication may become from each of its states. */
const NEXT = {
  queued: ['uploading', 'failed', 'cancelled'],
  uploading: ['uploading', 'published', 'failed', 'cancelled'],
  published: [],
  failed: ['queued'],
  cancelled: ['queued'],
} as const satisfies Record<string, readonly string[]>;

export type PublicationState = keyof typeof NEXT;
export const PUBLICATION_STATES = Object.keys(NEXT) as [PublicationState, ...PublicationState[]];

/** The states from which one may be reached. */
export function statesLeadingTo(to: PublicationState): PublicationState[] {
  return PUBLICATION_STATES.filter((from) => (NEXT[from] as readonly string[]).includes(to));
}

/** States in which a job is expected to be working, or waiting to work, on it. */
export const UNDER_WAY: readonly PublicationState[] = statesLeadingTo('cancelled');

export function isUnderWay(state: PublicationState): boolean {
  return UNDER_WAY.includes(state);
}

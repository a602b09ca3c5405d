import { type Fault, StoryError } from '#jobs/story/film/fault.ts';

/** What is known of a failed call besides its fault. */
export interface FailureFacts {
  /** HTTP status, or null when there was no answer. */
  status: number | null;
  /** How long the server asks to be left alone, ms, or null. */
  retryAfterMs: number | null;
  /** The model refuses this content: softer words may help, the same ones never will. */
  refused: boolean;
  /** The server may have done the work and charge for it, although its result was lost. */
  maybeCharged: boolean;
}

const UNREMARKABLE: FailureFacts = { status: null, retryAfterMs: null, refused: false, maybeCharged: false };

/** A call to a provider that failed, in words that never hold a key. */
export class ProviderFault extends StoryError {
  readonly facts: FailureFacts;

  constructor(fault: Fault, facts: Partial<FailureFacts> = {}) {
    super(fault);
    this.facts = { ...UNREMARKABLE, ...facts };
  }
}

/** Whether the model refused the content, so that it should be asked with softer words or not at all. */
export function isRefusal(error: unknown): error is ProviderFault {
  return error instanceof ProviderFault && error.facts.refused;
}

import { type Fault, StoryError } from '#jobs/story/film/fault.ts';

/** Code of the fault of a model that the server has not, or has no more. */
export const MODEL_UNKNOWN = 'model_unknown';

/** Code of the fault of a request that a server does not take as it is. */
export const REQUEST_REJECTED = 'request_rejected';
/** Code of the fault of something that answers in another protocol, such as a web page. */
export const OTHER_PROTOCOL = 'not_openai_protocol';

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
  /** Its answer came and cannot be used: another one is paid for as this one was. */
  unusable: boolean;
}

const UNREMARKABLE: FailureFacts = {
  ...{ status: null, retryAfterMs: null },
  ...{ refused: false, maybeCharged: false, unusable: false },
};

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

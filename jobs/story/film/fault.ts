/** Faults that a person can meet: what happened, why, and what to do next. Holds no zod, as pages read it in the browser. */

/** What is stored with a video or a scene and shown on its page and in the API. */
export interface Fault {
  /** Stable, machine-readable, snake_case. */
  code: string;
  /** What happened and why, in a sentence. */
  message: string;
  /** What to do next, in a sentence. */
  hint: string;
  /** Whether the same work may succeed when it is tried again unchanged. */
  retryable: boolean;
}

export class StoryError extends Error implements Fault {
  override readonly name = 'StoryError';
  readonly code: string;
  readonly hint: string;
  readonly retryable: boolean;

  constructor(fault: Fault, options?: { cause?: unknown }) {
    super(fault.message, options);
    this.code = fault.code;
    this.hint = fault.hint;
    this.retryable = fault.retryable;
  }

  toFault(): Fault {
    return { code: this.code, message: this.message, hint: this.hint, retryable: this.retryable };
  }
}

/** The attempt was overtaken, cancelled or shut down: nothing failed, and nothing may be written any more. */
export class AttemptEnded extends Error {
  override readonly name = 'AttemptEnded';
  readonly reason: 'superseded' | 'cancelled' | 'shutdown';

  constructor(reason: 'superseded' | 'cancelled' | 'shutdown') {
    super(`The attempt has ended: ${reason}.`);
    this.reason = reason;
  }
}

/** Turns anything thrown into a fault; what is not a `StoryError` is unexpected and may be retried. */
export function toFault(thrown: unknown): Fault {
  if (isStoryError(thrown)) return thrown.toFault();
  return {
    code: 'unexpected',
    message: `Something unexpected went wrong: ${firstLine(thrown)}`,
    hint: 'Try again. If it happens every time, the worker’s log has the details.',
    retryable: true,
  };
}

/** A thread may hold two copies of this module: one that came with its entry, one with what that loads later. */
function isStoryError(thrown: unknown): thrown is StoryError {
  return thrown instanceof Error && thrown.name === 'StoryError' && 'toFault' in thrown;
}

function firstLine(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return (text.split('\n')[0] ?? '').slice(0, 300);
}

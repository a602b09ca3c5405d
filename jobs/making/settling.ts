import { diskFault } from '#jobs/ports/disk-fault.ts';
import { AttemptEnded, StoryError } from '#jobs/story/film/fault.ts';

/**
 * Waits until all have settled and throws the gravest of their errors: the attempt's end, then a fault that
 * no repetition mends or that keeps all others from being stored, then any other. The first grave one aborts the rest
 * at once; a fault that may pass lets the others finish, so that the next attempt finds their work done.
 */
export async function allOrWorst<T>(work: readonly Promise<T>[], abort: AbortController): Promise<T[]> {
  const settled = await Promise.allSettled(
    work.map((promise) =>
      promise.catch((error: unknown) => {
        if (gravity(error) > 0) abort.abort(error);
        throw error;
      }),
    ),
  );
  const errors = settled.filter((outcome) => outcome.status === 'rejected').map((outcome) => outcome.reason);
  if (errors.length > 0)
    throw errors.reduce((worst, error) => (gravity(error) > gravity(worst) ? error : worst));
  return settled.filter((outcome) => outcome.status === 'fulfilled').map((outcome) => outcome.value);
}

function gravity(error: unknown): number {
  if (error instanceof AttemptEnded) return 2;
  if (error instanceof StoryError && !error.retryable) return 1;
  if (diskFault(error)) return 1;
  return 0;
}

import type { JobWithMetadata } from 'pg-boss';
import type { Errand } from '#jobs/ports/errands.ts';
import { tellPast, traced } from '#jobs/ports/tracing.ts';
import type { ProcessVideo } from '#jobs/work/process-video.ts';

/** Does a job's attempt within the trace of whoever asked for the film, after its time in the queue. */
export function tracedAttempt<T>(job: JobWithMetadata<ProcessVideo>, attempt: () => Promise<T>): Promise<T> {
  const { videoId, traceparent, setbacks = 0, rests = 0, cuts = 0 } = job.data;
  const facts = { video_id: videoId };
  // Given back by the queue itself, it waits since its last worker was given up.
  const since = job.retryCount > 0 ? job.startAfter : job.createdOn;
  if (traceparent) tellPast('queue wait', facts, since, traceparent);
  const counts = { attempt: setbacks + 1, rests, cuts, deaths: job.retryCount };
  return traced('attempt', { ...facts, ...counts }, attempt, traceparent);
}

/** Does an errand within the trace of the film that it is for. */
export function tracedErrand<T>(
  traceparent: string | undefined,
  { kind, position }: Errand,
  errand: () => Promise<T>,
): Promise<T> {
  return traced('errand', { kind, scene: position + 1 }, errand, traceparent);
}

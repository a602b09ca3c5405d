/** How far a render is, as Remotion's client tells it. Pure. */
import { z } from 'zod';
import type { ProviderFault } from '#jobs/ports/calls/provider-fault.ts';
import { renderingFault } from './lambda-fault';

/** What is read of it. */
const progressSchema = z.object({
  done: z.boolean(),
  framesRendered: z.number().catch(0),
  fatalErrorEncountered: z.boolean().catch(false),
  errors: z
    .array(
      z.object({
        message: z.string().catch(''),
        explanation: z.string().nullish(),
        isFatal: z.boolean().catch(false),
        willRetry: z.boolean().catch(false),
      }),
    )
    .catch([]),
  outBucket: z.string().nullish(),
  outKey: z.string().nullish(),
  /** When its main function is ended at the latest, ms. */
  timeoutTimestamp: z.number().nullish(),
});

/** A function that is ended may have written its last words a while before, ms. */
const GRACE_MS = 60_000;

export type RenderState =
  | { is: 'underway'; frames: number }
  | { is: 'done'; bucket: string; key: string }
  | { is: 'failed'; fault: ProviderFault };

/** @param told by `getRenderProgress` */
export function renderState(told: unknown, nowMs: number): RenderState {
  const { done, framesRendered, fatalErrorEncountered, errors, outBucket, outKey, timeoutTimestamp } =
    progressSchema.parse(told);
  if (done && outBucket && outKey) return { is: 'done', bucket: outBucket, key: outKey };
  const fatal = errors.find(({ isFatal, willRetry }) => isFatal && !willRetry);
  if (fatalErrorEncountered || fatal)
    return {
      is: 'failed',
      fault: renderingFault([fatal?.explanation, fatal?.message].filter(Boolean).join(' ')),
    };
  if (timeoutTimestamp && nowMs > timeoutTimestamp + GRACE_MS)
    return { is: 'failed', fault: renderingFault('The main function timed out.') };
  return { is: 'underway', frames: framesRendered };
}

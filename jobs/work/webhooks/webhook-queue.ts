/** The queue of what is to be sent to webhooks. */
import type { Queue } from 'pg-boss';
import { z } from 'zod';

export const WEBHOOK = 'webhook';

export const webhookJob = z.object({ deliveryId: z.uuid() });
export type WebhookJob = z.infer<typeof webhookJob>;

/** How often it is tried again: with the pauses below over more than a day. */
export const MOST_RETRIES = 13;

/** Again after 10 s, and after twice as long each time, up to six hours. */
export const WEBHOOK_POLICY = {
  policy: 'standard',
  retryLimit: MOST_RETRIES,
  retryDelay: 10,
  retryBackoff: true,
  retryDelayMax: 6 * 3600,
  expireInSeconds: 60,
  deleteAfterSeconds: 3600,
} as const satisfies Omit<Queue, 'name'>;

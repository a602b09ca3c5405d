/** What webhooks tell of videos, after the scheme of https://www.standardwebhooks.com. Pure. */
import type { VideoStatus } from '#jobs/story/film/status.ts';

/** By the state that a video came to. */
const TYPES = {
  script_generated: 'video.script_written',
  assets_missing: 'video.needs_attention',
  completed: 'video.completed',
  failed: 'video.failed',
  cancelled: 'video.cancelled',
} as const satisfies Partial<Record<VideoStatus, string>>;

export const WEBHOOK_TYPES = Object.values(TYPES);
export type WebhookType = (typeof TYPES)[keyof typeof TYPES];

/** States that are told. */
export const TOLD_STATUSES = Object.keys(TYPES) as (keyof typeof TYPES)[];

/** What a video came to, as it is told. */
export interface ToldEvent {
  videoId: string;
  title: string;
  to: keyof typeof TYPES;
  at: Date;
  message: string;
  /** Code of its fault; null where there is none. */
  fault: string | null;
}

/** What is sent; thin: whoever wants to know more asks the API. */
export interface WebhookBody<Type = WebhookType | 'webhook.test'> {
  type: Type;
  /** ISO 8601, when it happened. */
  timestamp: string;
  data: Record<string, string | null>;
}

export function webhookBody({ videoId, title, to, at, message, fault }: ToldEvent): WebhookBody<WebhookType> {
  const data = { videoId, title, status: to, message, fault };
  return { type: TYPES[to], timestamp: at.toISOString(), data };
}

/** What is sent to try an address. */
export function testBody(at: Date): WebhookBody {
  return { type: 'webhook.test', timestamp: at.toISOString(), data: { message: 'This is a test.' } };
}

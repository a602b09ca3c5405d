/** What can be asked of a connected server. */
export const CAPABILITIES = ['script', 'image', 'speech', 'transcribe', 'moderation', 'motion'] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** What a server is called for: a capability, or the drawing of a segment, which the engine's settings say nothing of. */
export type CallPurpose = Capability | 'render';

/** What all workers together may ask of a server. */
export interface RateLimits {
  /** Calls under way at once. */
  concurrency: number;
  /** Calls begun within any minute. */
  perMinute: number;
}

/** Which server is asked for what. */
export interface CalledServer {
  capability: CallPurpose;
  /** Name and port: limits are kept for each. */
  host: string;
}

/** What a person calls the server of a capability. */
const SERVER_NAMES: Record<CallPurpose, string> = {
  script: 'script',
  image: 'picture',
  speech: 'speech',
  transcribe: 'transcription',
  moderation: 'moderation',
  motion: 'motion',
  render: 'render',
};

/** A server at the beginning of a sentence: `The picture server (localhost:8080)`. */
export function serverName({ capability, host }: CalledServer): string {
  return `The ${SERVER_NAMES[capability]} server (${host})`;
}

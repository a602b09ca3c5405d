/** The port behind which a still picture begins to move. */
import { StoryError } from '#jobs/story/film/fault.ts';
import type { ProviderIdentity } from '#jobs/story/film/provider-identity.ts';
import type { MotionService } from '#jobs/story/order/motion-service.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';
import { isRefusal } from './calls/provider-fault';

export interface MotionRequest {
  still: Uint8Array;
  mimeType: 'image/jpeg' | 'image/png' | 'image/webp';
  /** What is seen, and how it is to move. */
  prompt: string;
  /** One of the service's lengths. */
  seconds: number;
  format: FormatName;
}

/** A clip takes a server minutes: it is ordered, which is what is paid for, and collected later, also after a crash. */
export interface Animator {
  readonly identity: ProviderIdentity;
  readonly service: MotionService;
  /** Its calls pass the hooks that it was made with. */
  readonly isCounted?: boolean;
  /** Orders a clip. @returns the server's name of the order. @throws a `StoryError` */
  order(request: MotionRequest, signal: AbortSignal): Promise<string>;
  /**
   * Waits for an ordered clip.
   * @returns its bytes, an MP4
   * @throws StoryError of which `isClipOver` says whether any waiting mends it; one that rests where the server asks to
   *   be left alone
   */
  collect(order: string, signal: AbortSignal): Promise<Uint8Array>;
}

/** The server could not make a clip, and has one no more. */
export const CLIP_FAILED = 'clip_failed';
export const CLIP_LOST = 'clip_lost';

/** Whether an ordered clip can never be had: it failed, was refused, or is gone. A rejected key is no such thing. */
export function isClipOver(error: unknown): boolean {
  if (isRefusal(error)) return true;
  return error instanceof StoryError && (error.code === CLIP_FAILED || error.code === CLIP_LOST);
}

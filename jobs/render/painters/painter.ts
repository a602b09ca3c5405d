/** The port behind which the ways of drawing a segment's frames stand. */
import type { RenderCare } from '#jobs/ports/renderer.ts';
import type { SegmentOrders } from '#jobs/ports/segment-orders.ts';
import type { SegmentProps } from '#remotion/contract/story-props.ts';

/** How long a painter may show no progress, ms. */
export const STALL_MS = 120_000;

export interface PaintRequest {
  props: SegmentProps;
  /** How many frames the segment has. */
  frames: number;
  /** Where the MPEG-TS goes, an absolute path; what stands there after a fault is the caller's to remove. */
  outFile: string;
  /** Told as frames are drawn and encoded, how many there are by now. */
  onFrames: (done: number) => void;
  signal: AbortSignal;
  care: RenderCare;
  /** Where what is paid for is kept until it is here. */
  orders: SegmentOrders;
}

/** How many threads or tabs of those that are allowed a segment is drawn with. */
export function withCare(concurrency: number, care: RenderCare): number {
  return care === 'least' ? Math.max(1, Math.floor(concurrency / 2)) : concurrency;
}

export interface Painter {
  /** Told apart in a segment's hash: they draw alike, but not the same bytes, and theirs cannot be joined. */
  readonly name: 'canvas' | 'screenshots' | 'lambda';
  /** See `Renderer.readsFiles`. */
  readonly readsFiles: boolean;
  /**
   * Draws and encodes every frame as MPEG-TS (H.264, `ENCODING`), which begins with a keyframe.
   *
   * @throws the signal's reason once it is aborted
   * @throws StoryError see `render-fault.ts`
   */
  paint(request: PaintRequest): Promise<void>;
  /** Ends what is kept open between segments. */
  close(): Promise<void>;
}

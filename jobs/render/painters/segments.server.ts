/** Draws one scene's stretch of the film and encodes it. */
import path from 'node:path';
import type { RenderCare } from '#jobs/ports/renderer.ts';
import { NO_ORDERS, type SegmentOrders } from '#jobs/ports/segment-orders.ts';
import { finishedFile } from '#jobs/render/ffmpeg/finished-file.server.ts';
import { validateSegment } from '#jobs/render/ffmpeg/probe.server.ts';
import { renderFault } from '#jobs/render/render-fault.ts';
import { AttemptEnded } from '#jobs/story/film/fault.ts';
import { FORMATS, type SegmentProps } from '#remotion/contract/story-props.ts';
import { sceneFrames } from '#remotion/contract/timing.ts';
import type { Painter, PaintRequest } from './painter';

/** How many browsers a segment is drawn with, one after the other, before their loss is a fault. */
const MAX_BROWSERS: Record<RenderCare, number> = { usual: 3, least: 1 };

export interface SegmentRequest {
  painter: Painter;
  props: SegmentProps;
  /** Where the MPEG-TS goes; whole and validated, or not at all. */
  outFile: string;
  /** Told as frames are drawn (encoding keeps pace), never backwards. */
  onFrames: (done: number, total: number) => void;
  signal: AbortSignal;
  /** Absent for `usual`. */
  care?: RenderCare | undefined;
  /** Absent where nothing is kept of what is ordered. */
  orders?: SegmentOrders | undefined;
}

/**
 * Renders a segment as MPEG-TS: H.264 high, 4:2:0, BT.709, without sound, beginning with a keyframe; any
 * number of them, from the same painter, can be joined without encoding again.
 *
 * @throws the signal's reason once it is aborted, nothing being left behind
 * @throws StoryError see `render-fault.ts`; also `segment_invalid`
 */
export async function renderSegment(request: SegmentRequest): Promise<{ frames: number }> {
  const { painter, props, outFile, onFrames, signal, care = 'usual', orders = NO_ORDERS } = request;
  const frames = sceneFrames(props.scene.durationMs);
  let told = 0;
  const tell = (done: number) => {
    if (done <= told) return;
    told = done;
    onFrames(done, frames);
  };
  await finishedFile(outFile, async (temporary) => {
    const file = path.resolve(temporary);
    await paint(painter, { props, frames, outFile: file, onFrames: tell, signal, care, orders });
    await validateSegment(temporary, { ...FORMATS[props.format], frames }, signal);
  });
  tell(frames);
  return { frames };
}

/** Begins anew with another browser where one is lost. */
async function paint(painter: Painter, request: PaintRequest): Promise<void> {
  const { signal, care } = request;
  for (let browsers = 1; ; browsers++) {
    signal.throwIfAborted();
    try {
      return await painter.paint(request);
    } catch (thrown) {
      signal.throwIfAborted();
      if (thrown instanceof AttemptEnded) throw thrown;
      const fault = renderFault(thrown);
      if (fault.code !== 'browser_crashed' || browsers >= MAX_BROWSERS[care]) throw fault;
    }
  }
}

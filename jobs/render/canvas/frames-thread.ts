/** What a thread does that paints a segment: frame by frame, into an encoder beside it. */

import { readFile } from 'node:fs/promises';
import type { MessagePort } from 'node:worker_threads';
import { FrameEncoder } from '#jobs/render/ffmpeg/frame-encoder.server.ts';
import { renderFault } from '#jobs/render/render-fault.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import { FORMATS, type SegmentProps } from '#remotion/contract/story-props.ts';
import { INK } from '#remotion/picture/palette.ts';
import { Compositor } from './compositor';
import { openSegmentFrames } from './segment-frames.server';

/** A segment to be painted. */
export interface FramesTask {
  props: SegmentProps;
  frames: number;
  /** Absolute path of the MPEG-TS. */
  outFile: string;
  /** That the encoder may keep busy. */
  encoderThreads: number;
  /** Tells how many frames are done, and is told by any message to stop. */
  port: MessagePort;
}

/** A fault crosses the thread's border as a value, because errors lose their own fields on the way. */
export type FramesOutcome = { ok: true } | { ok: false; fault: Fault; details: string };

const ARITHMETIC = new URL('./frame-arithmetic.wasm', import.meta.url);

/** One for the thread: a thread paints one segment at a time. */
let compositor: Promise<Compositor> | undefined;

export default async function paintFrames(task: FramesTask): Promise<FramesOutcome> {
  try {
    await paintAll(task);
    return { ok: true };
  } catch (thrown) {
    const details = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    return { ok: false, fault: renderFault(thrown).toFault(), details };
  } finally {
    task.port.close();
  }
}

async function paintAll({ props, frames, outFile, encoderThreads, port }: FramesTask): Promise<void> {
  compositor ??= readFile(ARITHMETIC).then((bytes) => Compositor.open(bytes, INK));
  const painter = await openSegmentFrames(props, await compositor);
  const encoder = new FrameEncoder(FORMATS[props.format], outFile, {
    threads: encoderThreads,
    encoding: props.encoding,
  });
  let isStopped = false;
  port.on('message', () => {
    isStopped = true;
    // Whatever is waited for then ends, be it a program that stands still.
    void painter.close();
    void encoder.cancel();
  });
  try {
    for (let frame = 0; frame < frames && !isStopped; frame += 1) {
      await encoder.write(await painter.paint(frame));
      port.postMessage(frame + 1);
    }
    if (isStopped) throw new Error('The painting was stopped.');
    await encoder.finish();
  } catch (thrown) {
    await encoder.cancel();
    throw thrown;
  } finally {
    await painter.close();
  }
}

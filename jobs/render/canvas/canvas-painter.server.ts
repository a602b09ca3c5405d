/** Paints frames in threads, without a browser, and encodes them beside: many times as fast as screenshots. */
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { type Painter, type PaintRequest, STALL_MS, withCare } from '#jobs/render/painters/painter.ts';
import { renderFault } from '#jobs/render/render-fault.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';
import type { FramesOutcome, FramesTask } from './frames-thread';
import { inThread } from './in-thread.server';

/** Between the scenes of a film, and between films that follow each other, threads stay with what they have loaded. */
const IDLE_MS = 60_000;

/** Whether this machine can: there is a canvas for most platforms. */
export async function canPaint(): Promise<boolean> {
  return import('./node-canvas').then(
    () => true,
    () => false,
  );
}

export interface CanvasSettings {
  /** Segments that are painted at once, and threads that each encoder may keep busy. */
  concurrency: number;
  /** Whether a thread is started at once, and stays though it is idle; absent for no. */
  isReady?: boolean;
  /** How long a segment may show no progress, ms; absent for `STALL_MS`. */
  stallMs?: number;
}

export function canvasPainter({ concurrency, isReady = false, stallMs = STALL_MS }: CanvasSettings): Painter {
  const open = () =>
    new Piscina({
      filename: new URL('./frames-thread.ts', import.meta.url).href,
      execArgv: ['--import', TYPESCRIPT_LOADER],
      minThreads: isReady ? 1 : 0,
      maxThreads: concurrency,
      idleTimeout: IDLE_MS,
    });
  let pool = isReady ? open() : null;
  return {
    name: 'canvas',
    readsFiles: true,
    paint: (request) => {
      pool ??= open();
      return paint(pool, { encoderThreads: concurrency, stallMs }, request);
    },
    close: async () => {
      const closed = pool;
      pool = null;
      await closed?.destroy();
    },
  };
}

async function paint(
  pool: Piscina,
  { encoderThreads, stallMs }: { encoderThreads: number; stallMs: number },
  { props, frames, outFile, onFrames, signal, care }: PaintRequest,
): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let isStalled = false;
  const stop = () => port1.postMessage('stop');
  const watch = setTimeout(() => {
    isStalled = true;
    stop();
  }, stallMs);
  port1.on('message', (done: number) => {
    watch.refresh();
    onFrames(done);
  });
  signal.addEventListener('abort', stop, { once: true });
  try {
    const threads = withCare(encoderThreads, care);
    const task: FramesTask = { props, frames, outFile, encoderThreads: threads, port: port2 };
    const outcome = await inThread<FramesOutcome>(pool, task);
    signal.throwIfAborted();
    if (isStalled) throw renderFault(new Error('Timeout exceeded without a new frame'));
    if (!outcome.ok) throw new StoryError(outcome.fault, { cause: new Error(outcome.details) });
  } finally {
    clearTimeout(watch);
    signal.removeEventListener('abort', stop);
    port1.close();
  }
}

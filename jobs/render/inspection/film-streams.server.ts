/** A finished film as its pixels and its samples. A project file may have brought it: it is read in the cage. */
import type { Readable } from 'node:stream';
import { type OnProcess, startCagedFfmpeg, strangersInput } from '#jobs/render/ffmpeg/caged-ffmpeg.server.ts';
import { FILM_SAMPLE_RATE } from '#jobs/sound/audio/mix.ts';
import type { ReducedSize } from './reduced-size';

/** Of a film of twenty minutes; an ordinary one takes seconds, ms. */
const MOST_WORK_MS = 30 * 60_000;

/** What a program said, and when. */
interface Read {
  /** Called with each piece of what was asked for, whose bytes are the reader's. */
  onPiece: (bytes: Buffer) => void;
  /** Called when the decoder complains. */
  onComplaint: (words: string) => void;
  signal: AbortSignal;
  /** As of `CagedRun`. */
  onProcess?: OnProcess;
}

/** A few frames of a film, from a moment on. */
interface FrameWindow {
  atMs: number;
  frames: number;
}

/**
 * Decodes the picture: frames of a size, in their order, as they stand in the file.
 * @param window absent for all of them
 */
export function readFrames(
  file: string,
  { width, height }: ReducedSize,
  read: Read,
  window?: FrameWindow,
): Promise<void> {
  const args = [
    ...['-threads', '2'],
    // What smooths the edges of blocks takes a fifth of the time, and of all frames nothing here sees it.
    ...(window ? ['-ss', (window.atMs / 1000).toFixed(3)] : ['-skip_loop_filter', 'all']),
    ...[...strangersInput({ only: 'mov' }), '-map', '0:v:0', '-an'],
    ...(window ? ['-frames:v', String(window.frames)] : []),
    ...['-vf', `scale=${width}:${height}:flags=area`],
    ...['-fps_mode', 'passthrough', '-pix_fmt', 'yuv420p', '-c:v', 'rawvideo', '-f', 'image2pipe', '-'],
  ];
  return readAll(file, args, read, (width * height * 3) / 2);
}

/** Decodes all of the sound: 16 bits of two channels in turn. */
export function readSamples(file: string, read: Read): Promise<void> {
  const args = [
    ...[...strangersInput({ only: 'mov' }), '-map', '0:a:0', '-vn'],
    ...['-ac', '2', '-ar', String(FILM_SAMPLE_RATE), '-c:a', 'pcm_s16le', '-f', 'wav', '-'],
  ];
  return readAll(file, args, read, 4 * 4096, wavHeaderBytes);
}

/** Bytes before the samples of a WAV that is written to a pipe; null where so much of it does not say yet. */
function wavHeaderBytes(begun: Buffer): number | null {
  const at = begun.indexOf('data', 12, 'latin1');
  return at < 0 || begun.length < at + 8 ? null : at + 8;
}

/**
 * Gives the output in pieces of one size; what is left at the end is a smaller one.
 * @param headerBytes of what comes before; absent for nothing
 */
async function readAll(
  file: string,
  args: readonly string[],
  read: Read,
  size: number,
  headerBytes: (begun: Buffer) => number | null = () => 0,
): Promise<void> {
  const { onPiece, onComplaint, signal, onProcess } = read;
  signal.throwIfAborted();
  const { task } = await startCagedFfmpeg(
    { program: 'ffmpeg', source: file, args, timeMs: MOST_WORK_MS, ...(onProcess && { onProcess }) },
    { buffer: false },
  );
  // How it ends says nothing that its output and its words do not.
  const ended = task.catch(() => undefined);
  const stop = () => task.kill('SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  task.stderr?.on('data', (words: Buffer) => onComplaint(words.toString()));
  try {
    if (task.stdout) await inPieces(withoutHeader(task.stdout, headerBytes), size, onPiece);
    await ended;
    signal.throwIfAborted();
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

async function* withoutHeader(
  stream: Readable,
  headerBytes: (begun: Buffer) => number | null,
): AsyncGenerator<Buffer> {
  let begun: Buffer | null = Buffer.alloc(0);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (begun === null) {
      yield chunk;
      continue;
    }
    begun = Buffer.concat([begun, chunk]);
    const header = headerBytes(begun);
    if (header === null) continue;
    yield begun.subarray(header);
    begun = null;
  }
}

async function inPieces(
  chunks: AsyncIterable<Buffer>,
  size: number,
  onPiece: (bytes: Buffer) => void,
): Promise<void> {
  const piece = Buffer.alloc(size);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; ) {
      const taken = chunk.copy(piece, filled, from);
      filled += taken;
      from += taken;
      if (filled < size) continue;
      onPiece(piece);
      filled = 0;
    }
  }
  if (filled > 0) onPiece(piece.subarray(0, filled));
}

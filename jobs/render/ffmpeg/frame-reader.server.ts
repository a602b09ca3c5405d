/** Reads a film's frames as pixels, one after the other. A project file may have brought the film: it is read in the cage. */
import { startCagedFfmpeg, strangersInput } from './caged-ffmpeg.server';

/** Work that one reading is at most, ms of a few threads; a scene's clip takes moments. */
const MOST_WORK_MS = 15 * 60_000;

/** A film of which frames are read. */
interface Reel {
  /** Absolute path. */
  file: string;
  container: 'mov' | 'mpegts';
}

/** Frames of a film, from one of them on. */
export class FrameReader {
  readonly #program: ReturnType<typeof startCagedFfmpeg>;
  readonly #bytes: number;
  readonly #chunks: Promise<AsyncIterator<Buffer>>;
  #rest: Buffer[] = [];
  #held = 0;

  /**
   * @param first the frame to begin with, from 0
   * @param bytes of a frame: four for each pixel, of which nothing is scaled
   */
  constructor({ file, container }: Reel, first: number, bytes: number) {
    this.#bytes = bytes;
    const args = [
      ...['-threads', '1', ...strangersInput({ only: container }), '-an'],
      ...(first > 0 ? ['-vf', `trim=start_frame=${first}`] : []),
      ...['-fps_mode', 'passthrough', '-pix_fmt', 'rgba', '-c:v', 'rawvideo', '-f', 'image2pipe', '-'],
    ];
    this.#program = startCagedFfmpeg(
      { program: 'ffmpeg', source: file, args, timeMs: MOST_WORK_MS },
      { stderr: 'ignore', buffer: false },
    );
    // One that fails or is ended has no more frames, which is what is told.
    this.#program.then(({ task }) => task).catch(() => undefined);
    this.#chunks = this.#program.then(({ task: { stdout } }) => {
      if (!stdout) throw new Error('ffmpeg has no output.');
      return stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    });
    this.#chunks.catch(() => undefined);
  }

  /** @returns the next frame's pixels; null after the last one, and where the film cannot be read */
  async next(): Promise<Buffer | null> {
    const chunks = await this.#chunks;
    while (this.#held < this.#bytes) {
      const { value, done } = await chunks.next();
      if (done) return null;
      this.#rest.push(value);
      this.#held += value.length;
    }
    const all = Buffer.concat(this.#rest, this.#held);
    this.#rest = [all.subarray(this.#bytes)];
    this.#held -= this.#bytes;
    return all.subarray(0, this.#bytes);
  }

  /** Ends it, and waits until it is gone: see `FrameEncoder.cancel`. */
  async close(): Promise<void> {
    const started = await this.#program.catch(() => null);
    if (!started) return;
    const { task } = started;
    task.kill('SIGKILL');
    if (task.pid !== undefined && task.exitCode === null && task.signalCode === null)
      await new Promise((resolve) => task.once('exit', resolve));
  }
}

/** Reads a film's frames as pixels, one after the other. */
import { startFfmpeg } from './ffmpeg.server';

/** Frames of a film, from one of them on. */
export class FrameReader {
  readonly #program: ReturnType<typeof startFfmpeg>;
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #bytes: number;
  #rest: Buffer[] = [];
  #held = 0;

  /**
   * @param source path or URL of the film
   * @param first the frame to begin with, from 0
   * @param bytes of a frame: four for each pixel, of which nothing is scaled
   */
  constructor(source: string, first: number, bytes: number) {
    this.#bytes = bytes;
    this.#program = startFfmpeg(
      'ffmpeg',
      [
        ...['-threads', '1', '-i', source, '-an'],
        ...(first > 0 ? ['-vf', `trim=start_frame=${first}`] : []),
        ...['-fps_mode', 'passthrough', '-pix_fmt', 'rgba', '-c:v', 'rawvideo', '-f', 'image2pipe', '-'],
      ],
      { stdin: 'ignore', stderr: 'ignore', buffer: false },
    );
    // One that fails or is ended has no more frames, which is what is told.
    this.#program.catch(() => undefined);
    const { stdout } = this.#program;
    if (!stdout) throw new Error('ffmpeg has no output.');
    this.#chunks = stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** @returns the next frame's pixels; null after the last one, and where the film cannot be read */
  async next(): Promise<Buffer | null> {
    while (this.#held < this.#bytes) {
      const { value, done } = await this.#chunks.next();
      if (done) return null;
      this.#rest.push(value);
      this.#held += value.length;
    }
    const all = Buffer.concat(this.#rest, this.#held);
    this.#rest = [all.subarray(this.#bytes)];
    this.#held -= this.#bytes;
    return all.subarray(0, this.#bytes);
  }

  close(): void {
    this.#program.kill('SIGKILL');
  }
}

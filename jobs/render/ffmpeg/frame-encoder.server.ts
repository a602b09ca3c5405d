/** Encodes frames as they are painted, with x264. */
import type { StoryError } from '#jobs/story/film/fault.ts';
import { type Encoding, FPS } from '#remotion/contract/story-props.ts';
import { ENCODING, x264Arguments } from './encoding';
import { ffmpegFault, startFfmpeg } from './ffmpeg.server';

/** An encoder of one film without sound. */
export class FrameEncoder {
  readonly #program: ReturnType<typeof startFfmpeg>;
  /** How it ended; null as long as it runs, and after a good end. */
  #fault: unknown = null;
  /** Resolves when it is gone and all that it said is there. */
  readonly #gone: Promise<unknown>;
  #words = '';

  /**
   * @param size of the frames, px
   * @param outFile an MPEG-TS, by an absolute path
   * @param threads that it may keep busy
   * @param encoding absent for `standard`
   */
  constructor(
    { width, height }: { width: number; height: number },
    outFile: string,
    { threads, encoding }: { threads: number; encoding?: Encoding | undefined },
  ) {
    this.#program = startFfmpeg(
      'ffmpeg',
      [
        ...['-f', 'image2pipe', '-c:v', 'rawvideo', '-pixel_format', ENCODING.pixelFormat],
        ...['-video_size', `${width}x${height}`, '-frame_size', String((width * height * 3) / 2)],
        ...['-framerate', String(FPS), '-i', 'pipe:0'],
        ...[...x264Arguments(encoding), '-threads', String(threads)],
        ...['-f', 'mpegts', '-y', outFile],
      ],
      { stdout: 'ignore', stripFinalNewline: true },
    );
    this.#program.catch((thrown: unknown) => {
      this.#fault = thrown;
    });
    // What it has not read any more, its end tells.
    this.#program.stdin?.on('error', () => undefined);
    this.#program.stderr?.on('data', (words: Buffer) => {
      this.#words += words.toString();
    });
    this.#gone = new Promise((resolve) => this.#program.once('close', resolve));
  }

  /**
   * Takes a frame in: luma, then both differences of colour (I420, BT.709, film range). The bytes are its own until it
   * is done.
   * @throws StoryError as `runFfmpeg` where it has ended
   */
  async write(planes: Uint8Array): Promise<void> {
    const { stdin } = this.#program;
    if (!stdin || this.#fault) throw await this.#faultOf(this.#fault);
    await new Promise<void>((resolve) => stdin.write(planes, () => resolve()));
    if (this.#fault) throw await this.#faultOf(this.#fault);
  }

  /** Writes what is left. @throws as `write` */
  async finish(): Promise<void> {
    this.#program.stdin?.end();
    try {
      await this.#program;
    } catch (thrown) {
      throw await this.#faultOf(thrown);
    }
  }

  /** A pipe that nobody reads any more is noticed before why: that is told once it is gone. */
  async #faultOf(thrown: unknown): Promise<StoryError> {
    if (this.#program.pid !== undefined) await this.#gone;
    const cause = new Error('The encoder ended.', { cause: thrown });
    return ffmpegFault(
      'ffmpeg',
      Object.assign(cause, { stderr: this.#words, signal: this.#program.signalCode }),
    );
  }

  /**
   * Ends it at once, and waits until it is gone: a thread that rests takes no notice of what ended, which then stays a
   * defunct process. What it has written is not whole.
   */
  async cancel(): Promise<void> {
    this.#program.kill('SIGKILL');
    if (this.#program.pid !== undefined) await this.#gone;
  }
}

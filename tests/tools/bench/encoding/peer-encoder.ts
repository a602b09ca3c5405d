/** x264 as it comes, for frames that the film's own encoder is given as well. */
import { startFfmpeg } from '#jobs/render/ffmpeg/ffmpeg.server.ts';
import { FPS } from '#remotion/contract/story-props.ts';

export class PeerEncoder {
  readonly #program: ReturnType<typeof startFfmpeg>;

  /**
   * @param size of the frames, px
   * @param settings ffmpeg's, besides the preset `veryfast`
   * @param outFile an MPEG-TS, by an absolute path
   */
  constructor(
    { width, height }: { width: number; height: number },
    settings: readonly string[],
    outFile: string,
  ) {
    this.#program = startFfmpeg(
      'ffmpeg',
      [
        ...['-f', 'image2pipe', '-c:v', 'rawvideo', '-pixel_format', 'yuv420p'],
        ...['-video_size', `${width}x${height}`, '-frame_size', String((width * height * 3) / 2)],
        ...['-framerate', String(FPS), '-i', 'pipe:0', '-c:v', 'libx264', '-preset', 'veryfast'],
        ...[...settings, '-f', 'mpegts', '-y', outFile],
      ],
      { stdout: 'ignore' },
    );
    // Its end tells why.
    this.#program.catch(() => undefined);
    this.#program.stdin?.on('error', () => undefined);
  }

  /** Takes a frame in (I420), whose bytes are its own until it is done. */
  write(planes: Uint8Array): Promise<void> {
    return new Promise((resolve) => {
      if (this.#program.stdin) this.#program.stdin.write(planes, () => resolve());
      else resolve();
    });
  }

  /** Writes what is left. @throws what ffmpeg's end tells */
  async finish(): Promise<void> {
    this.#program.stdin?.end();
    await this.#program;
  }
}

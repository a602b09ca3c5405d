import type { SegmentProps } from '#remotion/contract/story-props.ts';

/** The film's painter and its assembly: the port behind which `render/` stands. */
export interface Renderer {
  /** Changes whenever the same props would be drawn differently. */
  readonly version: string;
  /** Whether it reads files by their `file:` URLs; otherwise they have to be served to it. */
  readonly readsFiles: boolean;
  /** Renders one scene's stretch to a file of MPEG-TS. `onFrames` counts frames of this segment. */
  renderSegment(
    props: SegmentProps,
    outFile: string,
    onFrames: (done: number) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** Encodes a film's sound, a WAV, for as many frames as the film has. */
  encodeSound(wavFile: string, frames: number, outFile: string, signal: AbortSignal): Promise<void>;
  /** Joins segments and encoded sound, neither being encoded again. */
  joinFilm(
    segments: readonly { file: string; frames: number }[],
    soundFile: string,
    outFile: string,
    signal: AbortSignal,
  ): Promise<void>;
  /** Takes the best still of the film at one of these moments (ms) as a JPEG. */
  makePoster(film: string, outFile: string, moments: readonly number[], signal: AbortSignal): Promise<void>;
  /** Ends what is kept open between segments. */
  close(): Promise<void>;
}

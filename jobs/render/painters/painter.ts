/** The port behind which the two ways of drawing a segment's frames stand. */
import type { SegmentProps } from '#remotion/contract/story-props.ts';

export interface PaintRequest {
  props: SegmentProps;
  /** How many frames the segment has. */
  frames: number;
  /** Folder for the files to be written, which the caller removes. */
  folder: string;
  /** Told as frames are drawn and encoded, how many there are by now. */
  onFrames: (done: number) => void;
  signal: AbortSignal;
}

export interface Painter {
  /** Told apart in a segment's hash: the two draw alike, but not the same bytes, and cannot be joined. */
  readonly name: 'canvas' | 'screenshots';
  /**
   * Draws and encodes every frame into MP4 files (H.264, `ENCODING`), which played in order are the segment.
   * Each begins with a keyframe.
   *
   * @returns their paths
   * @throws the signal's reason once it is aborted
   * @throws StoryError see `render-fault.ts`
   */
  paint(request: PaintRequest): Promise<string[]>;
  /** A bitstream filter of ffmpeg that the files need to be what `ENCODING` says, or null. */
  readonly bitstreamFilter: string | null;
  /** Ends what is kept open between segments. */
  close(): Promise<void>;
}

import type { Fault } from '#jobs/story/film/fault.ts';
import type { SegmentProps } from '#remotion/contract/story-props.ts';
import type { SegmentOrders } from './segment-orders';

/** How much at once a segment is rendered with: all that the machine has, or half of it after that ended badly. */
export type RenderCare = 'usual' | 'least';

/**
 * Codes of faults of a program or a thread that ended or stood still in the middle of a segment, as where memory ran
 * out: the segment alone is rendered again, with `least`. What lies with a file, a font or the disk is not among them.
 */
const PASSING_FAULTS: readonly string[] = [
  'encoder_died',
  'painter_died',
  'browser_crashed',
  'render_timeout',
];

/** Whether a segment that failed so may be had with more care. */
export function passesWithCare({ code }: Fault): boolean {
  return PASSING_FAULTS.includes(code);
}

/** The film's painter and its assembly: the port behind which `render/` stands. */
export interface Renderer {
  /** Changes whenever the same props would be drawn differently. */
  readonly version: string;
  /** Whether it reads files by their `file:` URLs; otherwise they have to be served to it. */
  readonly readsFiles: boolean;
  /**
   * Whether segments are drawn by other machines, which are sent addresses of the files and paid for their work; absent
   * for no.
   */
  readonly isElsewhere?: boolean;
  /**
   * Renders one scene's stretch to a file of MPEG-TS. `onFrames` counts frames of this segment; `care` is usual, and
   * `orders` heeded by what is drawn elsewhere alone.
   */
  renderSegment(
    props: SegmentProps,
    outFile: string,
    onFrames: (done: number) => void,
    signal: AbortSignal,
    care?: RenderCare,
    orders?: SegmentOrders,
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

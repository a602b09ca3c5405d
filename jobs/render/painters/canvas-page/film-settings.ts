/** How frames become a film in the page, whoever draws them: films of all ways are joined. */
import { ENCODING } from '#jobs/render/ffmpeg/encoding.ts';
import type { SegmentProps } from '#remotion/contract/story-props.ts';

/** Frames of a segment: those from `first` to `last`, both included. */
export interface FramesWanted {
  props: SegmentProps;
  first: number;
  last: number;
  /** Told how many of them are done by now. */
  onFrames(done: number): void;
}

export const FILM = {
  container: 'mp4',
  videoCodec: ENCODING.codec,
  videoBitrate: ENCODING.bitrate,
  muted: true,
  outputTarget: 'arraybuffer',
} as const;

/**
 * The browser encodes the full range of values, 0 to 255, where a film has 16 to 235. So a veil brings each
 * value into that range: v × 219/255 + 16; the file's mark of the range is corrected afterwards (see
 * `VIDEO_RANGE`). Colour differences, for which a film has 224 steps, come out 2 % paler than they were.
 * It is 36/255 of a grey of 115, which is 16.
 */
export const VEIL = `rgba(115, 115, 115, ${36 / 255})`;

/** Frames below which a piece is not worth a tab of its own: opening one takes about as long as drawing them. */
const MIN_PIECE_FRAMES = 20;

/**
 * Cuts `frames` frames into pieces of about the same length, at most `tabs` of them, for tabs that draw side
 * by side.
 * @returns the first and last frame of each, both included, in order
 */
export function pieceRanges(frames: number, tabs: number): [first: number, last: number][] {
  const pieces = Math.max(1, Math.min(tabs, Math.floor(frames / MIN_PIECE_FRAMES)));
  return Array.from({ length: pieces }, (_, at) => [
    Math.round((at * frames) / pieces),
    Math.round(((at + 1) * frames) / pieces) - 1,
  ]);
}

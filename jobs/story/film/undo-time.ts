/** How long a deleted video may be brought back, ms: what pages say. */
export const UNDO_MS = 10_000;

/** What a press of Undo at the last moment may take to arrive, ms. */
const ON_ITS_WAY_MS = 3_000;

/** Videos that were deleted before this moment are gone. */
export function goneBefore(now = new Date()): Date {
  return new Date(now.getTime() - UNDO_MS - ON_ITS_WAY_MS);
}

/** How much people may send for their scenes. */

const MB = 1024 * 1024;

export const UPLOAD_KINDS = ['picture', 'clip', 'recording'] as const;
export type UploadKind = (typeof UPLOAD_KINDS)[number];

/** Largest file of each kind, in bytes. */
export const MAX_UPLOAD_BYTES: Record<UploadKind, number> = {
  picture: 30 * MB,
  clip: 200 * MB,
  recording: 25 * MB,
};

/** Most files that are kept of what was sent for one video, and their bytes together. */
export const MAX_UPLOADS = 100;
export const MAX_UPLOADED_BYTES = 1000 * MB;

/** A picture's pixels, and its shorter side, px. */
export const MAX_PICTURE_PIXELS = 64_000_000;
export const MIN_PICTURE_SIDE = 320;
/** Longer side of a picture as it is kept, px. */
export const KEPT_PICTURE_SIDE = 4096;

/** Longest clip, ms; the shortest is `SHORTEST_CLIP_MS`. */
export const MAX_CLIP_MS = 10 * 60_000;
/** A clip's pixels (4096 × 2304), and its shorter side, px. */
export const MAX_CLIP_PIXELS = 4096 * 2304;
export const MIN_CLIP_SIDE = 160;

/** Longest and shortest recording, ms. */
export const MAX_RECORDING_MS = 2 * 60_000;
export const MIN_RECORDING_MS = 300;

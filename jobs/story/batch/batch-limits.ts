/** How large a batch may be. Holds no zod, as pages read it in the browser. */

/** Most stories of one batch. */
export const MOST_STORIES = 1000;
/** Largest text of a batch, all its files together, in bytes. */
export const MAX_BATCH_BYTES = 5 * 1024 * 1024;
/** Most films of one batch that are made at once. */
export const MOST_AT_ONCE = 100;
/** How many are made at once where nobody says otherwise: two workers of one machine are busy with them. */
export const USUAL_AT_ONCE = 4;
/** Most characters of a batch's name. */
export const MAX_BATCH_NAME = 100;

/** How much a project file may hold. */

/** Most bytes of a project file, and of all that is in it. A film of twenty minutes has about as many. */
export const MAX_PROJECT_BYTES = 2 * 1024 ** 3;
/** Most files in it. */
export const MAX_PROJECT_FILES = 30_000;
/** Largest description, in bytes. */
export const MAX_DESCRIPTION_BYTES = 32 * 1024 * 1024;
/** How much larger all of it may be than the zip: media hardly shrink. Silence does, so that a little is free. */
export const MAX_RATIO = 50;
export const FREE_BYTES = 64 * 1024 * 1024;

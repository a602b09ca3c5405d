import { StoryError } from '#jobs/story/film/fault.ts';

/**
 * Why a file is not taken, and what to do instead.
 * @param code without its `upload_`
 */
export function refusal(code: string, message: string, hint: string, cause?: unknown): StoryError {
  return new StoryError({ code: `upload_${code}`, message, hint, retryable: false }, { cause });
}

/** Bytes in the unit in which people know files. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MB`;
}

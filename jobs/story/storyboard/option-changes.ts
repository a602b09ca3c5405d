/** A film's options after some of them were set anew. */
import { StoryError } from '#jobs/story/film/fault.ts';
import { type VideoOptions, videoOptionsSchema } from '#jobs/story/order/options.ts';

/**
 * @param change options by name; null leaves one open again
 * @throws StoryError `edit_impossible` for an option or a value that does not exist
 */
export function changedOptions(
  options: VideoOptions,
  change: Readonly<Record<string, unknown>>,
): VideoOptions {
  const names = Object.keys(videoOptionsSchema.shape);
  const unknown = Object.keys(change).find((name) => !names.includes(name));
  if (unknown !== undefined) throw refused(`There is no option called “${unknown}”.`, names.join(', '));
  const entries = Object.entries({ ...options, ...change }).filter(([, value]) => value !== null);
  const read = videoOptionsSchema.safeParse(Object.fromEntries(entries));
  if (read.success) return read.data;
  const name = String(read.error.issues[0]?.path[0] ?? 'option');
  throw refused(`The ${name} cannot be “${String(change[name])}”.`, 'another value');
}

function refused(message: string, choices: string): StoryError {
  return new StoryError({
    code: 'edit_impossible',
    message,
    hint: `Choose one of: ${choices}.`,
    retryable: false,
  });
}

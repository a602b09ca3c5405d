/** What a film’s page may ask for before it is posted: another poster, and a file for a platform. */
import { ApiFault } from '#app/http/api-fault.ts';
import { PLATFORM_NAMES } from '#jobs/story/post/platforms.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { chooseCover, preparePostFile } from '#jobs/work/posting/post-commands.server.ts';

const POST_INTENTS = ['choose-cover', 'prepare-file'] as const;
type PostIntent = (typeof POST_INTENTS)[number];

export function isPostIntent(intent: unknown): intent is PostIntent {
  return POST_INTENTS.some((known) => known === intent);
}

/**
 * Does it.
 * @throws ApiFault 400 where the fields say nothing; StoryError as `chooseCover` and `preparePostFile`
 */
export async function actOnPost(
  backend: Pick<Backend, 'db'>,
  videoId: string,
  intent: PostIntent,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (intent === 'choose-cover') {
    const atMs = Number(fields.atMs);
    if (!Number.isFinite(atMs)) throw unknown('atMs', 'Name the moment of one of the covers, in ms.');
    return chooseCover(backend, videoId, atMs);
  }
  const platform = PLATFORM_NAMES.find((name) => name === fields.platform);
  if (!platform) throw unknown('platform', `Ask for one of: ${PLATFORM_NAMES.join(', ')}.`);
  return preparePostFile(backend, videoId, platform);
}

function unknown(field: string, hint: string): ApiFault {
  return new ApiFault(400, {
    ...{ code: 'invalid_parameter', message: `There is no such ${field}.`, hint, field },
  });
}

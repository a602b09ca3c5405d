/** What people do about the publishing of one film. */
import type { AppLoadContext } from '@remix-run/node';
import { ApiFault, asApiFault, type PublicFault } from '#app/http/api-fault.ts';
import { noteDeed } from '#app/http/note-deed.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { type PublishingIssue, readPublishingRequest } from '#jobs/story/publishing/publishing-request.ts';
import { suggestedWords } from '#jobs/story/publishing/suggested-words.ts';
import { videoNotFound } from '#jobs/work/commands.server.ts';
import { videoProvenance } from '#jobs/work/handoff/film-provenance.server.ts';
import { publishFilm, retryPublication, stopPublication } from '#jobs/work/publishing/publish-film.server.ts';

/** What a form was refused for, and what was typed into it. */
export interface RefusedPublishing {
  fault: PublicFault;
  issues: PublishingIssue[];
  typed: Record<string, string>;
}

/**
 * Publishes a film as a form or a program asks for it.
 * @returns the publication's id, and whether it is a new one
 * @throws ApiFault 422 with what is wrong with the fields; StoryError as `publishFilm`
 */
export async function publishAsAsked(
  context: AppLoadContext,
  videoId: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<{ id: string; isNew: boolean }> {
  const video = await findVideo(context.backend.db, videoId);
  if (!video) throw videoNotFound();
  const provenance = await videoProvenance(context.backend, video).catch(() => null);
  const read = readPublishingRequest(fields, suggestedWords(video, provenance));
  if (!read.ok) throw fieldsFault(read.issues);
  const { words, wishes } = read;
  const target = typeof fields.target === 'string' ? fields.target : '';
  const again = fields.again === true || fields.again === 'yes';
  const made = await publishFilm(context.backend, { videoId, target, words, wishes, again });
  if (made.isNew) await noteDeed(context, 'video.published', videoId);
  return made;
}

/** Does what a form of a film's page asks for. @returns null when done, or why it was not */
export async function actOnPublishing(
  context: AppLoadContext,
  videoId: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<RefusedPublishing | null> {
  const { intent } = fields;
  const id = typeof fields.publication === 'string' ? fields.publication : '';
  try {
    if (intent === 'publish') await publishAsAsked(context, videoId, fields);
    else if (intent === 'retry') await retryPublication(context.backend, videoId, id);
    else if (intent === 'stop') await stopPublication(context.backend, videoId, id);
    else throw unknownIntent();
    return null;
  } catch (thrown) {
    const refused = asApiFault(thrown);
    if (!refused || refused.status >= 500 || refused.fault.code === 'video_not_found')
      throw refused ?? thrown;
    if (intent !== 'publish') {
      // The page was behind: it shows what is so by now.
      if (refused.status === 409) return null;
      throw refused;
    }
    const typed = Object.fromEntries(
      Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    return { fault: refused.fault, issues: [...(refused.details.fields ?? [])] as PublishingIssue[], typed };
  }
}

function fieldsFault(issues: readonly PublishingIssue[]): ApiFault {
  const [first] = issues;
  if (!first) throw new Error('A refused request has at least one issue.');
  return new ApiFault(422, { ...first }, { fields: issues });
}

function unknownIntent(): ApiFault {
  return new ApiFault(400, {
    code: 'unknown_intent',
    message: 'The page asked for something that does not exist.',
    hint: 'Ask for one of: publish, retry, stop.',
  });
}

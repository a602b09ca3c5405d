/** Films that are there: found, fetched, renamed, copied, deleted. */
import { z } from 'zod';
import { API_ROOT } from '#app/api/operation.ts';
import {
  madeVideoSchema,
  shelfQuerySchema,
  shelfSchema,
  versionSchema,
  videoSchema,
} from '#app/api/schemas/video-schemas.ts';
import type { McpTool, ToolCall } from '#app/mcp/mcp-tool.ts';
import { resourceLinks } from '#app/mcp/resource-addresses.ts';
import { AccessFault, type AnswerOf, askAddress } from '#app/mcp/site-access.ts';
import { clockLength } from '#app/shell/length-words.ts';
import { UNDO_MS } from '#jobs/story/film/undo-time.ts';
import { done, doneSchema, filmArguments } from './film-arguments';
import { filmWords, listedWords } from './film-words';

const PAGES = `${API_ROOT}/videos?`;

export const LIBRARY_TOOLS: readonly McpTool[] = [
  {
    name: 'list_films',
    title: 'List films',
    description:
      'Lists the films that are there, page by page, newest first. Use it to find a film by words of its title or story, or to see what is being made.',
    operations: ['listVideos'],
    effect: 'reads',
    isRepeatable: true,
    input: shelfQuerySchema.omit({ from: true, to: true }).extend({
      page: z
        .string()
        .optional()
        .describe('`next` or `previous` of an earlier answer; nothing else is needed with it.'),
    }),
    output: shelfSchema,
    answer: async (call) => {
      const shelf = await shelfOf(call);
      const { videos, next } = shelf;
      const lines = [
        ...(videos.length === 0 ? ['There are none.'] : videos.map(listedWords)),
        ...(next === null ? [] : [`There are more: call list_films with page “${next}”.`]),
      ];
      return { structured: shelf, text: lines.join('\n') };
    },
  },
  {
    name: 'read_film',
    title: 'Read of a film',
    description:
      'Tells at once how far a film is, and where its results are: film, poster, captions, sound. Use follow_film to wait for it instead.',
    operations: ['readVideo'],
    effect: 'reads',
    isRepeatable: true,
    input: filmArguments,
    output: videoSchema,
    answer: async ({ ask, given, site }) => {
      const film = await ask('readVideo', { params: { id: given.videoId } });
      const links = resourceLinks(film.id, { hasPoster: film.posterUrl !== null });
      return { structured: film, text: filmWords(film, site), more: links };
    },
  },
  {
    name: 'list_versions',
    title: 'List a film’s versions',
    description:
      'Lists the finished films that a film has had, the newest first. step_storyboard with “restore” takes its storyboard back to one of them.',
    operations: ['listVersions'],
    effect: 'reads',
    isRepeatable: true,
    input: filmArguments,
    output: z.object({ versions: z.array(versionSchema) }),
    answer: async ({ ask, given, site }) => {
      const answer = await ask('listVersions', { params: { id: given.videoId } });
      const lines = answer.versions.map(
        ({ number, at, durationMs, videoUrl }) =>
          `- ${number}: of ${at}, ${clockLength(durationMs)}: ${site.addressOf(videoUrl)}`,
      );
      return { structured: answer, text: lines.length === 0 ? 'No film is finished yet.' : lines.join('\n') };
    },
  },
  {
    name: 'rename_film',
    title: 'Rename a film',
    description:
      'Gives a film another name in the library. Nothing is made again; the title that is shown in the film is changed by edit_storyboard with “set-film”.',
    operations: ['renameVideo'],
    effect: 'changes',
    isRepeatable: true,
    input: filmArguments.extend({ title: z.string() }),
    output: z.object({ title: z.string() }),
    answer: async ({ ask, given: { videoId, title } }) => {
      const renamed = await ask('renameVideo', { params: { id: videoId }, body: { title } });
      return { structured: renamed, text: `It is called “${renamed.title}” now.` };
    },
  },
  {
    name: 'duplicate_film',
    title: 'Duplicate a film',
    description:
      'Makes a second film of one, to be changed while the first stays as it is. Nothing is made or paid for again.',
    operations: ['duplicateVideo'],
    effect: 'adds',
    isRepeatable: false,
    input: filmArguments,
    output: madeVideoSchema,
    answer: async ({ ask, given: { videoId }, site }) => {
      const made = await ask('duplicateVideo', { params: { id: videoId } });
      return { structured: made, text: `The copy is ${made.videoId}\nPage: ${site.addressOf(made.pageUrl)}` };
    },
  },
  {
    name: 'delete_film',
    title: 'Delete a film',
    description: `Deletes a film with all that belongs to it. Ask the person first. For ${UNDO_MS / 1000} seconds bring_back_film undoes it.`,
    operations: ['deleteVideo'],
    effect: 'destroys',
    isRepeatable: false,
    input: filmArguments,
    output: doneSchema,
    answer: async ({ ask, given: { videoId } }) => {
      await ask('deleteVideo', { params: { id: videoId } });
      return {
        structured: done(videoId),
        text: `It is deleted. For ${UNDO_MS / 1000} seconds bring_back_film undoes it.`,
      };
    },
  },
  {
    name: 'bring_back_film',
    title: 'Bring a film back',
    description: `Brings back a film that was deleted within the last ${UNDO_MS / 1000} seconds.`,
    operations: ['restoreVideo'],
    effect: 'changes',
    isRepeatable: true,
    input: filmArguments,
    output: doneSchema,
    answer: async ({ ask, given: { videoId } }) => {
      await ask('restoreVideo', { params: { id: videoId } });
      return { structured: done(videoId), text: 'It is back as it was.' };
    },
  },
];

async function shelfOf({ ask, given, site, signal }: ToolCall): Promise<AnswerOf<'listVideos'>> {
  const { page, ...query } = given;
  if (page === undefined || page === null || page === '') return ask('listVideos', { query });
  if (typeof page === 'string' && page.startsWith(PAGES)) return askAddress(site, page, signal);
  throw new AccessFault({
    code: 'invalid_parameter',
    detail: 'That is no page of this list: “page”.',
    hint: 'Send what `next` or `previous` of an earlier answer says, or leave it out.',
    retryable: false,
  });
}

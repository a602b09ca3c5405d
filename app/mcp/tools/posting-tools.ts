/** Finished films that go elsewhere: what they are posted with, and where they are published. */
import { z } from 'zod';
import { chosenCoverSchema, postSchema } from '#app/api/schemas/post-schemas.ts';
import {
  publicationSchema,
  publicationsSchema,
  publishingOrderSchema,
  targetsSchema,
} from '#app/api/schemas/publishing-schemas.ts';
import { ENGLISH } from '#app/language/spoken-words.ts';
import type { McpTool } from '#app/mcp/mcp-tool.ts';
import type { AnswerOf, SiteAccess } from '#app/mcp/site-access.ts';
import { publicationWords } from '#app/publishing/publication-view.ts';
import { PLATFORM_NAMES } from '#jobs/story/post/platforms.ts';
import { done, doneSchema, filmArguments } from './film-arguments';

export const POSTING_TOOLS: readonly McpTool[] = [
  {
    name: 'read_post',
    title: 'Read what a film is posted with',
    description:
      'Tells title, description, hashtags, chapters and alt text of a finished film, covers to choose from, and for each platform the text and the file within its limits. Use it before a film is posted or published anywhere.',
    operations: ['readPost'],
    effect: 'reads',
    isRepeatable: true,
    input: filmArguments,
    output: postSchema,
    answer: async ({ ask, given, site }) => {
      const post = await ask('readPost', { params: { id: given.videoId } });
      return { structured: post, text: postWords(post, site) };
    },
  },
  {
    name: 'prepare_file',
    title: 'Have a file made for a platform',
    description:
      'Has a file of a finished film made within a platform’s limits, where the film itself is not. It is made in the background; read_post tells how far it is.',
    operations: ['preparePostFile'],
    effect: 'adds',
    isRepeatable: true,
    input: filmArguments.extend({ platform: z.enum(PLATFORM_NAMES) }),
    output: postSchema,
    answer: async ({ ask, given: { videoId, platform }, site }) => {
      const post = await ask('preparePostFile', { params: { id: videoId }, body: { platform } });
      return { structured: post, text: postWords(post, site) };
    },
  },
  {
    name: 'choose_cover',
    title: 'Choose a cover',
    description: 'Makes one of the covers that read_post tells the poster of the film.',
    operations: ['chooseCover'],
    effect: 'changes',
    isRepeatable: true,
    input: filmArguments.extend(chosenCoverSchema.shape),
    output: postSchema,
    answer: async ({ ask, given: { videoId, atMs }, site }) => {
      const post = await ask('chooseCover', { params: { id: videoId }, body: { atMs } });
      return { structured: post, text: postWords(post, site) };
    },
  },
  {
    name: 'list_places',
    title: 'List where films can be published',
    description:
      'Lists the places where films can be published, such as a YouTube channel. People connect them on the page Publishing; a model cannot.',
    operations: ['listPublishingTargets'],
    effect: 'reads',
    isRepeatable: true,
    input: z.object({}),
    output: targetsSchema,
    answer: async ({ ask, site }) => {
      const answer = await ask('listPublishingTargets');
      const lines = answer.targets.map(
        ({ id, kind, name, isLost }) =>
          `- ${id}: ${name} (${kind}${isLost ? ', which has to be connected anew' : ''})`,
      );
      const none = `There are none. A person connects them at ${site.addressOf('/publishing')}`;
      return { structured: answer, text: lines.length === 0 ? none : lines.join('\n') };
    },
  },
  {
    name: 'publish_film',
    title: 'Publish a film',
    description:
      'Publishes a finished film at one of the places that list_places tells. Ask the person first, also for whom it is to be seen and whether it is made for children. The film is sent in the background; list_publications tells how far it is.',
    operations: ['publishVideo'],
    effect: 'adds',
    isRepeatable: true,
    reachesOut: true,
    input: filmArguments.extend(publishingOrderSchema.shape),
    output: publicationSchema,
    answer: async ({ ask, given: { videoId, ...body } }) => {
      const publication = await ask('publishVideo', { params: { id: videoId }, body });
      return { structured: publication, text: publicationLine(publication) };
    },
  },
  {
    name: 'list_publications',
    title: 'List where a film was published',
    description: 'Tells where a film was published, how far that is, and what went wrong.',
    operations: ['listPublications'],
    effect: 'reads',
    isRepeatable: true,
    input: filmArguments,
    output: publicationsSchema,
    answer: async ({ ask, given }) => {
      const answer = await ask('listPublications', { params: { id: given.videoId } });
      const lines = answer.publications.map(publicationLine);
      return { structured: answer, text: lines.length === 0 ? 'Nowhere so far.' : lines.join('\n') };
    },
  },
  publicationTool({
    name: 'retry_publication',
    title: 'Publish again what failed',
    description: 'Tries a publication again that failed or was stopped; it goes on where it stood.',
    operation: 'retryPublication',
    answered: 'It is on its way again; list_publications tells how far it is.',
  }),
  publicationTool({
    name: 'stop_publication',
    title: 'Stop publishing',
    description: 'Stops a publication that is on its way. What was published already stays there.',
    operation: 'stopPublication',
    answered: 'It is stopped; retry_publication goes on with it.',
  }),
];

/** A tool that does something about one publication. */
function publicationTool(made: {
  name: string;
  title: string;
  description: string;
  operation: 'retryPublication' | 'stopPublication';
  answered: string;
}): McpTool {
  const { name, title, description, operation, answered } = made;
  return {
    ...{
      name,
      title,
      description,
      operations: [operation],
      effect: 'changes',
      isRepeatable: false,
      reachesOut: true,
    },
    input: filmArguments.extend({ publicationId: z.string().describe('`id` of list_publications.') }),
    output: doneSchema,
    answer: async ({ ask, given: { videoId, publicationId } }) => {
      await ask(operation, { params: { id: videoId, publicationId } });
      return { structured: done(videoId), text: answered };
    },
  };
}

function postWords(post: AnswerOf<'readPost'>, site: SiteAccess): string {
  const { title, description, hashtags, chapterText, altText, covers, platforms } = post;
  return [
    title,
    description,
    hashtags.map((tag) => `#${tag}`).join(' '),
    chapterText,
    `Alt text: ${altText}`,
    ...covers.map(
      ({ url, atMs, isPoster }) =>
        `Cover at ${atMs} ms${isPoster ? ', the poster' : ''}: ${site.addressOf(url)}`,
    ),
    ...platforms.map(
      ({ label, file }) =>
        `${label}: ${file.message}${file.url === null ? '' : ` ${site.addressOf(file.url)}`}`,
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function publicationLine(publication: AnswerOf<'publishVideo'>): string {
  const { id, target, address } = publication;
  return `- ${id} at ${target}: ${publicationWords(publication, ENGLISH)}${address === null ? '' : ` ${address}`}`;
}

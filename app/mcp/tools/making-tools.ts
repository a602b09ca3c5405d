/** Films ordered, gone on with and followed. */
import { z } from 'zod';
import { problemOf } from '#app/api/problem.ts';
import { orderSchema } from '#app/api/schemas/order-schema.ts';
import { estimateSchema, madeVideoSchema, videoSchema } from '#app/api/schemas/video-schemas.ts';
import { ApiFault } from '#app/http/api-fault.ts';
import { readIdempotencyKey } from '#app/http/idempotency-key.ts';
import type { Given, McpTool } from '#app/mcp/mcp-tool.ts';
import { AccessFault } from '#app/mcp/site-access.ts';
import { spokenLength } from '#app/shell/length-words.ts';
import { formatUsd } from '#jobs/story/budget/usd.ts';
import { done, doneSchema, filmArguments } from './film-arguments';
import { filmWords } from './film-words';
import { followFilm } from './follow-film';

/** Many clients give up on a call after a minute. */
const USUAL_SECONDS = 50;
const MOST_SECONDS = 1800;

export const MAKING_TOOLS: readonly McpTool[] = [
  {
    name: 'estimate_film',
    title: 'Estimate a film',
    description:
      'Tells how long a story’s film will be and what it will cost, before anything is ordered. Takes the same as make_film, and orders nothing. Use it first where a film may cost money.',
    operations: ['estimateVideo'],
    effect: 'reads',
    isRepeatable: true,
    input: orderSchema,
    output: estimateSchema,
    answer: async ({ ask, given }) => {
      const estimate = await ask('estimateVideo', { body: given });
      const { words, durationMs, usd, refusal } = estimate;
      const cost = usd > 0 ? `about ${formatUsd(usd)}` : 'nothing';
      const text = `${words} words, a film of about ${spokenLength(durationMs)}; it costs ${cost}.`;
      return { structured: estimate, text: refusal ? `${text}\n${refusal.message} ${refusal.hint}` : text };
    },
  },
  {
    name: 'make_film',
    title: 'Make a film',
    description:
      'Orders a vertical short film of a story: voice, pictures, captions, music. Answers at once; the film is made in the background within minutes, so call follow_film next. With review “storyboard” it stops once the storyboard is written, to be looked at and changed before pictures and voices are made or paid for; update_film makes the film of it then. list_options tells what may be chosen, list_voices who can speak.',
    operations: ['createVideo'],
    effect: 'adds',
    isRepeatable: true,
    input: orderSchema.extend({
      key: z
        .string()
        .min(1)
        .max(200)
        .describe(
          'A text of your own for this one order, such as a new UUID. A call that was cut off is repeated with the same key, and makes no second film.',
        ),
    }),
    output: madeVideoSchema,
    answer: async ({ ask, given, site }) => {
      const { key, ...order } = given;
      const made = await ask('createVideo', { body: order, key: keyOf(given) });
      const page = site.addressOf(made.pageUrl);
      return {
        structured: made,
        text: `The film is ordered: ${made.videoId}\nPage: ${page}\nNext: follow_film tells how far it is.`,
      };
    },
  },
  {
    name: 'follow_film',
    title: 'Follow a film',
    description:
      'Waits while a film is made, and tells its progress. Ends when the film is finished, has failed, or waits for somebody to look through its storyboard, and at the latest after “seconds”; call it again then. Whoever stops following stops nothing.',
    operations: ['readVideo'],
    effect: 'reads',
    isRepeatable: true,
    input: filmArguments.extend({
      seconds: z
        .number()
        .min(0)
        .max(MOST_SECONDS)
        .optional()
        .describe(
          `How long to wait at most (usually ${USUAL_SECONDS}). Longer is possible where the client waits that long.`,
        ),
    }),
    output: videoSchema,
    answer: async (call) => {
      const film = await followFilm(call, call.given.videoId, secondsOf(call.given));
      return { structured: film, text: filmWords(film, call.site) };
    },
  },
  {
    name: 'continue_film',
    title: 'Go on with a film',
    description:
      'Goes on with a film that was cancelled, has failed, or has scenes without their own picture or voice. Only what is missing is made. Edits of the storyboard are not heeded: update_film makes the film of them, also the first one.',
    operations: ['processVideo'],
    effect: 'changes',
    isRepeatable: true,
    input: filmArguments,
    output: doneSchema,
    answer: async ({ ask, given: { videoId } }) => {
      await ask('processVideo', { params: { id: videoId } });
      return { structured: done(videoId), text: 'It goes on. Next: follow_film tells how far it is.' };
    },
  },
  {
    name: 'cancel_film',
    title: 'Stop a film',
    description:
      'Stops the work on a film. What was made stays, and continue_film takes it up again. Money that was spent is not given back.',
    operations: ['cancelVideo'],
    effect: 'changes',
    isRepeatable: false,
    input: filmArguments,
    output: doneSchema,
    answer: async ({ ask, given: { videoId } }) => {
      await ask('cancelVideo', { params: { id: videoId } });
      return {
        structured: done(videoId),
        text: 'Nobody works on it any more. continue_film takes it up again.',
      };
    },
  },
];

/** @throws AccessFault where there is none, or none that can be kept */
function keyOf({ key }: Given): string {
  try {
    const read = readIdempotencyKey(key);
    if (read !== null) return read;
  } catch (thrown) {
    if (thrown instanceof ApiFault) throw new AccessFault(problemOf(thrown));
    throw thrown;
  }
  throw new AccessFault({
    code: 'key_missing',
    detail: 'The order has no key.',
    hint: 'Send as “key” a text of your own, such as a new UUID, so that a repeated call makes no second film.',
    retryable: false,
  });
}

function secondsOf({ seconds }: Given): number {
  return typeof seconds === 'number' ? Math.min(MOST_SECONDS, Math.max(0, seconds)) : USUAL_SECONDS;
}

/** Publishing as the API asks for it and answers it. */
import { z } from 'zod';
import { publishingWishesSchema } from '#jobs/story/publishing/publication-record.ts';
import { PUBLICATION_STATES, TARGET_KINDS } from '#jobs/story/publishing/publication-state.ts';
import {
  LONGEST_DESCRIPTION_BYTES,
  LONGEST_TITLE,
  PRIVACIES,
} from '#jobs/story/publishing/publishing-choices.ts';

const moment = z.string().describe('ISO 8601');
const noteSchema = z.object({ code: z.string(), message: z.string(), hint: z.string() });
const { category } = publishingWishesSchema.shape;

export const targetsSchema = z
  .object({
    targets: z.array(
      z.object({
        id: z.string().describe('What `target` of a publication is.'),
        kind: z.enum(TARGET_KINDS),
        name: z.string().describe('The channel’s name, or the address.'),
        isLost: z.boolean().describe('Whether it has to be connected anew, on the page Publishing.'),
      }),
    ),
  })
  .meta({ id: 'PublishingTargets' });

export const publishingOrderSchema = z
  .object({
    target: z.string().describe('Id of one of `listPublishingTargets`.'),
    title: z
      .string()
      .optional()
      .describe(`At most ${LONGEST_TITLE} characters, without < and >; the film’s own where it is absent.`),
    description: z
      .string()
      .optional()
      .describe(
        `At most ${LONGEST_DESCRIPTION_BYTES} bytes, without < and >; how its story begins where it is absent.`,
      ),
    madeForKids: z.boolean().describe('Whether it is made for children: platforms have to be told.'),
    privacy: z.enum(PRIVACIES).optional().describe('`private` where it is absent.'),
    category: category.optional().describe('By YouTube’s numbers; `24`, Entertainment, where it is absent.'),
    again: z
      .boolean()
      .optional()
      .describe('Whether it is published though this very film was published there before.'),
  })
  .meta({ id: 'PublishingOrder' });

export const publicationSchema = z
  .object({
    id: z.string(),
    target: z.string().describe('What the place is called.'),
    kind: z.string(),
    title: z.string(),
    privacy: z.enum(PRIVACIES),
    state: z.enum(PUBLICATION_STATES),
    progress: z.number().min(0).max(100).describe('Of its bytes.'),
    address: z.string().nullable().describe('Where it can be watched; null where it cannot, or nobody says.'),
    error: noteSchema
      .extend({ retryable: z.boolean() })
      .nullable()
      .describe('Why it failed; of one that is on its way, why it waits.'),
    note: noteSchema.nullable().describe('What was got round, such as a cover that was not taken.'),
    againAt: moment.nullable().describe('When it is tried again by itself.'),
    createdAt: moment,
    publishedAt: moment.nullable(),
  })
  .meta({ id: 'Publication' });

export const publicationsSchema = z
  .object({ publications: z.array(publicationSchema) })
  .meta({ id: 'Publications', description: 'The newest first.' });

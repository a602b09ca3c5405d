/** What the house offers, and what was spent in it, as the API answers it. */
import { z } from 'zod';
import { sceneVoiceSchema } from '#jobs/story/order/voice/speaker-voice.ts';

export const voicesSchema = z
  .object({
    voices: z.array(
      z.object({
        name: z.string().describe('What an order’s `voice` is.'),
        label: z.string(),
        note: z.string(),
        languages: z
          .array(z.string())
          .nullable()
          .describe('Primary languages that it reads; null where nobody says.'),
        chosen: sceneVoiceSchema.describe('What an edit says of it.'),
      }),
    ),
  })
  .meta({ id: 'Voices', description: 'The usual one first.' });

export const optionsAnswerSchema = z
  .object({
    options: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['choice', 'seconds', 'count', 'language', 'words']),
        legend: z.string(),
        help: z.string(),
        usual: z.string().nullable().describe('What holds where nothing is chosen; null leaves it open.'),
        choices: z
          .array(z.object({ value: z.union([z.string(), z.number()]), label: z.string(), note: z.string() }))
          .nullable(),
        least: z.int().nullable(),
        most: z.int().nullable().describe('The largest number, or the most characters.'),
        isAvailable: z.boolean().describe('Whether what it needs is connected here.'),
      }),
    ),
  })
  .meta({ id: 'Options' });

const usd = z.number().describe('US dollars');

export const spendingSchema = z
  .object({
    of: z
      .enum(['house', 'person'])
      .describe('Whose films are counted: a person’s own where there are accounts.'),
    dayUsd: usd.describe('Since midnight (UTC), US dollars.'),
    totalUsd: usd.describe('In all, deleted videos included, US dollars.'),
    filmLimitUsd: usd.nullable().describe('What a film may cost, US dollars; null for no limit.'),
    dayLimitUsd: usd.nullable().describe('What all films of a day may cost, US dollars; null for no limit.'),
  })
  .meta({ id: 'Spending' });

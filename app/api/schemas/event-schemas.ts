import { z } from 'zod';
import { WEBHOOK_TYPES } from '#jobs/story/webhooks/webhook-event.ts';

/** After which event whoever follows goes on. */
export const followQuerySchema = z.object({
  since: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .describe('Id of the event that was seen last, for those who cannot send `Last-Event-ID`.'),
});

/** What webhooks are told, too. */
export const houseEventSchema = z
  .object({
    type: z.enum(WEBHOOK_TYPES),
    timestamp: z.string().describe('ISO 8601, when it happened.'),
    data: z.record(z.string(), z.string().nullable()),
  })
  .meta({ id: 'HouseEvent' });

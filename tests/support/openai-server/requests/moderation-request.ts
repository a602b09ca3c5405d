/** What `POST /moderations` takes. */
import { z } from 'zod';

const part = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string() }),
  z.strictObject({ type: z.literal('image_url'), image_url: z.strictObject({ url: z.url() }) }),
]);

export const moderationRequest = z.strictObject({
  input: z.union([z.string(), z.array(z.string()).min(1), z.array(part).min(1)]),
  model: z.string().optional(),
});

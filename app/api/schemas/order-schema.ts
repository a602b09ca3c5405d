/** What a film is ordered by: the story, and every option of the registry. */
import { z } from 'zod';
import { FORMAT_OPTIONS, MOST_FORMATS } from '#jobs/story/formats/film-format.ts';
import type { Option } from '#jobs/story/order/option.ts';
import { OPTIONS, type OptionName } from '#jobs/story/order/option-registry.ts';
import { schemaOf } from '#jobs/story/order/options.ts';
import { MAX_STORY_LENGTH } from '#jobs/story/order/story-text.ts';
import { MAX_TITLE_CHARACTERS } from '#jobs/story/order/title-text.ts';

/** Of the speech service or of the machine as well, by names of their own. */
const ANY_VOICE = z.string().min(1).optional();

/** How one option is sent. */
function fieldOf(name: OptionName, option: Option): z.ZodType {
  const schema: z.ZodType = name === 'voice' ? ANY_VOICE : schemaOf(option);
  const usual = option.kind === 'choice' || option.kind === 'language' ? option.usual : null;
  return schema.describe(usual === null ? option.help : `${option.help} (usually \`${usual}\`)`);
}

const entries = Object.entries(OPTIONS) as [OptionName, Option][];

export const orderSchema = z
  .object({
    story: z.string().min(1).max(MAX_STORY_LENGTH),
    title: z
      .string()
      .max(MAX_TITLE_CHARACTERS)
      .optional()
      .describe('Shown at the start; found in the story where it is left out.'),
    formats: z
      .array(z.object(Object.fromEntries(FORMAT_OPTIONS.map((name) => [name, fieldOf(name, OPTIONS[name])]))))
      .max(MOST_FORMATS)
      .optional()
      .describe(
        'What else is to be made of the story: a further video for each, which shares script and voices, and pictures where the shape is the same. What one leaves out is as in the order; in a form it is their JSON.',
      ),
    ...Object.fromEntries(entries.map(([name, option]) => [name, fieldOf(name, option)])),
  })
  .meta({
    id: 'Order',
    description:
      'A story and what the film is to be like. With `music` `own` it comes as a form, and the music file in the field `ownMusic`.',
  });

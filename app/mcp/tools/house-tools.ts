/** What the house offers, and what was spent in it. */
import { z } from 'zod';
import { optionsAnswerSchema, spendingSchema, voicesSchema } from '#app/api/schemas/house-schemas.ts';
import type { McpTool } from '#app/mcp/mcp-tool.ts';
import type { AnswerOf } from '#app/mcp/site-access.ts';
import { formatUsd } from '#jobs/story/budget/usd.ts';

const nothing = z.object({});

export const HOUSE_TOOLS: readonly McpTool[] = [
  {
    name: 'list_options',
    title: 'List options',
    description:
      'Lists what may be chosen for a film, such as its style, format or music, with what each choice means and whether it is available here.',
    operations: ['listOptions'],
    effect: 'reads',
    isRepeatable: true,
    input: nothing,
    output: optionsAnswerSchema,
    answer: async ({ ask }) => {
      const answer = await ask('listOptions');
      return { structured: answer, text: answer.options.map(optionWords).join('\n') };
    },
  },
  {
    name: 'list_voices',
    title: 'List voices',
    description: 'Lists the voices that can tell a film here, and the languages that each reads.',
    operations: ['listVoices'],
    effect: 'reads',
    isRepeatable: true,
    input: nothing,
    output: voicesSchema,
    answer: async ({ ask }) => {
      const answer = await ask('listVoices');
      const lines = answer.voices.map(
        ({ name, label, note, languages }) =>
          `- ${name}: ${[label, note, languages?.join(', ')].filter(Boolean).join('; ')}`,
      );
      return { structured: answer, text: lines.join('\n') };
    },
  },
  {
    name: 'read_spending',
    title: 'Read what was spent',
    description: 'Tells what films have cost, today and in all, and what they may cost.',
    operations: ['readSpending'],
    effect: 'reads',
    isRepeatable: true,
    input: nothing,
    output: spendingSchema,
    answer: async ({ ask }) => {
      const spending = await ask('readSpending');
      const { dayUsd, totalUsd, filmLimitUsd, dayLimitUsd } = spending;
      const limit = (usd: number | null) => (usd === null ? 'without a limit' : `at most ${formatUsd(usd)}`);
      return {
        structured: spending,
        text: `Spent today: ${formatUsd(dayUsd)}; in all: ${formatUsd(totalUsd)}. A film: ${limit(filmLimitUsd)}; a day: ${limit(dayLimitUsd)}.`,
      };
    },
  },
];

function optionWords({
  name,
  help,
  usual,
  choices,
  isAvailable,
}: AnswerOf<'listOptions'>['options'][number]): string {
  const values = choices?.map(({ value }) => value).join(', ');
  return [
    `- ${name}: ${help}`,
    ...(values === undefined ? [] : [`Choices: ${values}.`]),
    ...(usual === null ? [] : [`Usually ${usual}.`]),
    ...(isAvailable ? [] : ['Not available here.']),
  ].join(' ');
}

/** Chat completions that answer with JSON of a given shape. */
import type OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { z } from 'zod';
import type { CallDependencies } from '#jobs/ports/calls/call.ts';
import { estimateChat } from '#jobs/providers/openai/prices/estimate.ts';
import { chatCost } from '#jobs/providers/openai/prices/usage-cost.ts';
import { isOpenAi, type ScriptSettings } from '#jobs/providers/openai/settings/settings.ts';
import type { Usd } from '#jobs/story/budget/usd.ts';
import { type Asked, notTheProtocol, refusedAnswer, truncatedAnswer, unusableAnswer } from './answer-faults';
import { callByClient } from './client-call';

export interface JsonQuestion<T> {
  purpose: string;
  /** What the model is to do; ours alone. */
  instructions: string;
  /** What it is to do it with; data, whoever wrote it. Sent as JSON, so that no text in it can end it. */
  material: unknown;
  /** Name of the schema: letters, digits, underscores. */
  schemaName: string;
  /** Sent to the server: types, enums and descriptions only, the subset that every server knows. */
  schema: z.ZodType<T>;
  /** Throws a `ProviderFault` for an answer of the right shape that still cannot be used. */
  check: (answer: T, asked: Asked) => void;
  /** Tokens expected to come back, and the most that may. */
  expectedTokens: number;
  maximumTokens: number;
}

/**
 * Asks for JSON. Faults besides those of every call: `answer_truncated` and `answer_malformed` (both worth
 * another try), `script_refused`.
 */
export async function askForJson<T>(
  settings: ScriptSettings,
  question: JsonQuestion<T>,
  dependencies: CallDependencies,
  signal: AbortSignal,
): Promise<T> {
  const asked: Asked = { capability: 'script', settings };
  const body = requestBody(settings, question);
  const { answer } = await callByClient<{ answer: T; costUsd: Usd | null }>(
    {
      asked,
      purpose: question.purpose,
      input: JSON.stringify(body.messages),
      estimate: estimateChat({
        ...settings,
        inputCharacters: JSON.stringify(body).length,
        expectedOutputTokens: question.expectedTokens,
        maximumOutputTokens: question.maximumTokens,
      }),
      ask: async (client, options) => {
        const completion = await client.chat.completions.create(body, options);
        const parsed = readAnswer(completion, question, asked);
        question.check(parsed, asked);
        return { answer: parsed, costUsd: costOf(completion, settings) };
      },
      costOf: ({ costUsd }) => costUsd,
    },
    dependencies,
    signal,
  );
  return answer;
}

type ChatRequest = OpenAI.ChatCompletionCreateParamsNonStreaming;

function requestBody<T>(settings: ScriptSettings, question: JsonQuestion<T>): ChatRequest {
  const format = zodResponseFormat(question.schema, question.schemaName);
  const isHeld = settings.structure === 'json_schema';
  const instructions = isHeld
    ? question.instructions
    : `${question.instructions}\n\nAnswer with one JSON object that follows this JSON schema, and nothing else:\n${JSON.stringify(format.json_schema.schema)}`;
  return {
    model: settings.model,
    messages: [
      { role: 'system', content: instructions },
      { role: 'user', content: JSON.stringify(question.material) },
    ],
    response_format: isHeld
      ? { type: 'json_schema', json_schema: format.json_schema }
      : { type: 'json_object' },
    ...(settings.effort && { reasoning_effort: settings.effort as ChatRequest['reasoning_effort'] & string }),
    // OpenAI's reasoning models know only the newer name, most other servers only the older one.
    ...(isOpenAi(settings.baseUrl)
      ? { max_completion_tokens: question.maximumTokens }
      : { max_tokens: question.maximumTokens }),
  };
}

function readAnswer<T>(completion: unknown, question: JsonQuestion<T>, asked: Asked): T {
  const choice = firstChoice(completion);
  if (!choice?.message) throw notTheProtocol(asked);
  if (choice.message.refusal || choice.finish_reason === 'content_filter') {
    throw refusedAnswer(
      asked,
      'script_refused',
      'The writing model refuses this story because of its content rules.',
      'Tell the story in milder words, or use the built-in script writer.',
    );
  }
  if (choice.finish_reason === 'length') throw truncatedAnswer(asked);
  const content = choice.message.content ?? '';
  const parsed = question.schema.safeParse(parseJson(withoutFence(content), asked));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') || 'the whole';
  throw unusableAnswer(asked, 'answer_malformed', `it does not keep to the schema (${where})`);
}

type Choice = Partial<Pick<OpenAI.ChatCompletion.Choice, 'message' | 'finish_reason'>>;

function firstChoice(completion: unknown): Choice | null {
  if (typeof completion !== 'object' || completion === null || !('choices' in completion)) return null;
  return Array.isArray(completion.choices) ? ((completion.choices[0] as Choice | undefined) ?? null) : null;
}

/** Small models like to wrap JSON in a Markdown code block. */
function withoutFence(text: string): string {
  return /^\s*```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/.exec(text)?.[1] ?? text;
}

function parseJson(text: string, asked: Asked): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unusableAnswer(asked, 'answer_malformed', 'it is no JSON');
  }
}

function costOf(completion: OpenAI.ChatCompletion, settings: ScriptSettings): Usd | null {
  const usage = completion.usage;
  if (!usage || !Number.isFinite(usage.prompt_tokens) || !Number.isFinite(usage.completion_tokens))
    return null;
  return chatCost(settings, { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens });
}

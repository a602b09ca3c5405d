/** Chat completions that answer with JSON of a given shape. */
import type OpenAI from 'openai';
import { APIError } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { z } from 'zod';
import type { CallDependencies } from '#jobs/ports/calls/call.ts';
import { estimateChat } from '#jobs/providers/openai/prices/estimate.ts';
import { chatCost } from '#jobs/providers/openai/prices/usage-cost.ts';
import { limitsCompletion } from '#jobs/providers/openai/settings/catalogue.ts';
import { isOpenAi, type ScriptSettings } from '#jobs/providers/openai/settings/settings.ts';
import type { Usd } from '#jobs/story/budget/usd.ts';
import { type Asked, notTheProtocol, refusedAnswer, truncatedAnswer, unusableAnswer } from './answer-faults';
import { type AskOptions, callByClient } from './client-call';
import { jsonIn, withNumbers } from './found-json';

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
        const completion = await complete(client, settings, body, options);
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
    // OpenAI's reasoning models know only the newer name, wherever they run, most other servers only the older one.
    ...(isOpenAi(settings.baseUrl) || limitsCompletion(settings.model)
      ? { max_completion_tokens: question.maximumTokens }
      : { max_tokens: question.maximumTokens }),
  };
}

/** What a rejected parameter is exchanged for, or left out. */
const EXCHANGES: Readonly<Record<string, (body: ChatRequest) => ChatRequest>> = {
  max_tokens: ({ max_tokens: limit, ...body }) => ({ ...body, max_completion_tokens: limit ?? null }),
  max_completion_tokens: ({ max_completion_tokens: limit, ...body }) => ({
    ...body,
    max_tokens: limit ?? null,
  }),
  reasoning_effort: ({ reasoning_effort: _effort, ...body }) => body,
};

/** Parameters that a model of a server was found not to take. */
const rejected = new Map<string, Set<string>>();

/** Asks, and once more without each parameter that the model does not take; such an answer costs nothing. */
async function complete(
  client: OpenAI,
  { baseUrl, model }: ScriptSettings,
  body: ChatRequest,
  options: AskOptions,
): Promise<OpenAI.ChatCompletion> {
  const name = `${baseUrl} ${model}`;
  const known = rejected.get(name) ?? new Set<string>();
  rejected.set(name, known);
  for (;;) {
    const accepted = [...known].reduce((asked, parameter) => EXCHANGES[parameter]?.(asked) ?? asked, body);
    try {
      return await client.chat.completions.create(accepted, options);
    } catch (error) {
      const parameter = rejectedParameter(error);
      if (parameter === null || !(parameter in accepted) || known.has(parameter)) throw error;
      known.add(parameter);
    }
  }
}

/** The parameter of ours that a server says it does not take; null for any other error. */
function rejectedParameter(error: unknown): string | null {
  if (!(error instanceof APIError) || error.status !== 400) return null;
  if (error.code !== 'unsupported_parameter' && error.code !== 'unsupported_value') return null;
  return error.param && Object.hasOwn(EXCHANGES, error.param) ? error.param : null;
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
  const told = parseJson(content, asked);
  const parsed = question.schema.safeParse(told);
  if (parsed.success) return parsed.data;
  const mended = question.schema.safeParse(withNumbers(told, parsed.error.issues));
  if (mended.success) return mended.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') || 'the whole';
  throw unusableAnswer(asked, 'answer_malformed', `it does not keep to the schema (${where})`);
}

type Choice = Partial<Pick<OpenAI.ChatCompletion.Choice, 'message' | 'finish_reason'>>;

function firstChoice(completion: unknown): Choice | null {
  if (typeof completion !== 'object' || completion === null || !('choices' in completion)) return null;
  return Array.isArray(completion.choices) ? ((completion.choices[0] as Choice | undefined) ?? null) : null;
}

function parseJson(text: string, asked: Asked): unknown {
  const found = jsonIn(text);
  if (found === null) throw unusableAnswer(asked, 'answer_malformed', 'it is no JSON');
  return found.value;
}

function costOf(completion: OpenAI.ChatCompletion, settings: ScriptSettings): Usd | null {
  const usage = completion.usage;
  if (!usage || !Number.isFinite(usage.prompt_tokens) || !Number.isFinite(usage.completion_tokens))
    return null;
  return chatCost(settings, { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens });
}

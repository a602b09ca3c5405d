/** What `POST /chat/completions` takes. Tools, sound, search and predictions, which no film asks for, are unknown here. */
import { z } from 'zod';
import { unsupported } from './refusal';

const textPart = z.strictObject({ type: z.literal('text'), text: z.string() });
const textContent = z.union([z.string(), z.array(textPart).min(1)]);
const name = z.string().optional();
const message = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('developer'), content: textContent, name }),
  z.strictObject({ role: z.literal('system'), content: textContent, name }),
  z.strictObject({ role: z.literal('user'), content: textContent, name }),
  z.strictObject({ role: z.literal('assistant'), content: textContent.nullish(), name }),
]);

const responseFormat = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({ type: z.literal('json_object') }),
  z.strictObject({
    type: z.literal('json_schema'),
    json_schema: z.strictObject({
      name: z
        .string()
        .max(64)
        .regex(/^[\w-]+$/),
      description: z.string().optional(),
      schema: z.record(z.string(), z.unknown()).optional(),
      strict: z.boolean().nullish(),
    }),
  }),
]);

const EFFORTS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] as const;
const share = (least: number, most: number) => z.number().min(least).max(most).nullish();
const limit = z.int().min(1).nullish();

const parameters = z.strictObject({
  model: z.string(),
  messages: z.array(message).min(1),
  response_format: responseFormat.optional(),
  reasoning_effort: z.enum(EFFORTS).nullish(),
  verbosity: z.enum(['low', 'medium', 'high']).nullish(),
  max_completion_tokens: limit,
  max_tokens: limit,
  temperature: share(0, 2),
  top_p: share(0, 1),
  frequency_penalty: share(-2, 2),
  presence_penalty: share(-2, 2),
  n: z.int().min(1).max(128).nullish(),
  seed: z.int().nullish(),
  stop: z.union([z.string(), z.array(z.string()).min(1).max(4)]).nullish(),
  logprobs: z.boolean().nullish(),
  top_logprobs: z.int().min(0).max(20).nullish(),
  logit_bias: z.record(z.string(), z.int()).nullish(),
  modalities: z.array(z.enum(['text', 'audio'])).nullish(),
  store: z.boolean().nullish(),
  stream: z.literal(false).nullish(),
  metadata: z.record(z.string().max(64), z.string().max(512)).nullish(),
  user: z.string().optional(),
  safety_identifier: z.string().max(64).nullish(),
  prompt_cache_key: z.string().nullish(),
  service_tier: z.enum(['auto', 'default', 'flex', 'scale', 'priority']).nullish(),
});

/** Whether it is one of OpenAI's models that think before they answer, by whatever gateway it is reached. */
const reasons = (model: string) => /^(?:[\w.-]+\/)?(gpt-([5-9]|\d\d)(?!.*-chat)|o\d)/.test(model);
const isPlain = (model: string) => /^(?:[\w.-]+\/)?gpt-(3\.5|4)/.test(model);

/** How much each of OpenAI's models may be asked to think, the newer ones by more names. */
function effortsOf(model: string): readonly string[] {
  const [, generation = '9'] = /gpt-(\d+(?:\.\d+)?)/.exec(model) ?? [];
  if (/(^|\/)o\d/.test(model)) return EFFORTS.slice(2, 5);
  if (Number(generation) < 5.1) return EFFORTS.slice(1, 5);
  const least = ['none', 'low', 'medium', 'high'];
  if (Number(generation) < 5.2) return least;
  return Number(generation) < 5.6 ? [...least, 'xhigh'] : [...least, 'xhigh', 'max'];
}

/** What models that think have no use for. */
const SAMPLING = ['top_p', 'frequency_penalty', 'presence_penalty', 'logprobs', 'logit_bias'] as const;

export const chatRequest = parameters.superRefine((request, context) => {
  const { model, response_format: format } = request;
  if (reasons(model)) {
    for (const param of ['max_tokens', ...SAMPLING] as const) {
      if (request[param] != null) context.addIssue(unsupported(param, 'parameter'));
    }
    if ((request.temperature ?? 1) !== 1) context.addIssue(unsupported('temperature', 'value'));
    const { reasoning_effort: effort } = request;
    if (effort && !effortsOf(model).includes(effort)) {
      context.addIssue(unsupported('reasoning_effort', 'value'));
    }
  }
  if (isPlain(model) && request.reasoning_effort != null) {
    context.addIssue(unsupported('reasoning_effort', 'parameter'));
  }
  if (request.max_tokens != null && request.max_completion_tokens != null) {
    context.addIssue(unsupported('max_tokens', 'parameter'));
  }
  if (format?.type === 'json_object' && !/json/i.test(JSON.stringify(request.messages))) {
    const said = "'messages' must contain the word 'json' for a 'response_format' of type 'json_object'.";
    context.addIssue({ code: 'custom', path: ['messages'], params: { message: said } });
  }
});
